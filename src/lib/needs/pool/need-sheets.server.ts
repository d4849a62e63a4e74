import { date } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Database } from '#lib/server/database.ts';
import type { Sheet } from '#lib/server/export/sheet.ts';
import type { MunicipalityFacts } from '#lib/needs/figures/map/municipality-facts.ts';
import { needState, type NeedRow, type PoolFilter } from './need.ts';
import * as needs from './needs.server.ts';
import { labelOf, type Vocabulary } from '#lib/vocabulary/vocabulary.ts';

const notesOf = ({ name }: App.Authority) => [
	m.ui_source({ source: name }),
	m.needs_export_as_of({ date: date(new Date()) })
];

/** The pool of needs as filtered. For planners. @throws Refusal NOTFD */
export async function pool(
	db: Database,
	authority: App.Authority,
	filter: PoolFilter,
	{ fieldsOfAction }: Vocabulary
): Promise<Sheet<NeedRow>> {
	const first = await needs.list(db, authority.id, filter);
	return {
		name: m.needs_pool_title(),
		columns: [
			{ label: m.imports_column_number(), width: 12, value: (row) => row.number },
			{ label: m.needs_pool_column_need(), width: 50, value: (row) => row.title },
			{
				label: m.needs_column_field(),
				width: 26,
				value: (row) => labelOf(fieldsOfAction, row.field_of_action)
			},
			{ label: m.needs_map_total(), width: 12, kind: 'number', value: (row) => row.reports },
			{ label: m.needs_map_open(), width: 14, kind: 'number', value: (row) => row.unanswered },
			{ label: m.needs_column_state(), width: 24, value: (row) => needState(row).word },
			{ label: m.needs_pool_column_opened(), width: 14, kind: 'day', value: (row) => row.opened_at },
			{ label: m.needs_pool_settled(), width: 14, kind: 'day', value: (row) => row.settled_at }
		],
		rows: readAll(db, authority.id, filter, first),
		notes: notesOf(authority)
	};
}

async function* readAll(
	db: Database,
	authorityId: string,
	filter: PoolFilter,
	first: Awaited<ReturnType<typeof needs.list>>
) {
	let page = first;
	yield* page.rows;
	while (page.hasMore) {
		page = await needs.list(db, authorityId, { ...filter, after: page.rows.at(-1)!.number });
		yield* page.rows;
	}
}

/** The figures of the map. */
export const map = (authority: App.Authority, facts: MunicipalityFacts[]): Sheet<MunicipalityFacts> => ({
	name: m.needs_map_table(),
	columns: [
		{ label: m.imports_column_ags(), width: 11, value: (place) => place.ags },
		{ label: m.needs_filter_municipality(), width: 30, value: (place) => place.name },
		{ label: m.needs_map_total(), width: 12, kind: 'number', value: (place) => place.total },
		{ label: m.needs_map_open(), width: 14, kind: 'number', value: (place) => place.open },
		{ label: m.needs_map_overdue(), width: 12, kind: 'number', value: (place) => place.overdue }
	],
	rows: facts,
	notes: [...notesOf(authority), m.needs_map_note()]
});
