import { backend } from '#lib/server/backend.ts';
import { ask, asSystem } from '#lib/server/database.ts';
import { queueMails } from '#lib/server/mail/mails.ts';
import { letterOf, mailKinds, type LettersDue } from './call-letters.server.ts';

/** Notices written in one go: about 300 mails. */
const batch = 100;

/**
 * The job `write_call_letters`: writes what a call has to say, a hundred addressees at a time. A notice writes once to each
 * address, however often the job is interrupted and begins again.
 */
export async function writeCallLetters({ call_id }: { call_id: string }) {
	const address = backend().settings.publicAddress;
	for (;;) {
		const due = await ask<LettersDue | null>(
			asSystem().rpc('call_letters_due', { p_call: call_id, p_limit: batch })
		);
		if (!due?.notices.length) return;
		await queueMails(
			due.notices.flatMap((notice) =>
				notice.recipients.map((to) => ({
					recipient: to.email,
					letter: letterOf(due, notice, to, address),
					kind: mailKinds[notice.kind],
					occasion: `notice:${notice.id}`,
					authorityId: due.authority.id,
					personId: to.personId,
					...(notice.kind !== 'handed_in' && { about: notice.addresseeId }) // that is the addressee's own business
				}))
			)
		);
		const written = Object.fromEntries(due.notices.map(({ id, recipients }) => [id, recipients.length]));
		await ask(asSystem().rpc('call_letters_written', { p_notices: written }));
	}
}

/** The daily job `remind_open_calls`: a week before the due date, on its day, and two weeks after it. */
export async function remindOpenCalls() {
	await ask(asSystem().rpc('remind_open_calls'));
}
