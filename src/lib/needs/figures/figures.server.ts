import { date } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { document, type Database } from '#lib/server/database.ts';
import type { Sheet } from '#lib/server/export/sheet.ts';
import type { Term } from '#lib/vocabulary/vocabulary.ts';
import {
	ownFigures,
	publicFigures,
	tablesOf,
	type Figures,
	type OwnFigures,
	type PublicFigures
} from './figures.ts';
import { shownCount } from './public-overview.ts';

const forEverybody = document('public_figures', publicFigures);
const forReader = document('need_report_figures', ownFigures);

/** What everybody may know of the numbers of an authority. */
export const findPublic = (db: Database, authorityId: string): Promise<PublicFigures> =>
	forEverybody(db, { p_authority: authorityId });

/** The numbers of what the person may see. @throws Refusal NOTFD for those who do not take part */
export const find = (db: Database, authorityId: string): Promise<OwnFigures> =>
	forReader(db, { p_authority: authorityId });

type Cell = { table: string; label: string; reports: number | null };

/** All tables below each other. @param small threshold of public figures; asOf the day they were taken */
export function sheet(
	figures: Figures,
	authority: App.Authority,
	fields: Term[],
	notes: string[],
	{ small, asOf }: Pick<PublicFigures, 'small' | 'asOf'> = { small: 0, asOf: null }
): Sheet<Cell> {
	return {
		name: m.figures_title(),
		columns: [
			{ label: m.figures_table(), width: 36, value: ({ table }) => table },
			{ label: m.figures_cell(), width: 36, value: ({ label }) => label },
			{
				label: m.needs_map_total(),
				width: 20,
				kind: 'number',
				value: ({ reports }) => reports ?? shownCount(null, small)
			}
		],
		rows: [
			{ table: m.figures_all(), label: m.public_reports(), reports: figures.reports },
			{ table: m.figures_all(), label: m.public_answered(), reports: figures.answered },
			...tablesOf(figures, fields).flatMap(({ title, cells }) =>
				cells.map(({ label, reports }) => ({ table: title, label, reports }))
			)
		],
		notes: [
			m.ui_source({ source: authority.name }),
			m.needs_export_as_of({ date: date(asOf ?? new Date()) }),
			...notes
		]
	};
}
