import { list } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { ReportState } from './need-report.ts';
import { labelOf, type Term } from './vocabulary.ts';

/** What everybody may know, as `public_overview(p_authority)` gives it: small numbers are hidden (null) in SQL already. */
export interface PublicOverview {
	/** Counts below this are hidden. */
	small: number;
	/** The largest first, then those hidden. */
	byField: { field: string; reports: number | null }[];
	reports: number | null;
	answered: number | null;
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
