import { z } from 'zod';
import { list, number } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { instant } from '#lib/i18n/times.ts';
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

/** What everybody may know, as `public_overview(p_authority)` gives it: small numbers are hidden (null) in SQL already. */
export const publicOverview = z.strictObject({
	/** Counts below this are hidden. */
	small: z.int(),
	/** The largest first, then those hidden. */
	byField: z.array(
		z.strictObject({
			field: z.string(),
			reports: z.int().nullable()
		})
	),
	reports: z.int().nullable(),
	answered: z.int().nullable(),
	/** By decision word; the whole is missing where its sum is hidden. */
	byDecision: z.record(z.string(), z.int().nullable()).nullable(),
	/** By verdict on the gap, and who was asked and has not answered. */
	byVerdict: z.partialRecord(z.union([verdict, z.literal('silent')]), z.int().nullable()).nullable(),
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

/** What was decided, in the order of the vocabulary; words never used are left out. */
export function decisionFacts({ byDecision, small }: PublicOverview, decisions: Term[]) {
	return decisions
		.filter(({ key }) => byDecision && key in byDecision)
		.map(({ key }) => ({
			term: labelOf(decisions, key),
			value: shownCount(byDecision?.[key] ?? null, small)
		}));
}

/** What those who reported say about the gap. */
export function verdictFacts({ byVerdict, small }: PublicOverview) {
	return (Object.keys(verdicts) as (keyof typeof verdicts)[])
		.filter((verdict) => byVerdict && verdict in byVerdict)
		.map((verdict) => ({
			term: verdicts[verdict](),
			value: shownCount(byVerdict?.[verdict] ?? null, small)
		}));
}
