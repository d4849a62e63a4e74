import { z } from 'zod';
import { date, moment, timeLeft } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { instant } from '#lib/i18n/times.ts';
import { callHead, phaseOf, type CallHead } from './call.ts';
import { kindOf, pageOf } from './kind.ts';
import { callResults } from './result.ts';
import type { SignedWord } from './ledger.ts';
import { standing } from './standing.ts';

/** How far one's own organisation has come with a call. */
const ownAnswer = z.strictObject({
	organisationName: z.string(),
	dueAt: instant,
	answeredAt: instant.nullable(),
	isLate: z.boolean(),
	standing
});
export type OwnAnswer = z.infer<typeof ownAnswer>;

/** A call in the list. The counts are there for planners only. */
const callRow = z.strictObject({
	...callHead.shape,
	own: z.array(ownAnswer),
	addressees: z.int().optional(),
	answered: z.int().optional(),
	/** How many asked for more time and wait for a decision. */
	asking: z.int().optional(),
	/** How many have not answered and still have time. */
	running: z.int().optional()
});
export type CallRow = z.infer<typeof callRow>;

export const callPage = z.strictObject({
	canPlan: z.boolean(),
	calls: z.array(callRow),
	hasMore: z.boolean(),
	results: callResults
});
export type CallPage = z.infer<typeof callPage>;

/** Where a row leads: planners to the ledger, or on with the preparation; addressees to their answer. */
export function addressOf(call: CallHead, canPlan: boolean): string {
	if (!canPlan) return kindOf(call).replyTo(call.slug);
	return pageOf(call, call.state === 'draft' ? '/preparation' : '/response');
}

/** What a planner does next with a call. */
export function nextStep(call: CallRow): { href: string; text: string } | null {
	const { asking = 0, running = 0, addressees = 0, answered = 0 } = call;
	const ledger = pageOf(call, '/response');
	switch (phaseOf(call)) {
		case 'draft':
			return {
				href: pageOf(call, '/preparation'),
				text: m.calls_next_prepare()
			};
		case 'published':
			return null;
		case 'closed':
		case 'weighing':
		case 'decided':
			return kindOf(call).afterClosing(call.slug);
		default:
			if (asking) return { href: ledger, text: m.calls_next_decide({ count: asking }) };
			if (answered === addressees || (call.isOver && !running))
				return {
					href: pageOf(call, '/closing'),
					text: m.calls_next_close()
				};
			return call.isOver
				? { href: ledger, text: m.calls_next_wait({ count: running }) }
				: { href: ledger, text: m.calls_next_watch({ left: timeLeft(call.closesAt) }) };
	}
}

/** "10 von 14" */
export const responseOf = ({ addressees, answered }: CallRow) =>
	m.calls_response({ answered: answered ?? 0, addressees: addressees ?? 0 });

/** The state of one's own answer to a call. */
export function ownInWords({ answeredAt, isLate, dueAt, standing }: OwnAnswer): SignedWord {
	const due = { date: moment(dueAt) };
	switch (standing) {
		case 'answered':
		case 'nil_return': {
			const word = isLate ? m.calls_own_answered_late : m.calls_own_answered;
			return { sign: 'done', word: word({ date: date(answeredAt!) }) };
		}
		case 'silent':
		case 'incomplete':
			return { sign: 'late', word: m.calls_state_incomplete() };
		case 'overdue':
		case 'overdue_begun':
			return { sign: 'late', word: m.calls_own_overdue(due) };
		case 'begun':
			return { sign: 'now', word: m.calls_own_begun(due) };
		case 'open':
			return { sign: 'open', word: m.calls_own_open(due) };
	}
}
