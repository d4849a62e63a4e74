import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ask, document, type Database } from '#lib/server/database.ts';
import { matchColumns, type Matched } from '#lib/server/import/columns.ts';
import { readTable } from '#lib/server/import/read-table.ts';
import { TableRefusal } from '#lib/server/import/table.ts';
import type { Vocabulary } from '#lib/vocabulary/vocabulary.ts';
import { importDocument, importEntry, type Import, type ImportEntry, type ImportKind } from './import.ts';
import { memberColumns, readMember } from './member-rows.server.ts';
import { readReport, reportColumns } from './report-rows.server.ts';

const importOf = document('import', importDocument);
const entries = document('list_imports', z.array(importEntry));

type Row = { number: number; answers: Record<string, string | string[]> };
type Words = { vocabulary: Vocabulary; places: { ags: string; name: string }[] };

/**
 * Reads a file of reports and keeps its rows for the preview. @returns the import's id
 * @throws TableRefusal when the file cannot be read, HeadingRefusal when its columns are not the right ones
 */
export async function uploadReports(
	db: Database,
	authorityId: string,
	file: File,
	{ vocabulary, places }: Words
) {
	const { table, bytes } = await readTable(file);
	const { rows } = checked(matchColumns(table, reportColumns));
	const read = rows.map(({ number, texts }) => ({ number, answers: readReport(texts, vocabulary, places) }));
	return keep(db, authorityId, 'need_reports', file.name, bytes, read);
}

/** The same for a file of members. */
export async function uploadMembers(db: Database, authorityId: string, file: File) {
	const { table, bytes } = await readTable(file);
	const { rows } = checked(matchColumns(table, memberColumns));
	const read = rows.map(({ number, texts }) => ({ number, answers: readMember(texts) }));
	return keep(db, authorityId, 'members', file.name, bytes, read);
}

/** The headings are not those of the template. */
export class HeadingRefusal extends TableRefusal {
	readonly columns: string[];
	constructor(messageKey: string, columns: string[]) {
		super(messageKey);
		this.columns = columns;
	}
}

function checked<Key extends string>(found: Matched<Key>): Matched<Key> {
	if (found.repeated.length) throw new HeadingRefusal('imports_error_repeated_columns', found.repeated);
	if (found.missing.length) throw new HeadingRefusal('imports_error_missing_columns', found.missing);
	return found;
}

/** Some hundred rows at a time, so that no call is large. */
const batch = 500;

async function keep(
	db: Database,
	authorityId: string,
	kind: ImportKind,
	name: string,
	bytes: Buffer,
	rows: Row[]
) {
	const id = await ask(
		db.rpc('begin_import', {
			p_authority: authorityId,
			p_kind: kind,
			p_file_name: name.slice(-200) || 'Datei',
			p_digest: createHash('sha256').update(bytes).digest('hex')
		})
	);
	for (let at = 0; at < rows.length; at += batch)
		await ask(db.rpc('add_import_rows', { p_id: id, p_rows: rows.slice(at, at + batch) }));
	await ask(db.rpc('close_import', { p_id: id }));
	return id;
}

/** One import with its preview. @throws Refusal NOTFD */
export const find = (db: Database, id: string): Promise<Import> => importOf(db, { p_id: id });

/** The last imports of a kind. @throws Refusal NOTFD for those who may not read in such files */
export const list = (db: Database, authorityId: string, kind: ImportKind): Promise<ImportEntry[]> =>
	entries(db, { p_authority: authorityId, p_kind: kind });

/** "Übernehmen": a job does it; asked twice, it is done once. @throws Refusal RULED while a row has a problem */
export const request = (db: Database, id: string) => ask(db.rpc('request_import', { p_id: id }));

/** Throws an import away that was not taken over. */
export const discard = (db: Database, id: string) => ask(db.rpc('discard_import', { p_id: id }));
