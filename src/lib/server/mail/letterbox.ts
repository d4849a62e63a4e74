import type { JobHelpers } from 'graphile-worker';
import { z } from 'zod';
import { backend } from '../backend.ts';
import { ask, asSystem, document } from '../database.ts';
import type { Json } from '../database.types.ts';
import type { Letter } from './letter.ts';
import { sendMails, type Batch } from './mails.ts';

/**
 * Each noun writes its letters: what a notice of this kind says to one of its recipients, in their language. Null when there
 * is nothing to say any more. `address` is that of our pages, without a slash at its end.
 */
export type Letters = {
	[Noun in keyof App.NoticeKinds]: (
		kind: App.NoticeKinds[Noun],
		facts: never,
		to: never,
		address: string
	) => Letter | Promise<Letter | null>;
};

/** What is to be told, as `letters_due()` gives it. */
const notice = z.strictObject({
	id: z.int(),
	noun: z.custom<keyof Letters>(),
	kind: z.custom<never>(),
	/** Between the noun's `letters_of_…()` and its letter. */
	facts: z.custom<never>(),
	/** A guest has no account yet. */
	recipients: z.array(z.looseObject({ personId: z.string().optional(), email: z.string() }))
});
type Notice = z.infer<typeof notice>;
const lettersDue = document('letters_due', z.array(notice));

/** Notices written in one go: about 300 mails. */
const mostAtOnce = 100;

/**
 * The job `write_letters`: writes what one transaction had to tell, a hundred notices at a time, and sends it. A notice writes
 * once to each address, however often the job is interrupted and begins again. Without a mail server letters stay on the
 * local page.
 */
export const writeLetters = (letters: Letters) => async (batch: Batch, helpers?: JobHelpers) => {
	while ((await writeSome(batch, letters)) === mostAtOnce);
	if (backend().settings.mail) await sendMails(batch, helpers);
};

/** @returns how many notices */
async function writeSome({ batch: p_batch }: Batch, letters: Letters): Promise<number> {
	const notices = await lettersDue(asSystem(), { p_batch, p_limit: mostAtOnce });
	if (!notices.length) return 0;
	const written: Json[] = [];
	for (const notice of notices)
		for (const to of notice.recipients) {
			const letter = await letterOf(notice, to, letters);
			if (letter) written.push({ notice: notice.id, recipient: to.email, personId: to.personId, letter });
		}
	const posted = { p_batch, p_notices: notices.map(({ id }) => id), p_letters: written };
	await ask(asSystem().rpc('post_letters', { ...posted, p_stay: !backend().settings.mail }));
	return notices.length;
}

const letterOf = ({ noun, kind, facts }: Notice, to: Notice['recipients'][number], letters: Letters) =>
	letters[noun](kind, facts, to as never, backend().settings.publicAddress);
