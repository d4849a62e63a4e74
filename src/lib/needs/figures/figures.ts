import { z } from 'zod';
import { list, number } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { calendarDay } from '#lib/i18n/times.ts';
import { stateOf } from '#lib/needs/reports/need-report-list.ts';
import { reportState, type ReportState } from '#lib/needs/reports/need-report.ts';
import { labelOf, type Term } from '#lib/vocabulary/vocabulary.ts';

const answerTimes = ['up_to_2', 'up_to_4', 'up_to_8', 'over_8'] as const;
type AnswerTime = (typeof answerTimes)[number];

/** A count; null where it is hidden. */
export const count = z.int().nullable();
type Count = z.infer<typeof count>;

/** Reports in four ways to look at them. */
export const figures = z.strictObject({
	reports: count,
	answered: count,
	byField: z.array(
		z.strictObject({
			field: z.string(),
			reports: count
		})
	),
	/** No name: reports that name no single municipality. */
	byArea: z.array(
		z.strictObject({
			name: z.string().nullable(),
			reports: count
		})
	),
	/** Public: those without an answer only. */
	byState: z.partialRecord(reportState, count),
	byTime: z.partialRecord(z.enum(answerTimes), count)
});
export type Figures = z.infer<typeof figures>;

/** As `public_figures` gives it: rounded in SQL, small counts hidden. */
export const publicFigures = z.strictObject({
	...figures.shape,
	/** Counts below this are hidden. */
	small: z.int(),
	/** The day they were taken; nothing has been since. Null: there are none yet. */
	asOf: calendarDay.nullable()
});
export type PublicFigures = z.infer<typeof publicFigures>;

/** As `need_report_figures` gives it: true counts of what one may see. */
export const ownFigures = z.strictObject({
	...figures.shape,
	/** Half of the answers took no longer. */
	medianDays: z.int().nullable()
});
export type OwnFigures = z.infer<typeof ownFigures>;

export interface FigureTable {
	key: 'field' | 'area' | 'state' | 'time';
	title: string;
	labelHead: string;
	cells: { label: string; reports: Count }[];
}

/** The tables there is something to show of, in the order of the page. */
export function tablesOf(figures: Figures, fields: Term[]): FigureTable[] {
	const { byField, byArea, byState, byTime } = figures;
	const tables: FigureTable[] = [
		{
			key: 'field',
			title: m.figures_by_field(),
			labelHead: m.needs_column_field(),
			cells: byField.map(({ field, reports }) => ({ label: labelOf(fields, field), reports }))
		},
		{
			key: 'area',
			title: m.figures_by_area(),
			labelHead: m.needs_filter_municipality(),
			cells: byArea.map(({ name, reports }) => ({ label: name ?? m.figures_no_area(), reports }))
		},
		{
			key: 'state',
			title: 'small' in figures ? m.figures_by_open_state() : m.figures_by_state(),
			labelHead: m.needs_column_state(),
			cells: stateCells(byState)
		},
		{
			key: 'time',
			title: m.figures_by_time(),
			labelHead: m.figures_time(),
			cells: timeCells(byTime, !('small' in figures))
		}
	];
	return tables.filter(({ cells }) => cells.length);
}

const states: ReportState[] = ['received', 'in_progress', 'clarification', 'answered', 'settled', 'closed'];

const stateCells = (byState: Figures['byState']) =>
	states.flatMap((state) =>
		state in byState ? [{ label: stateOf(state).word, reports: byState[state] ?? null }] : []
	);

/** With all steps of the scale where true counts are told, so that none seems forgotten. */
function timeCells(byTime: Figures['byTime'], isWhole: boolean): FigureTable['cells'] {
	if (!Object.keys(byTime).length) return [];
	return answerTimes
		.filter((time) => isWhole || time in byTime)
		.map((time) => ({ label: timeInWords(time), reports: time in byTime ? (byTime[time] ?? null) : 0 }));
}

const timeInWords = (time: AnswerTime) =>
	({
		up_to_2: m.figures_time_up_to_2,
		up_to_4: m.figures_time_up_to_4,
		up_to_8: m.figures_time_up_to_8,
		over_8: m.figures_time_over_8
	})[time]();

/** The bars of a table's chart; what is hidden shares one line without a bar. */
export function barsOf({ cells }: FigureTable, small: number) {
	const shown = cells.flatMap(({ label, reports }) => (reports === null ? [] : [{ label, value: reports }]));
	const hidden = cells.filter(({ reports }) => reports === null).map(({ label }) => label);
	return hidden.length
		? [...shown, { label: list(hidden), value: 0, shown: m.public_hidden_each({ small }) }]
		: shown;
}

/** The three largest, in a sentence for those who do not see the chart. */
export function describe({ cells }: FigureTable): string {
	const shown = cells.filter(({ reports }) => reports !== null && reports > 0);
	const most = shown.toSorted((a, b) => (b.reports ?? 0) - (a.reports ?? 0)).slice(0, 3);
	const words = most.map(({ label, reports }) => `${label} (${number(reports ?? 0)})`);
	return most.length ? m.figures_chart_text({ most: list(words) }) : m.figures_chart_hidden();
}
