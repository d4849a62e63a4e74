import { createTransport, type Transporter } from 'nodemailer';
import { backend } from '../backend.ts';
import { ask, asSystem } from '../database.ts';
import { asHtml, asText, type Letter } from './letter.ts';

/** `occasion` (an event, a day's reminder) makes a second mail of the same to the same address impossible. */
type About = { kind: string; occasion?: string; authorityId?: string; personId?: string };

/** Queues a mail; a job sends it. Returns false when this occasion already wrote to this address. */
export async function queueMail(recipient: string, letter: Letter, about: About): Promise<boolean> {
	const id = await ask(
		asSystem().rpc('mail_queue', {
			p_kind: about.kind,
			p_recipient: recipient,
			p_subject: letter.subject,
			p_text: asText(letter),
			p_html: asHtml(letter),
			p_occasion: about.occasion,
			p_authority: about.authorityId,
			p_person: about.personId
		})
	);
	return id !== null;
}

type Due = { id: string; recipient: string; subject: string; text: string; html: string };

/** The job `send_mail`: hands one mail to the mail server, or without one leaves it on the local page. */
export async function sendMail({ mail_id }: { mail_id: string }) {
	const mail = await ask<Due | null>(asSystem().rpc('mail_due', { p_id: mail_id }));
	if (!mail) return;
	const isKept = !backend().settings.mail;
	if (!isKept) await hand(mail);
	await ask(asSystem().rpc('mail_sent', { p_id: mail.id, p_keep_body: isKept }));
}

async function hand({ id, recipient, subject, text, html }: Due) {
	try {
		await transport().sendMail({
			from: backend().settings.mail?.from,
			to: { name: '', address: recipient },
			subject,
			text,
			html,
			messageId: `<${id}@${new URL(backend().settings.publicAddress).hostname}>`,
			headers: { 'Auto-Submitted': 'auto-generated' }
		});
	} catch (error) {
		const { code, responseCode } = error as { code?: string; responseCode?: number };
		const reason = [code, responseCode].filter(Boolean).join(' ') || 'unknown';
		await ask(asSystem().rpc('mail_failed', { p_id: id, p_error: reason }));
		throw new Error(`the mail server refused: ${reason}`); // its own words may hold the address
	}
}

let opened: { url: string; transport: Transporter } | undefined;

function transport(): Transporter {
	const url = backend().settings.mail!.smtpUrl;
	if (opened?.url === url) return opened.transport;
	const safe = { disableFileAccess: true, disableUrlAccess: true };
	opened = { url, transport: createTransport({ url, pool: true, maxConnections: 2, ...safe }) };
	return opened.transport;
}

/** A mail as the local page shows it; newest first. `text` is null once a mail server took it. */
export type KeptMail = {
	id: string;
	recipient: string;
	subject: string;
	text: string | null;
	queuedAt: string;
};

/** The newest 50 mails, for the local page of the sample mode only. */
export async function listKeptMails(): Promise<KeptMail[]> {
	return ask<KeptMail[]>(asSystem().rpc('mail_outbox'));
}
