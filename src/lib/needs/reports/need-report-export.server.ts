import { z } from 'zod';
import { date } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { document, type Database } from '#lib/server/database.ts';
import type { Sheet } from '#lib/server/export/sheet.ts';
import type { Vocabulary } from '#lib/vocabulary/vocabulary.ts';
import { columnsOf, exportedReport, type ExportedReport } from './need-report-columns.ts';
import { dueWords, stateWords, type ReportFilter } from './report-filter.ts';

const exported = document('export_need_reports', z.array(exportedReport));

/** The whole list as filtered, read a thousand rows at a time while it is sent. */
export function sheet(
	db: Database,
	authority: App.Authority,
	filter: ReportFilter,
	organisationId: string | null,
	vocabulary: Vocabulary
): Sheet<ExportedReport> {
	return {
		name: m.needs_export_sheet(),
		columns: columnsOf(vocabulary),
		rows: readAll(db, authority.id, filter, organisationId),
		notes: [
			m.ui_source({ source: authority.name }),
			m.needs_export_as_of({ date: date(new Date()) }),
			m.needs_map_note()
		]
	};
}

const pageSize = 1000;

async function* readAll(
	db: Database,
	authorityId: string,
	filter: ReportFilter,
	organisationId: string | null
): AsyncGenerator<ExportedReport> {
	const { search, field, state, municipality, due, own } = filter;
	let after: string | undefined;
	do {
		const page = await exported(db, {
			p_authority: authorityId,
			p_search: search,
			p_field: field,
			p_state: state && stateWords[state],
			p_municipality: municipality,
			p_organisation: (own && organisationId) || undefined,
			p_due: due && dueWords[due],
			p_after: after
		});
		yield* page;
		after = page.length === pageSize ? page.at(-1)?.number : undefined;
	} while (after);
}
