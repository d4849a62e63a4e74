import { z } from 'zod';
import { date } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { document, type Database } from '#lib/server/database.ts';
import type { Sheet } from '#lib/server/export/sheet.ts';
import type { Vocabulary } from '#lib/vocabulary/vocabulary.ts';
import { columnsOf, exportedReport, type ExportedReport } from './need-report-columns.ts';
import { conditionsOf, type ReportFilter } from './report-filter.ts';

const exported = document('export_need_reports', z.array(exportedReport));

/** The whole list as filtered, read a thousand rows at a time while it is sent. */
export function sheet(
	db: Database,
	authority: App.Authority,
	filter: ReportFilter,
	own: string | null,
	organisations: string[],
	vocabulary: Vocabulary
): Sheet<ExportedReport> {
	return {
		name: m.needs_export_sheet(),
		columns: columnsOf(vocabulary),
		rows: readAll(db, authority.id, conditionsOf(filter, own, organisations)),
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
	filter: ReturnType<typeof conditionsOf>
): AsyncGenerator<ExportedReport> {
	let after: string | undefined;
	do {
		const page = await exported(db, { p_authority: authorityId, p_filter: filter, p_after: after });
		yield* page;
		after = page.length === pageSize ? page.at(-1)?.number : undefined;
	} while (after);
}
