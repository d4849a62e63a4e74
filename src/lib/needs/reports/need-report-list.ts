import { z } from 'zod';
import { isOverdue, shortDate, timeLeft } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { calendarDay, instant } from '#lib/i18n/times.ts';
import { formId } from '#lib/ui/form-id.ts';
import { reportState, urgencies, verdict, type ReportState, type Verdict } from './need-report.ts';

/** A row as `list_need_reports` gives it. `total` counts the whole list, up to 501: that means "more than 500". */
export const reportRow = z.strictObject({
	number: z.string(),
	title: z.string(),
	organisation_name: z.string(),
	municipality_name: z.string().nullable(),
	locality: z.string(),
	assessed_field: z.string(),
	state: reportState,
	urgency: z.enum(urgencies),
	received_at: instant,
	/** Calendar days. */
	interim_due_on: calendarDay,
	final_due_on: calendarDay,
	interim_at: instant.nullable(),
	final_at: instant.nullable(),
	decision: z.string().nullable(),
	gap_verdict: verdict.nullable(),
	total: z.int()
});
export type ReportRow = z.infer<typeof reportRow>;

/** By whose reports the list can be filtered, and the filters that one keeps, as `need_list_choices` gives it. */
export const needListChoices = z.strictObject({
	/** Plans for the authority itself: replies wait for them. */
	canAnswer: z.boolean(),
	organisations: z.array(z.strictObject({ id: z.string(), name: z.string() })),
	filters: z.array(
		z.strictObject({
			id: z.uuid(),
			name: z.string(),
			/** A `ReportFilter` of the day it was saved; what is unknown by now is left out when its address is read. */
			filter: z.record(z.string(), z.string())
		})
	)
});
export type NeedListChoices = z.infer<typeof needListChoices>;
export type SavedFilter = NeedListChoices['filters'][number];

/** What was chosen, to be kept under a name. */
export const filterForm = z.object({
	name: z.string().trim().min(1, 'needs_save_error_name').max(60, 'needs_save_error_long'),
	form_id: formId
});
export const discardForm = z.object({ id: z.uuid() });

const mostCounted = 500;

/** "18 Meldungen", "mehr als 500 Meldungen". */
export function countInWords(total: number): string {
	if (total === 0) return m.needs_count_none();
	if (total === 1) return m.needs_count_one();
	return total > mostCounted ? m.needs_count_over({ count: mostCounted }) : m.needs_count({ count: total });
}

/** What stands beside a word, besides its colour: see `StateWord`. */
export type Sign = 'done' | 'now' | 'open' | 'late';
type SignedWord = { sign: Sign; word: string };

const states: Record<ReportState, [Sign, () => string]> = {
	received: ['open', m.needs_state_received],
	in_progress: ['now', m.needs_state_in_progress],
	clarification: ['now', m.needs_state_clarification],
	answered: ['done', m.needs_state_answered],
	settled: ['done', m.needs_state_settled],
	closed: ['done', m.needs_state_closed]
};

const verdicts: Record<Verdict, () => string> = {
	yes: m.needs_state_closed_yes,
	partly: m.needs_state_closed_partly,
	no: m.needs_state_closed_no
};

/** How far a report has come; a closed one says what its reporter thinks. */
export function stateOf(state: ReportState, verdict?: Verdict | null): SignedWord {
	const [sign, word] = states[state];
	return { sign, word: state === 'closed' && verdict ? verdicts[verdict]() : word() };
}

type Clock = Pick<ReportRow, 'interim_due_on' | 'final_due_on' | 'interim_at' | 'final_at'>;

/** What is due next and when, in words: what is overdue comes first, an answer given stops the clock. */
export function clockOf(report: Clock, now: Date | string = new Date()): SignedWord {
	if (report.final_at) {
		return { sign: 'done', word: m.needs_clock_answered({ date: shortDate(report.final_at) }) };
	}
	const isFinalNext = report.interim_at !== null || isOverdue(report.final_due_on, now);
	const due = isFinalNext ? report.final_due_on : report.interim_due_on;
	const left = { left: timeLeft(due, now), date: shortDate(due) };
	return {
		sign: isOverdue(due, now) ? 'late' : 'open',
		word: isFinalNext ? m.needs_clock_answer(left) : m.needs_clock_interim(left)
	};
}
