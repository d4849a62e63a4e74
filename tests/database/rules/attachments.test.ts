import { beforeAll, describe, expect, test } from 'vitest';
import { asking, doing, trying } from '../acting.ts';
import { cast, enter, oberharz } from '../cast.ts';
import { sql } from '../harness.ts';
import { attaching, write } from '../stage.ts';

/* Files beside a report: how many, how large, with which words, and what becomes of them on release. */

beforeAll(enter);

const draft = () => write(cast.clerk, oberharz);
const filesOf = (owner: string) =>
	sql('select file_name, draft_id, report_id from public.attachments where $1 in (draft_id, report_id)', [
		owner
	]);
const megabyte = 1024 * 1024;
const values = (id: string, change: Record<string, string>) => {
	const given = {
		draft_id: `'${id}'`,
		file_name: `'Foto.png'`,
		media_type: `'image/png'`,
		size_bytes: '9',
		sha256: `repeat('c', 64)`,
		alt_text: `'Ein Haus'`,
		...change
	};
	return `insert into public.attachments (${Object.keys(given).join()}) values (${Object.values(given).join()})`;
};

describe('what a file must be', () => {
	test.each([
		['an image without a word for those who do not see', { alt_text: `' '` }],
		['a page', { media_type: `'text/html'` }],
		['a drawing', { media_type: `'image/svg+xml'` }],
		['more than 10 MB', { size_bytes: String(10 * megabyte + 1) }],
		['nothing', { size_bytes: '0' }],
		['a name with a path', { file_name: `'../Foto.png'` }],
		['a name that reads backwards', { file_name: `U&'Foto\\202Egnp.exe'` }],
		['a name with a line break', { file_name: `E'Foto\\n.png'` }],
		['no hash', { sha256: `'../../etc/passwd'` }]
	])('not %s', async (_, change) => {
		expect((await trying(cast.clerk, values(await draft(), change))).word).toBe('23514');
	});

	test('the verb asks for the words of an image only', async () => {
		const id = await draft();
		const attach = (type: string) =>
			trying(cast.clerk, `select public.attach('${id}', 'Datei', '${type}', 9, repeat('d', 64), null, ' ')`);
		expect(await attach('image/jpeg')).toMatchObject({ word: 'MISSG', detail: '["text"]' });
		expect(await attach('application/pdf')).toMatchObject({ word: 'yes' });
	});

	test('a word that nobody sees is none', async () => {
		const unseen = `select public.attach('${await draft()}', 'Foto.png', 'image/png', 9, repeat('d', 64), null, U&' \\200B\\2060')`;
		expect((await trying(cast.clerk, unseen)).word).toBe('MISSG');
	});
});

describe('how much', () => {
	test('ten files, also when twenty come at once', async () => {
		const id = await draft();
		const outcomes = await Promise.allSettled(
			Array.from({ length: 20 }, () => doing(cast.clerk, attaching(id)))
		);
		expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
		const refusals = outcomes.map((outcome) => ('reason' in outcome ? String(outcome.reason) : ''));
		expect(refusals.filter((words) => words.includes('attachments_error_too_many'))).toHaveLength(10);
		expect(await filesOf(id)).toHaveLength(10);
	});

	test('30 MB together', async () => {
		const id = await draft();
		for (let i = 0; i < 3; i++) await doing(cast.clerk, attaching(id, { size: 10 * megabyte }));
		expect(await trying(cast.clerk, attaching(id, { size: 1 }))).toMatchObject({
			word: 'RULED',
			message: 'attachments_error_too_large_together'
		});
	});

	test('the same file twice is one', async () => {
		const id = await draft();
		const attach = attaching(id);
		const ids = await Promise.all([1, 2, 3].map(() => asking(cast.clerk, attach)));
		expect(new Set(ids).size).toBe(1);
		expect(await filesOf(id)).toHaveLength(1);
	});
});

