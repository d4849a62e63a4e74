import { z } from 'zod';
import { date, shortDate } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { ReportState, Verdict } from '#lib/needs/reports/need-report.ts';
import { words } from '#lib/needs/reports/report-words.ts';
import type { Sign } from '#lib/needs/reports/need-report-list.ts';

/** A row of the pool, as `list_needs` gives it. */
export interface NeedRow {
	number: string;
	title: string;
	field_of_action: string;
	opened_at: string;
	settled_at: string | null;
	reports: number;
	unanswered: number;
	/** Reporters who say that the gap is not closed, or only partly. */
	gaps: number;
}

/** A need of the pool with its reports and what was done, as `need(p_number)` gives it. */
export interface Need {
	number: string;
	title: string;
	fieldOfAction: string;
	openedAt: string;
	settledAt: string | null;
	today: string;
	reports: PooledReport[];
	settlements: { outcome: 'settled' | 'reopened'; body: string; at: string; personName: string | null }[];
	canSettle: boolean;
	canReopen: boolean;
}

export interface PooledReport {
	number: string;
	title: string;
	organisationName: string;
	state: ReportState;
	decision: string | null;
	receivedAt: string;
	/** Calendar day. */
	finalDueOn: string;
	finalAt: string | null;
	gapVerdict: Verdict | null;
	gapAskedAt: string | null;
	gapAnsweredAt: string | null;
	gapSentence: string | null;
}

/** The words of the pool's address and what `list_needs` calls them; the first is shown without one. */
export const poolWords = { offen: 'open', erledigt: 'settled', alle: 'all' } as const;
export type PoolFilter = keyof typeof poolWords;

export const readPoolFilter = (word: string | null): PoolFilter =>
	(Object.keys(poolWords) as PoolFilter[]).find((known) => known === word) ?? 'offen';

const body = (missing: string) => z.string().trim().min(1, missing).max(2000, 'needs_pool_error_long');
export const settlementForm = z.object({ body: body('needs_pool_error_done') });
export const reopeningForm = z.object({ body: body('needs_pool_error_why') });

/** How far a need has come, as a sign and words. */
export function needState(need: Pick<NeedRow, 'settled_at' | 'reports' | 'unanswered' | 'gaps'>): {
	sign: Sign;
	word: string;
} {
	if (need.settled_at && need.gaps) return { sign: 'late', word: m.needs_pool_state_gap() };
	if (need.settled_at) {
		return { sign: 'done', word: m.needs_pool_state_settled({ date: shortDate(need.settled_at) }) };
	}
	if (!need.reports) return { sign: 'open', word: m.needs_pool_state_empty() };
	if (need.unanswered) {
		return { sign: 'now', word: m.needs_pool_state_unanswered({ count: need.unanswered }) };
	}
	return { sign: 'open', word: m.needs_pool_state_ready() };
}

/** What a reporter says about the gap. Silence is said, too: since when there is no answer. */
export function gapInWords(report: Pick<PooledReport, 'gapVerdict' | 'gapAskedAt' | 'gapAnsweredAt'>): {
	sign: Sign;
	word: string;
} {
	const { gapVerdict, gapAskedAt, gapAnsweredAt } = report;
	if (gapVerdict && gapAnsweredAt) {
		return { sign: gapVerdict === 'yes' ? 'done' : 'late', word: words.verdict[gapVerdict]() };
	}
	if (gapAskedAt) return { sign: 'open', word: m.needs_pool_gap_silent({ date: date(gapAskedAt) }) };
	return { sign: 'open', word: m.needs_pool_gap_not_asked() };
}
