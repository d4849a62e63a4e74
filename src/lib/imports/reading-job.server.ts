import { z } from 'zod';
import { ask, asPerson, asSystem, document, type Database } from '#lib/server/database.ts';
import { textsOf } from '#lib/server/import/columns.ts';
import { inThread } from '#lib/server/threads/threads.ts';
import { importKind, type Remark } from './import.ts';
import { layouts, type Words } from './layouts.server.ts';

const threaded = inThread<typeof import('./personal-in.ts')>('src/lib/imports/personal-in.ts');

const linesToRead = z.strictObject({
	personId: z.string(),
	authorityId: z.string(),
	kind: importKind,
	headings: z.array(z.string()),
	columns: z.array(z.string().nullable()),
	/** The number of the last line that was read. */
	after: z.int(),
	lines: z.array(z.strictObject({ number: z.int(), cells: z.array(z.string()) }))
});
type Part = z.infer<typeof linesToRead>;
const toRead = document('import_to_read', linesToRead.nullable());

const mostTries = 3;

/**
 * The job `check_import`: understands and checks the lines of a file, some hundred at a time. What was read stays; whoever
 * does the job again, after a crash or beside a first one, goes on behind it.
 */
export const checkImport =
	(wordsOf: (db: Database, authorityId: string) => Promise<Words>) =>
	async ({ import_id }: { import_id: string }, { job }: { job: { attempts: number } }) => {
		try {
			for (let part; (part = await toRead(asSystem(), { p_id: import_id }));)
				await read(import_id, part, await wordsOf(asPerson(part.personId), part.authorityId));
		} catch (error) {
			if (job.attempts < mostTries) throw error;
			await ask(asSystem().rpc('import_failed', { p_id: import_id, p_failure: 'errors_unexpected' }));
		}
	};

async function read(importId: string, { kind, headings, columns, after, lines }: Part, words: Words) {
	const { isExample, reader } = layouts[kind];
	const understand = reader(words);
	const given = lines.map(({ number, cells }) => ({ number, texts: textsOf(columns, cells) }));
	const examples = given.filter(({ texts }) => isExample(texts));
	const rows = given
		.filter((line) => !examples.includes(line))
		.map(({ number, texts }) => ({ number, answers: understand(texts) }));
	const findings: Remark[] = [
		...(after === 0 ? columnsLeftOut(headings, columns) : []),
		...examples.map(({ number, texts }) => ({
			number,
			field: '',
			problem: 'example',
			value: Object.values(texts).slice(0, 2).join('; ')
		})),
		...(kind === 'need_reports' ? await threaded('personalIn', rows) : [])
	];
	await ask(
		asSystem().rpc('read_import_rows', {
			p_id: importId,
			p_columns: columns,
			p_after: after,
			p_through: lines.at(-1)?.number ?? after,
			p_rows: rows,
			p_findings: findings
		})
	);
}

function columnsLeftOut(headings: string[], columns: (string | null)[]): Remark[] {
	const names = headings.filter((heading, n) => heading && columns[n] === null);
	return names.length ? [{ number: null, field: '', problem: 'left_out', value: names.join('; ') }] : [];
}
