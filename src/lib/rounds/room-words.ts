import { moment } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { RoomHead, RoundRoom, StatementRow } from './room-document.ts';
import { contentsPath, statementPath, typedPath, type At } from './room-paths.ts';
import { statementInWords, stateWords } from './statement-words.ts';

/** How far the organisation has come, and until when it has time. */
export function standingInWords({ standing, answeredAt, dueAt }: RoomHead): string {
	if (answeredAt) return m.rounds_standing_answered({ moment: moment(answeredAt) });
	if (standing === 'silent' || standing === 'incomplete') return m.rounds_standing_silent();
	const isLate = standing === 'overdue' || standing === 'overdue_begun';
	return (isLate ? m.rounds_standing_late : m.rounds_standing_open)({ moment: moment(dueAt) });
}

/** "Gemeinsame Stellungnahme: eingereicht, zu spät" */
export const statementRowInWords = (row: StatementRow) =>
	[
		`${statementInWords(row)}: ${stateWords[row.state]()}`,
		row.isLate && m.rounds_late(),
		row.corrects && m.rounds_is_correction(),
		row.isCorrected && m.rounds_is_corrected()
	]
		.filter(Boolean)
		.join(', ');

/** What there is to do in the room: reading, what was typed and not noted, the statements at work. */
export function tasksOf({ call, room, notes, noters, drafts, statements, document }: RoundRoom, at: At) {
	const of = (statement: string) => ({ slug: call.slug, statement });
	return [
		{
			href: contentsPath(at),
			title: m.rounds_task_read({ title: document.title }),
			why: m.rounds_task_read_why({ count: notes, people: noters })
		},
		...(drafts.length
			? [
					{
						href: typedPath(at),
						title: m.rounds_task_typed({ count: drafts.length }),
						why: m.rounds_task_typed_why()
					}
				]
			: []),
		...statements
			.filter(
				({ state, kind, isOwn }) =>
					state !== 'submitted' && state !== 'discarded' && (kind === 'joint' || isOwn)
			)
			.map((row) => ({
				href: statementPath(of(row.id)),
				title: statementInWords(row),
				why: nextOf(row, room)
			}))
	];
}

/** What has to be done next with a statement, and whose turn it is. */
export function nextOf({ kind, state, unplaced, points, voteId }: StatementRow, room: RoomHead): string {
	if (kind === 'individual') return m.rounds_next_individual({ count: points });
	if (state === 'draft' && unplaced > 0) return m.rounds_next_place({ count: unplaced });
	if (state === 'draft') return m.rounds_next_freeze({ count: points });
	if (state === 'frozen' && voteId) return m.rounds_next_vote_runs();
	if (state === 'frozen') return room.hasBody ? m.rounds_next_decide() : m.rounds_next_sign();
	return state === 'decided' ? m.rounds_next_sign() : m.rounds_next_submit();
}