describe('the same file again', () => {
	const attach = (id: string, text: string, isShared: boolean) =>
		`select public.attach('${id}', 'Foto.png', 'image/png', 9, repeat('f', 64), null, '${text}', ${isShared})`;
	const rowsOf = (owner: string) =>
		sql('select alt_text, is_shared from public.attachments where $1 in (draft_id, report_id)', [owner]);

	test('betters its words and who sees it', async () => {
		const id = await draft();
		await doing(cast.clerk, attach(id, 'Ein Haus', true));
		await doing(cast.clerk, attach(id, 'Eine Haltestelle', false));
		expect(await rowsOf(id)).toEqual([{ alt_text: 'Eine Haltestelle', is_shared: false }]);
		expect((await trying(cast.clerk, attach(id, ' ', false))).word).toBe('MISSG');
		expect(await rowsOf(id)).toHaveLength(1);
	});

	test('is a new revision, and changes nothing once the report is released', async () => {
		const id = await draft();
		await doing(cast.clerk, attach(id, 'Ein Haus', false));
		await doing(cast.clerk, attach(id, 'Eine Haltestelle', false));
		const releasing = (revision: number) => `select public.release_need_report('${id}', ${revision})`;
		expect((await trying(cast.head, releasing(2))).word).toBe('STALE');
		const [row] = await sql<{ revision: number }>(
			'select revision from public.need_report_drafts where id = $1',
			[id]
		);
		await doing(cast.head, releasing(row!.revision));
		expect((await trying(cast.clerk, attach(id, 'Zu spät', true))).word).toBe('NOTFD');
		expect(await rowsOf(id)).toEqual([{ alt_text: 'Eine Haltestelle', is_shared: false }]);
	});
});

describe('on release', () => {
	test('the files become the report’s under the same ids, with the name of whoever brought them', async () => {
		const id = await draft();
		const file = await asking(cast.deputyClerk, attaching(id, { name: 'Haltestelle „Süd“.png' }));
		await asking(cast.head, `select public.release_need_report('${id}', 2)`);
		const rows = await sql(
			'select file_name, draft_id, report_id, uploaded_by from public.attachments where id = $1',
			[file]
		);
		expect(rows).toEqual([
			{ file_name: 'Haltestelle „Süd“.png', draft_id: null, report_id: id, uploaded_by: cast.deputyClerk }
		]);
	});

	test('a file that came meanwhile is either submitted and seen, or refused', async () => {
		const id = await draft();
		const [released, attached] = await Promise.allSettled([
			asking(cast.head, `select public.release_need_report('${id}', 1)`),
			asking(cast.clerk, attaching(id))
		]);
		if (released.status === 'fulfilled') {
			expect(attached).toMatchObject({
				reason: expect.objectContaining({ message: expect.stringContaining('NOTFD') })
			});
			expect(await filesOf(id)).toEqual([]);
		} else {
			expect(String(released.reason)).toContain('STALE');
			expect(await filesOf(id)).toMatchObject([{ draft_id: id }]);
		}
	});

	test('removing a file is a new revision too', async () => {
		const id = await draft();
		const file = await asking(cast.clerk, attaching(id));
		await doing(cast.clerk, `select public.detach('${file}')`);
		expect((await trying(cast.head, `select public.release_need_report('${id}', 2)`)).word).toBe('STALE');
	});
});

test('a discarded draft takes its files along, and their bytes may go', async () => {
	const id = await draft();
	await doing(cast.clerk, attaching(id));
	const [{ sha256 } = { sha256: '' }] = await sql(
		'select sha256 from public.attachments where draft_id = $1',
		[id]
	);
	const unattached = () => sql('select h from public.unattached($1) h', [[sha256, 'e'.repeat(64)]]);
	expect(await unattached()).toEqual([{ h: 'e'.repeat(64) }]);
	await doing(cast.clerk, `select public.discard_need_report('${id}')`);
	expect(await unattached()).toHaveLength(2);
});
