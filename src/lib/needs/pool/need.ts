import { z } from 'zod';
import { href } from '#lib/i18n/addresses.ts';
import { date, list, shortDate } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { calendarDay, instant } from '#lib/i18n/times.ts';
import type { Sign } from '#lib/needs/reports/need-report-list.ts';
import { reportState, verdict } from '#lib/needs/reports/need-report.ts';
import { words } from '#lib/needs/reports/report-words.ts';
import { needChange } from './need-change.ts';

/** The words of the pool's address and what `list_needs` calls them; the first is shown without one. */
export const poolWords = { offen: 'open', erledigt: 'settled', alle: 'all' } as const;
export interface PoolFilter {
	state: keyof typeof poolWords;
	search?: string | undefined;
	/** Number of the last need shown: the pool goes on after it. */
	after?: string | undefined;
}

export const readPoolFilter = (sent: URLSearchParams): PoolFilter => ({
	state:
		(Object.keys(poolWords) as PoolFilter['state'][]).find((known) => known === sent.get('stand')) ?? 'offen',
	search: sent.get('suche')?.trim().slice(0, 200) || undefined,
	after: sent.get('nach')?.slice(0, 40) || undefined
});

/** The address of the pool so filtered. @param path of the same as a file */
export function addressOfPool({ state, search, after }: PoolFilter, path = href('/needs/pool')): string {
	const query = new URLSearchParams();
	if (state !== 'offen') query.set('stand', state);
	if (search) query.set('suche', search);
	if (after) query.set('nach', after);
	return query.size ? `${path}?${query}` : path;
}

const body = (missing: string) => z.string().trim().min(1, missing).max(2000, 'needs_pool_error_long');

/** A row of the pool, as `list_needs` gives it. */
export const needRow = z.strictObject({
	number: z.string(),
	title: z.string(),
	field_of_action: z.string(),
	opened_at: instant,
	settled_at: instant.nullable(),
	reports: z.int(),
	unanswered: z.int(),
	/** Reporters who say that the gap is not closed, or only partly. */
	gaps: z.int(),
	/** Number of the need it was merged into. */
	heir: z.string().nullable(),
	/** What it was called before, and what the needs merged into it were called. */
	formerly: z.string().nullable()
});
export type NeedRow = z.infer<typeof needRow>;

const pooledReport = z.strictObject({
	number: z.string(),
	title: z.string(),
	organisationName: z.string(),
	state: reportState,
	decision: z.string().nullable(),
	/** Calendar day. */
	finalDueOn: calendarDay,
	finalAt: instant.nullable(),
	gapVerdict: verdict.nullable(),
	gapAskedAt: instant.nullable(),
	gapAnsweredAt: instant.nullable(),
	gapSentence: z.string().nullable()
});
export type PooledReport = z.infer<typeof pooledReport>;

/** A need of the pool with its reports and what was done, as `need(p_number)` gives it. */
export const need = z.strictObject({
	number: z.string(),
	title: z.string(),
	fieldOfAction: z.string(),
	openedAt: instant,
	settledAt: instant.nullable(),
	reports: z.array(pooledReport),
	settlements: z.array(
		z.strictObject({
			outcome: z.enum(['settled', 'reopened']),
			body: z.string(),
			at: instant,
			personName: z.string().nullable()
		})
	),
	/** Where it went in the end, if it was merged. */
	heir: z.strictObject({ number: z.string(), title: z.string() }).nullable(),
	/** How it was renamed, merged and split, oldest first. */
	changes: z.array(needChange),
	canSettle: z.boolean(),
	canReopen: z.boolean(),
	canRename: z.boolean(),
	canMerge: z.boolean(),
	canSplit: z.boolean(),
	/** Plans for the authority itself; offices contribute. */
	canAnswer: z.boolean()
});
export type Need = z.infer<typeof need>;

/** Who reported: each organisation once, in words. */
export const reportersOf = ({ reports }: Pick<Need, 'reports'>): string =>
	list([...new Set(reports.map(({ organisationName }) => organisationName))]);

export const settlementForm = z.object({ body: body('needs_pool_error_done') });
export const reopeningForm = z.object({ body: body('needs_pool_error_why') });

/** How far a need has come, as a sign and words. */
export function needState(need: Pick<NeedRow, 'settled_at' | 'reports' | 'unanswered' | 'gaps' | 'heir'>): {
	sign: Sign;
	word: string;
} {
	if (need.heir) return { sign: 'done', word: m.needs_pool_state_merged({ number: need.heir }) };
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
