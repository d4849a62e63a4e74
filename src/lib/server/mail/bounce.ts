import { simpleParser } from 'mailparser';
import { mailIdsIn } from './message-id.ts';

/** What a mail server says about mails it could not deliver. `code` is null for good news. */
export interface Bounce {
	mailIds: string[];
	/** Enhanced status code (RFC 3463), e.g. 5.1.1 */
	code: string | null;
	/** Nobody tries any more. */
	isFinal: boolean;
}

/**
 * Reads a delivery status notification (RFC 3464). Null for everything else, whatever it says: words can be invented, and
 * an answer out of office is no bounce. Ours are known by their Message-ID, in the letter that came back or in the heading.
 */
export async function readBounce(source: Buffer): Promise<Bounce | null> {
	const { attachments } = await simpleParser(source, { keepDeliveryStatus: true, skipImageLinks: true });
	const status = attachments.find(({ contentType }) => statusTypes.includes(contentType));
	if (!status) return null;
	const returned = attachments.map(({ content }) => content.toString('latin1')).join('\n');
	const mailIds = mailIdsIn(`${source.toString('latin1')}\n${returned}`);
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
	if (failed) return { code: failed.code ?? '5.0.0', isFinal: true };
	const delayed = recipients.find(({ action, code }) => action === 'delayed' || code?.startsWith('4'));
	return { code: delayed ? (delayed.code ?? '4.0.0') : null, isFinal: false };
}
