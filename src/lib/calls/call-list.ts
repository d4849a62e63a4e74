import { href } from '#lib/i18n/addresses.ts';
import { date, moment, timeLeft } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { phaseOf, type CallHead } from './call.ts';
import { pageOf } from './kind.ts';

/** A call in the list. The counts are there for planners only. */
export interface CallRow extends CallHead {
	own: OwnAnswer[];
	addressees?: number;
	answered?: number;
	/** How many asked for more time and wait for a decision. */
	asking?: number;
	/** How many have not answered and still have time. */
	running?: number;
}

/** How far one's own organisation has come with a call. */
export interface OwnAnswer {
	organisationName: string;
	dueAt: string;
	answeredAt: string | null;
	outcome: 'submitted' | 'nil_return' | null;
	isLate: boolean;
	isOverdue: boolean;
	hasBegun: boolean;
}

export interface CallPage {
	plans: boolean;
	calls: CallRow[];
	hasMore: boolean;
}

/** Where a row leads: planners to the ledger, or on with the preparation; addressees to their answer. */
export function addressOf(call: CallHead, plans: boolean): string {
	if (!plans) return href('/surveys/[slug]/reply', { slug: call.slug });
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
			return {
				href: pageOf(call, '/publication'),
				text: m.calls_next_publish()
			};
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
export function ownInWords(
	own: OwnAnswer,
	{ state }: CallHead
): { sign: 'done' | 'now' | 'open' | 'late'; word: string } {
	if (own.answeredAt) {
		const inputs = { date: date(own.answeredAt) };
		return {
			sign: 'done',
			word: own.isLate ? m.calls_own_answered_late(inputs) : m.calls_own_answered(inputs)
		};
	}
	if (state !== 'open') return { sign: 'late', word: m.calls_state_incomplete() };
	const inputs = { date: moment(own.dueAt) };
	if (own.isOverdue) return { sign: 'late', word: m.calls_own_overdue(inputs) };
	return own.hasBegun
		? { sign: 'now', word: m.calls_own_begun(inputs) }
		: { sign: 'open', word: m.calls_own_open(inputs) };
}
