import { setTimeout as pause } from 'node:timers/promises';
import { backend } from '../backend.ts';
import { ask, asSystem } from '../database.ts';
import type { Json } from '../database.types.ts';
import { again, type Claimed } from './again.ts';
import { footOf } from './foot.ts';
import { hand } from './handing.ts';
import { asText, type Letter } from './letter.ts';
import type { Outcome } from './outcome.ts';

/**
 * What a mail is about. `kind` decides whether it may be switched off or wait for the daily mail (see `private.mail_kinds`).
 * `occasion` (an event, a day's reminder) makes a second mail of the same to the same address impossible. `about` is the
 * row whose delivery is proven by it.
 */
type About = { kind: string; occasion?: string; authorityId?: string; personId?: string; about?: string };
export type Mail = About & { recipient: string; letter: Letter };

/** Queues a mail; a job sends it. Returns false when this occasion already wrote to this address, or the person wants none. */
export async function queueMail(recipient: string, letter: Letter, about: About): Promise<boolean> {
	return (await queueMails([{ recipient, letter, ...about }])) > 0;
}

/**
 * Queues many mails in one go, all or none: up to about 1,000 in one call.
 * @returns how many are new
 */
export async function queueMails(mails: Mail[]): Promise<number> {
	return ask(asSystem().rpc('mail_queue_many', { p_mails: mails as unknown as Json }));
}

/**
 * The job `send_mail`: claims one mail, hands it to the mail server and notes how that ended. Without a mail server it
 * stays on the local page. Throws when it is to be tried again later.
 */
export async function sendMail({ mail_id }: { mail_id: string }) {
	if (!backend().settings.mail) return void (await ask(asSystem().rpc('mail_keep', { p_id: mail_id })));
	const mail = await ask<Claimed | null>(asSystem().rpc('mail_claim', { p_id: mail_id }));
	if (!mail) return;
	const { outcome, reason } = await hand(mail, mail.letter ?? again(mail), footOf(mail));
	const state = await note(mail.id, outcome, reason);
	if (state === 'queued') throw new Error(`the mail server cannot take it now: ${reason}`);
}

/** What happened must be written down, even if the database is away for a moment: otherwise the mail counts as unsure. */
async function note(id: string, outcome: Outcome['outcome'], reason?: string): Promise<string | null> {
	for (let attempt = 1; ; attempt++)
		try {
			const noted = { p_id: id, p_outcome: outcome, p_reason: reason };
			return await ask<string | null>(asSystem().rpc('mail_note', noted));
		} catch (error) {
			if (attempt === 6) throw error;
			await pause(100 * 2 ** attempt);
		}
}

/** The job `sweep_mails`, every five minutes: what was left lying is found again. */
export async function sweepMails() {
	await ask(asSystem().rpc('mail_sweep'));
}

export type MailState = 'queued' | 'sending' | 'sent' | 'bounced' | 'failed' | 'unsure';

/** A mail as the local page shows it; newest first. `text` is null once a mail server took it. */
export type KeptMail = {
	id: string;
	recipient: string;
	subject: string;
	state: MailState;
	text: string | null;
	queuedAt: string;
	/** When the daily mail goes out that it waits for, or waited. */
	dueAt: string | null;
};

type Stored = Omit<KeptMail, 'text'> & { letter: Letter | null; unsubscribe: string | null };

/** The newest 50 mails, for the local page of the sample mode only. */
export async function listKeptMails(): Promise<KeptMail[]> {
	const mails = await ask<Stored[]>(asSystem().rpc('mail_outbox'));
	return mails.map(({ letter, unsubscribe, ...mail }) => ({
		...mail,
		text: letter && asText(letter, footOf({ unsubscribe, locale: letter.locale }))
	}));
}
