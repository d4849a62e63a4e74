import { z } from 'zod';
import { list, number } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { calendarDay, instant } from '#lib/i18n/times.ts';
import { reportState, verdict } from '#lib/needs/reports/need-report.ts';
import { labelOf, type Term } from '#lib/vocabulary/vocabulary.ts';

const publicReport = z.strictObject({
	number: z.string(),
	title: z.string(),
	organisationName: z.string(),
	receivedAt: instant,
	state: reportState,
	decision: z.string().nullable()
});
export type PublicReport = z.infer<typeof publicReport>;

/** What everybody may know, as `public_overview(p_authority)` gives it: rounded in SQL, small numbers hidden (null). */
export const publicOverview = z.strictObject({
	/** Counts below this are hidden. */
	small: z.int(),
	/** The day the figures were taken; null: there are none yet. */
	asOf: calendarDay.nullable(),
	/** The largest first, then those hidden. */
	byField: z.array(
		z.strictObject({
			field: z.string(),
			reports: z.int().nullable()
		})
	),
	reports: z.int().nullable(),
	answered: z.int().nullable(),
	/** By decision word. */
	byDecision: z.record(z.string(), z.int().nullable()),
	/** By verdict on the gap, and who was asked and has not answered. */
	byVerdict: z.partialRecord(z.union([verdict, z.literal('silent')]), z.int().nullable()),
	interimDays: z.int(),
	finalDays: z.int(),
	recent: z.array(publicReport)
});
export type PublicOverview = z.infer<typeof publicOverview>;

/** The bars of the chart; hidden numbers share one line that says which fields they are. */
export function barsOf({ byField, small }: PublicOverview, fields: Term[]) {
	const bars = byField.flatMap(({ field, reports }) =>
		reports === null ? [] : [{ label: labelOf(fields, field), value: reports }]
	);
	const hidden = byField.filter(({ reports }) => reports === null);
	if (!hidden.length) return bars;
	const label = list(hidden.map(({ field }) => labelOf(fields, field)));
	return [...bars, { label, value: 0, shown: m.public_hidden_each({ small }) }];
}

/** A count as shown: what is hidden says so. */
export const shownCount = (count: number | null, small: number): string =>
	count === null ? m.public_hidden({ small }) : number(count);

const verdicts = {
	yes: m.public_gap_yes,
	partly: m.public_gap_partly,
	no: m.public_gap_no,
	silent: m.public_gap_silent
};

/** What was decided, in the order of the vocabulary. */
export const decisionFacts = ({ byDecision, small }: PublicOverview, decisions: Term[]) =>
	factsOf(
		decisions.map(({ key }) => ({ label: labelOf(decisions, key), count: byDecision[key] ?? null })),
		small
	);

/** What those who reported say about the gap. */
export const verdictFacts = ({ byVerdict, small }: PublicOverview) =>
	factsOf(
		(Object.keys(verdicts) as (keyof typeof verdicts)[]).map((verdict) => ({
			label: verdicts[verdict](),
			count: byVerdict[verdict] ?? null
		})),
		small
	);

/** Hidden numbers share one line; where all are hidden, there is nothing to tell. */
function factsOf(cells: { label: string; count: number | null }[], small: number) {
	const shown = cells.filter(({ count }) => count !== null);
	const hidden = cells.filter(({ count }) => count === null).map(({ label }) => label);
	if (!shown.length) return [];
	const facts = shown.map(({ label, count }) => ({ term: label, value: shownCount(count, small) }));
	return hidden.length ? [...facts, { term: list(hidden), value: m.public_hidden_each({ small }) }] : facts;
}
