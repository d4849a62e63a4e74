import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ask, document, type Database } from '#lib/server/database.ts';
import { inCell, meaningsOf, missingIn, type Meaning } from '#lib/server/import/columns.ts';
import { readTable } from '#lib/server/import/read-table.ts';
import { TableRefusal, type Table } from '#lib/server/import/table.ts';
import {
	importColumns,
	importDocument,
	importEntry,
	type Import,
	type ImportColumns,
	type ImportEntry,
	type ImportKind,
	type Remark
} from './import.ts';
import { layouts } from './layouts.server.ts';

const importOf = document('import', importDocument);
const columnsOf = document('import_columns', importColumns);
const entries = document('list_imports', z.array(importEntry));
const knownHeadings = document('known_headings', z.record(z.string(), z.string().nullable()));

/**
 * Keeps the lines of a file and has them checked by a job; where nobody knows what its columns mean, its sender is asked
 * first. @returns the import's id
 * @throws TableRefusal when the file cannot be read, HeadingRefusal when it lacks columns
 */
export async function upload(db: Database, authorityId: string, kind: ImportKind, file: File) {
	const { columns, ours } = layouts[kind];
	const wanted = columns.flatMap(({ words }) => words);
	const [{ table, bytes }, said] = await Promise.all([
		readTable(file, wanted),
		knownHeadings(db, { p_authority: authorityId, p_kind: kind })
	]);
	const headings = table.headings.map((heading) => inCell(heading).slice(0, 500));
	const meanings = meaningsOf(headings, { columns, ours, said });
	const missing = missingIn(meanings, columns);
	const isAllTaken = headings.every((heading, n) => !heading || meanings[n]);
	if (missing.length && isAllTaken) throw new HeadingRefusal(missing);
	const isClear = !missing.length && meanings.every((meaning) => meaning !== undefined);
	const digest = createHash('sha256').update(bytes).digest('hex');
	return keep(db, authorityId, kind, file.name, digest, { ...table, headings }, isClear ? meanings : null);
}

/** The file lacks columns of the template, and has none left that could be meant. */
export class HeadingRefusal extends TableRefusal {
	readonly columns: string[];
	constructor(columns: string[]) {
		super('imports_error_missing_columns');
		this.columns = columns;
	}
}

/** Some hundred lines at a time, so that no call is large. */
const batch = 500;

async function keep(
	db: Database,
	authorityId: string,
	kind: ImportKind,
	name: string,
	digest: string,
	{ headings, rows, remarks }: Table,
	meanings: (string | null)[] | null
) {
	const id = await ask(
		db.rpc('begin_import', {
			p_authority: authorityId,
			p_kind: kind,
			p_file_name: name.slice(-200) || 'Datei',
			p_digest: digest,
			p_headings: headings,
			p_remarks: shortened(remarks.map(asRemark))
		})
	);
	const lines = rows.map(({ number, cells }) => ({ number, cells: cells.map(inCell) }));
	for (let at = 0; at < lines.length; at += batch)
		await ask(db.rpc('add_import_lines', { p_id: id, p_lines: lines.slice(at, at + batch) }));
	await ask(db.rpc('close_import', { p_id: id, p_columns: meanings }));
	return id;
}

const asRemark = ({ remark, number, column, value }: Table['remarks'][number]): Remark => ({
	number,
	field: column ?? '',
	problem: remark,
	value
});

/** So many are shown; how many more there are is said. */
const mostRemarks = 200;

const shortened = (remarks: Remark[]): Remark[] =>
	remarks.length > mostRemarks
		? [
				...remarks.slice(0, mostRemarks),
				{ number: null, field: '', problem: 'more', value: String(remarks.length - mostRemarks) }
			]
		: remarks;

/** One import with its preview. @throws Refusal NOTFD */
export const find = (db: Database, id: string): Promise<Import> => importOf(db, { p_id: id });

/** The headings of one's own import, with what they mean as far as anybody knows. @throws Refusal NOTFD */
export async function columns(db: Database, id: string): Promise<ImportColumns & { meanings: Meaning[] }> {
	const of = await columnsOf(db, { p_id: id });
	const headings = of.headings.map(({ heading }) => heading);
	return { ...of, meanings: of.chosen ?? meaningsOf(headings, { ...layouts[of.kind], said: of.known }) };
}

/** Says what each heading means, null for a column that is not taken over; then it is read. @throws Refusal NOTFD */
export const map = (db: Database, id: string, meanings: (string | null)[]) =>
	ask(db.rpc('map_import', { p_id: id, p_columns: meanings }));

/** The last imports of a kind. @throws Refusal NOTFD for those who may not read in such files */
export const list = (db: Database, authorityId: string, kind: ImportKind): Promise<ImportEntry[]> =>
	entries(db, { p_authority: authorityId, p_kind: kind });

/** "Übernehmen": a job does it; asked twice, it is done once. @throws Refusal RULED while a row has a problem */
export const request = (db: Database, id: string) => ask(db.rpc('request_import', { p_id: id }));

/** "Abbrechen" while it is taken over: the job stops after some rows, and nothing is taken over. */
export const cancel = (db: Database, id: string) => ask(db.rpc('cancel_import', { p_id: id }));

/** Throws an import away that was not taken over; while it is checked, that ends there. */
export const discard = (db: Database, id: string) => ask(db.rpc('discard_import', { p_id: id }));

/** Takes back all reports of an import that was taken over, or none. @throws Refusal RULED when one was read, or the minutes are over */
export const takeBack = (db: Database, id: string) => ask(db.rpc('take_back_import', { p_id: id }));
