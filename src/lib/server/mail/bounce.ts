import { simpleParser, type ParsedMail } from 'mailparser';
import { mailIdsIn } from './message-id.ts';
import { returnIn } from './plain-bounce.ts';

/** What a mail server says about mails it could not deliver. */
export interface Bounce {
	mailIds: string[];
	/** Enhanced status code (RFC 3463), e.g. 5.1.1, or what else stands for the reason; null for good news. */
	code: string | null;
	/** bounced: nobody tries any more; returned: the same, in plain words; null: it still may arrive. */
	state: 'bounced' | 'returned' | null;
}

/**
 * Reads a delivery status notification (RFC 3464), or the plain words of a mail server. Null for everything else: an answer
 * out of office is no bounce. Ours are known by their Message-ID, in the letter that came back or in the heading.
 */
export async function readBounce(source: Buffer): Promise<Bounce | null> {
	const mail = await simpleParser(source, { keepDeliveryStatus: true, skipImageLinks: true });
	const status = mail.attachments.find(({ contentType }) => statusTypes.includes(contentType));
	const words = [mail.text ?? '', ...mail.attachments.map(({ content }) => content.toString('latin1'))];
	if (!status) return plainBounce(mail, words.join('\n'));
	const mailIds = mailIdsIn([source.toString('latin1'), ...words].join('\n'));
	if (!mailIds.length) return null;
	return { mailIds, ...verdictOf(status.content.toString('utf8')) };
}

const statusTypes = ['message/delivery-status', 'message/global-delivery-status'];

/** The worst that is said of any recipient. "failed" is final even with 4.x.x: the mail server has given up (RFC 3464 §2.3.3). */
function verdictOf(text: string): Omit<Bounce, 'mailIds'> {
	const recipients = text.split(/\r?\n\s*\r?\n/).map((part) => ({
		action: /^action:\s*(\w+)/im.exec(part)?.[1]?.toLowerCase(),
		code: /^status:\s*([245]\.\d{1,3}\.\d{1,3})/im.exec(part)?.[1] ?? null
	}));
	const failed = recipients.find(
		({ action, code }) => action === 'failed' || (!action && code?.startsWith('5'))
	);
	if (failed) return { code: failed.code ?? '5.0.0', state: 'bounced' };
	const delayed = recipients.find(({ action, code }) => action === 'delayed' || code?.startsWith('4'));
	return { code: delayed ? (delayed.code ?? '4.0.0') : null, state: null };
}

/** The letter that came back is quoted in the words; what stands in the heading alone is an answer to it. */
function plainBounce(mail: ParsedMail, words: string): Bounce | null {
	const mailIds = mailIdsIn(words);
	const said = mailIds.length ? returnIn(mail, words) : null;
	return said && { mailIds, ...said };
}
