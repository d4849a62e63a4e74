import { setTimeout as pause } from 'node:timers/promises';
import type { JobHelpers } from 'graphile-worker';
import { z } from 'zod';
import { instant } from '#lib/i18n/times.ts';
import { backend } from '../backend.ts';
import { ask, asSystem, document } from '../database.ts';
import { again, claimed } from './again.ts';
import { footOf } from './foot.ts';
import { hand } from './handing.ts';
import { asText, letter, type Letter } from './letter.ts';

const passing = document('mail_pass', z.strictObject({ next: claimed.nullable(), waiting: z.int() }));

/**
 * What a mail is about that starts as no notice. `occasion` makes a second mail of the same to the same address impossible.
 */
type About = { kind: App.DirectMailKind; occasion?: string; authorityId?: string; personId?: string };

/** Queues a mail; a job sends it. Returns false when this occasion already wrote to this address, or the person wants none. */
export async function queueMail(recipient: string, letter: Letter, about: About): Promise<boolean> {
	const mails = [{ recipient, letter, ...about }];
	return (await ask(asSystem().rpc('mail_queue_many', { p_mails: mails }))) > 0;
}

/**
 * The job `send_mails`: hands the mails of a batch to the mail server, one after the other, and notes how each ended before
 * the next is taken up. Without a mail server they stay on the local page. Throws when some are to be tried again later.
 */
export async function sendMails({ batch }: Batch, stopping?: Stopping) {
	if (!backend().settings.mail) return void (await ask(asSystem().rpc('mail_keep', { p_batch: batch })));
	let { next, waiting } = await pass({ p_batch: batch });
	while (next && !stopping?.abortSignal.aborted) {
		const { outcome, reason } = await hand(next, next.letter ?? again(next), footOf(next));
		const noted = { p_batch: batch, p_last: next.id, p_outcome: outcome, p_reason: reason };
		({ next, waiting } = await persistently(() => pass(noted)));
	}
	if (waiting) throw new Error(`mails of the batch that cannot go out now: ${waiting}`);
}

export type Batch = { batch: string };
type Stopping = Pick<JobHelpers, 'abortSignal'>;

const pass = (step: { p_batch: string; p_last?: string; p_outcome?: string; p_reason?: string }) =>
	passing(asSystem(), step);

/** What happened must be written down, even if the database is away for a moment: otherwise the mail counts as unsure. */
async function persistently<T>(write: () => Promise<T>): Promise<T> {
	for (let attempt = 1; ; attempt++)
		try {
			return await write();
		} catch (error) {
			if (attempt === 6) throw error;
			await pause(100 * 2 ** attempt);
		}
}

/** The job `sweep_mails`, every five minutes: what was left lying is found again. */
export async function sweepMails() {
	await ask(asSystem().rpc('mail_sweep'));
}

const mailState = z.enum(['queued', 'sending', 'sent', 'returned', 'bounced', 'failed', 'unsure']);
export type MailState = z.infer<typeof mailState>;

/** A mail as the local page shows it; newest first. `text` is null once a mail server took it. */
const keptMail = z.strictObject({
	id: z.string(),
	recipient: z.string(),
	subject: z.string(),
	state: mailState,
	text: z.string().nullable(),
	queuedAt: instant,
	/** When the daily mail goes out that it waits for, or waited. */
	dueAt: instant.nullable()
});
export type KeptMail = z.infer<typeof keptMail>;

const stored = z.strictObject({
	...keptMail.omit({ text: true }).shape,
	letter: letter.nullable(),
	unsubscribe: z.string().nullable()
});
const outbox = document('mail_outbox', z.array(stored));

/** The newest 50 mails, for the local page of the sample mode only. */
export async function listKeptMails(): Promise<KeptMail[]> {
	const mails = await outbox(asSystem());
	return mails.map(({ letter, unsubscribe, ...mail }) => ({
		...mail,
		text: letter && asText(letter, footOf({ unsubscribe, locale: letter.locale }))
	}));
}
