import { z } from 'zod';
import { date } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { calendarDay } from '#lib/i18n/times.ts';
import { document, type Database } from '#lib/server/database.ts';
import type { Sheet } from '#lib/server/export/sheet.ts';

/** A row as `export_members` gives it. */
const exportedMember = z.strictObject({
	organisation_name: z.string(),
	post_title: z.string(),
	salutation: z.string().nullable(),
	given_name: z.string(),
	family_name: z.string(),
	email: z.string().nullable(),
	capacity: z.string(),
	starts_on: calendarDay,
	ends_on: calendarDay.nullable(),
	standing: z.string()
});
type ExportedMember = z.infer<typeof exportedMember>;
const rows = document('export_members', z.array(exportedMember));

/** Who holds which post, and who is invited. The headings are those of the template. @throws Refusal NOTFD but for administrators */
export async function members(
	db: Database,
	authorityId: string,
	authorityName: string
): Promise<Sheet<ExportedMember>> {
	const first = await page(db, authorityId, 0);
	return {
		name: m.organisations_export_sheet(),
		columns: [
			{ label: m.imports_column_organisation(), width: 34, value: (row) => row.organisation_name },
			{ label: m.imports_column_post(), width: 30, value: (row) => row.post_title },
			{ label: m.imports_column_salutation(), width: 8, value: (row) => row.salutation },
			{ label: m.imports_column_given_name(), width: 18, value: (row) => row.given_name },
			{ label: m.imports_column_family_name(), width: 18, value: (row) => row.family_name },
			{ label: m.imports_column_email(), width: 34, value: (row) => row.email },
			{ label: m.imports_column_starts_on(), width: 12, kind: 'day', value: (row) => row.starts_on },
			{ label: m.imports_column_ends_on(), width: 12, kind: 'day', value: (row) => row.ends_on },
			{
				label: m.imports_column_capacity(),
				width: 14,
				value: (row) => (row.capacity === 'deputy' ? m.imports_word_deputy() : m.imports_word_holder())
			},
			{
				label: m.imports_column_state(),
				width: 14,
				value: (row) =>
					row.standing === 'invited' ? m.organisations_export_invited() : m.organisations_export_holds()
			}
		],
		rows: readAll(db, authorityId, first),
		notes: [m.ui_source({ source: authorityName }), m.needs_export_as_of({ date: date(new Date()) })]
	};
}

const pageSize = 1000;

async function page(db: Database, authorityId: string, after: number): Promise<ExportedMember[]> {
	return await rows(db, { p_authority: authorityId, p_after: after });
}

async function* readAll(db: Database, authorityId: string, first: ExportedMember[]) {
	let rows = first;
	yield* rows;
	for (let after = pageSize; rows.length === pageSize; after += pageSize) {
		rows = await page(db, authorityId, after);
		yield* rows;
	}
}
