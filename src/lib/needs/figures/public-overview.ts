import { list, number } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { ReportState, Verdict } from '#lib/needs/reports/need-report.ts';
import { labelOf, type Term } from '#lib/vocabulary/vocabulary.ts';

/** What everybody may know, as `public_overview(p_authority)` gives it: small numbers are hidden (null) in SQL already. */
export interface PublicOverview {
	/** Counts below this are hidden. */
	small: number;
	/** The largest first, then those hidden. */
	byField: { field: string; reports: number | null }[];
	reports: number | null;
	answered: number | null;
	/** By decision word; the whole is missing where its sum is hidden. */
	byDecision: Record<string, number | null> | null;
	/** By verdict on the gap, and who was asked and has not answered. */
	byVerdict: Partial<Record<Verdict | 'silent', number | null>> | null;
	interimDays: number;
	finalDays: number;
	recent: PublicReport[];
}

export interface PublicReport {
	number: string;
	title: string;
	organisationName: string;
	locality: string;
	receivedAt: string;
	state: ReportState;
	decision: string | null;
}

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
