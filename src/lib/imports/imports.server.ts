import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ask, document, type Database } from '#lib/server/database.ts';
import { matchColumns, type ImportColumn, type Matched } from '#lib/server/import/columns.ts';
import { readTable } from '#lib/server/import/read-table.ts';
import { TableRefusal } from '#lib/server/import/table.ts';
import { inThread } from '#lib/server/threads/threads.ts';
import type { Vocabulary } from '#lib/vocabulary/vocabulary.ts';
import {
	importDocument,
	importEntry,
	type Import,
	type ImportEntry,
	type ImportKind,
	type Remark
} from './import.ts';
import { isExampleMember, memberColumns, readMember } from './member-rows.server.ts';
import { isExampleReport, reportColumns, reportReader } from './report-rows.server.ts';

const threaded = inThread<typeof import('./personal-in.ts')>('src/lib/imports/personal-in.ts');

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
	const read = reportReader(vocabulary, places);
	const found = await readRows(file, reportColumns, isExampleReport, read);
	const people = await threaded('personalIn', found.rows);
	return keep(db, authorityId, 'need_reports', file.name, {
		...found,
		remarks: [...found.remarks, ...people]
	});
}

/** The same for a file of members. */
export async function uploadMembers(db: Database, authorityId: string, file: File) {
	const found = await readRows(file, memberColumns, isExampleMember, readMember);
	return keep(db, authorityId, 'members', file.name, found);
}

type Found = { rows: Row[]; remarks: Remark[]; digest: string };

/** The rows of a file, and what of it is in none of them. */
async function readRows<Key extends string>(
	file: File,
	columns: readonly ImportColumn<Key>[],
	isExample: (texts: Partial<Record<Key, string>>) => boolean,
	read: (texts: Partial<Record<Key, string>>) => Row['answers']
): Promise<Found> {
	const wanted = columns.flatMap(({ words }) => words);
	const { table, bytes } = await readTable(file, wanted);
	const { rows, unknown } = checked(matchColumns(table, columns));
	const examples = rows.filter(({ texts }) => isExample(texts));
	const own = rows.filter((row) => !examples.includes(row));
	if (!own.length) throw new TableRefusal('imports_error_no_rows');
	return {
		rows: own.map(({ number, texts }) => ({ number, answers: read(texts) })),
		remarks: [
			...(unknown.length ? [aboutFile('unknown_columns', unknown.join('; '))] : []),
			...examples.map(({ number, texts }) => ({
				number,
				field: '',
				problem: 'example',
				value: Object.values<string | undefined>(texts).filter(Boolean).slice(0, 2).join('; ')
			})),
			...table.remarks.map(({ remark, number, column, value }) => ({
				number,
				field: column ?? '',
				problem: remark,
				value
			}))
		],
		digest: createHash('sha256').update(bytes).digest('hex')
	};
}

const aboutFile = (problem: string, value: string): Remark => ({ number: null, field: '', problem, value });

/** So many are shown; how many more there are is said. */
const mostRemarks = 200;

const shortened = (remarks: Remark[]) =>
	remarks.length > mostRemarks
		? [...remarks.slice(0, mostRemarks), aboutFile('more', String(remarks.length - mostRemarks))]
		: remarks;

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
	{ rows, remarks, digest }: Found
) {
	const id = await ask(
		db.rpc('begin_import', {
			p_authority: authorityId,
			p_kind: kind,
			p_file_name: name.slice(-200) || 'Datei',
			p_digest: digest,
			p_remarks: shortened(remarks)
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

/** "Abbrechen" while it is taken over: the job stops after some rows, and nothing is taken over. */
export const cancel = (db: Database, id: string) => ask(db.rpc('cancel_import', { p_id: id }));

/** Throws an import away that was not taken over. */
export const discard = (db: Database, id: string) => ask(db.rpc('discard_import', { p_id: id }));
