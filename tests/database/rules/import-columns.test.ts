import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { beforeAll, describe, expect, test } from 'vitest';
import { wallOf } from '#lib/i18n/berlin.ts';
import * as imports from '#lib/imports/imports.server.ts';
import { stepOf } from '#lib/imports/import.ts';
import { checkImport } from '#lib/imports/reading-job.server.ts';
import { sheet as reportSheet } from '#lib/needs/reports/need-report-export.server.ts';
import * as municipalities from '#lib/organisations/municipalities.server.ts';
import { members as memberSheet } from '#lib/organisations/member-sheet.server.ts';
import type { Sheet } from '#lib/server/export/sheet.ts';
import { writeCsv } from '#lib/server/export/write-csv.ts';
import { writeXlsx } from '#lib/server/export/write-xlsx.ts';
import * as words from '#lib/vocabulary/vocabulary.server.ts';
import { trying } from '../acting.ts';
import { cast, enter, harz, musterkreis } from '../cast.ts';
import { as, sql } from '../harness.ts';
import { report, town } from '../stage.ts';

/* A file whose columns are called otherwise is explained by its sender, checked by a job, and nothing of it is lost. */

beforeAll(enter);

const head = 'Organisation;Titel;Handlungsfeld;Zielgruppen;Ort;Was fehlt;Betroffene;Dringlichkeit';
const line = (title: string, place = 'Hasselfelde') =>
	`${town};${title};Mobilität;ältere Menschen;${place};Am Abend fährt kein Bus mehr.;5 bis 20;akut`;
const file = (...lines: string[]) => new File([lines.join('\n')], 'liste.csv');
const upload = (of: File, by: string = cast.planner, authority = harz) =>
	imports.upload(as(by), authority, 'need_reports', of);
const job = checkImport(async (db, authorityId) => ({
	vocabulary: await words.find(db),
	places: await municipalities.list(db, authorityId)
}));
const check = (id: string, attempts = 1) => job({ import_id: id }, { job: { attempts } });
const find = (id: string, by: string = cast.planner) => imports.find(as(by), id);
const rowsOf = (id: string) =>
	sql<{ number: number; answers: Record<string, unknown> }>(
		'select number, answers from public.import_rows where import_id = $1 order by number',
		[id]
	);
const notFound = { code: 'NOTFD' };

describe('columns that nobody knows', () => {
	const own = () =>
		file(
			head.replace('Ort;', 'Wo genau;').replace('Dringlichkeit', 'Wie eilig;Farbe'),
			`${line('Rufbus')};rot`
		);

	test('are explained by who sent the file, before anything of it is read', async () => {
		const id = await upload(own());
		const of = await find(id);
		expect(stepOf(of)).toBe('columns');
		const { headings, meanings } = await imports.columns(as(cast.planner), id);
		expect(headings[4]).toEqual({ heading: 'Wo genau', examples: ['Hasselfelde'] });
		expect(meanings.flatMap((meaning, n) => (meaning === undefined ? [headings[n]!.heading] : []))).toEqual([
			'Wo genau',
			'Wie eilig',
			'Farbe'
		]);
		for (const other of [cast.deputyPlanner, cast.foreignPlanner, cast.clerk, cast.administrator]) {
			await expect(imports.columns(as(other), id)).rejects.toMatchObject(notFound);
			await expect(imports.map(as(other), id, [])).rejects.toMatchObject(notFound);
		}

		const said = meanings.map((meaning) => meaning ?? null);
		const twice = said.map((meaning, n) => (n === 4 ? 'title' : meaning));
		await expect(imports.map(as(cast.planner), id, twice)).rejects.toMatchObject({ code: 'RULED' });
		said.splice(4, 1, 'locality');
		said.splice(7, 2, 'urgency', null);
		await imports.map(as(cast.planner), id, said);
		expect(stepOf(await find(id))).toBe('checking');
		await check(id);
		const read = await find(id);
		expect(stepOf(read)).toBe('ready');
		expect(read.remarks).toEqual([{ number: null, field: '', problem: 'left_out', value: 'Farbe' }]);
		expect((await rowsOf(id))[0]!.answers).toMatchObject({ locality: 'Hasselfelde', urgency: 'acute' });

		said.splice(7, 1, 'urgency_reason');
		await imports.map(as(cast.planner), id, said); // that was not so
		await check(id);
		expect((await find(id)).problems).toMatchObject([{ field: 'urgency', problem: 'missing' }]);
		said.splice(7, 1, 'urgency');
		await imports.map(as(cast.planner), id, said);
		await check(id);
		await imports.request(as(cast.planner), id);
		await expect(imports.map(as(cast.planner), id, said)).rejects.toMatchObject(notFound);
	});

	test('are remembered for the organisation, and for no other', async () => {
		const again = file(...(await own().text()).split('\n'), line('Rufbus am Morgen'));
		const colleague = await upload(again, cast.deputyPlanner);
		expect(stepOf(await find(colleague))).toBe('checking');
		const foreign = await upload(again, cast.foreignPlanner, musterkreis);
		expect(stepOf(await find(foreign, cast.foreignPlanner))).toBe('columns');
	});

	test('are asked for as well when one that must be there was left out before', async () => {
		await sql(
			`update public.import_headings set field = null where heading = 'Wo genau' and authority_id = $1`,
			[harz]
		);
		expect(stepOf(await find(await upload(file(...(await own().text()).split('\n'), line('x')))))).toBe(
			'columns'
		);
	});

	test('that are missing altogether are named at once', async () => {
		await expect(upload(file('Organisation;Titel', `${town};Bus`))).rejects.toMatchObject({
			messageKey: 'imports_error_missing_columns'
		});
	});
});

describe('the job that checks', () => {
	const many = (name: string) => file(head, ...Array.from({ length: 600 }, (_, n) => line(name, `Ort ${n}`)));

	test('goes on where it was cut off, and says how far it has come', async () => {
		const id = await upload(many('Abgeschnitten'));
		await sql(
			`create function public.cut() returns trigger language plpgsql as $$ begin raise 'cut'; end $$`
		);
		await sql(
			`create trigger cut before insert on public.import_rows for each row when (new.number > 300) execute function public.cut()`
		);
		await expect(check(id)).rejects.toThrow();
		expect(await find(id)).toMatchObject({ done: 250, rows: 600, readAt: null });
		await check(id, 3); // the last try
		expect(await find(id)).toMatchObject({ failure: 'errors_unexpected' });
		expect(stepOf(await find(id))).toBe('unread');
		await sql('drop trigger cut on public.import_rows; drop function public.cut');

		expect(await upload(many('Abgeschnitten'))).toBe(id); // sent again
		await Promise.all([check(id), check(id)]); // by two processes
		expect(await find(id)).toMatchObject({ rows: 600, wrong: 0, failure: null });
		expect((await rowsOf(id)).map(({ number }) => number)).toEqual(
			Array.from({ length: 600 }, (_, n) => n + 2)
		);
	});

	test('ends when the file is thrown away meanwhile', async () => {
		const id = await upload(many('Weggeworfen'));
		await imports.discard(as(cast.planner), id);
		await check(id);
		await expect(find(id)).rejects.toMatchObject(notFound);
	});

	test('finds what stands twice also when the two are far apart', async () => {
		const id = await upload(
			file(head, ...(await many('Weit').text()).split('\n').slice(1), line('Weit', 'Ort 3'))
		);
		await check(id);
		expect((await find(id)).warnings).toMatchObject([{ number: 602, problem: 'repeated' }]);
	});

	test('says so when there is nothing but the example of the template', async () => {
		const id = await upload(file(head, line('BEISPIEL – bitte löschen: Tagespflege fehlt')));
		await check(id);
		expect(await find(id)).toMatchObject({ failure: 'imports_error_no_rows', readAt: null });
		expect((await trying(cast.planner, `select public.request_import('${id}')`)).message).toBe(
			'imports_error_has_problems'
		);
	});

	test('checks anew what is sent again: what was missing may be there by now', async () => {
		const lines = [head, line('Später da').replace(town, 'Amt für Neues')];
		const id = await upload(file(...lines));
		await check(id);
		expect((await find(id)).wrong).toBe(1);
		await sql(
			`insert into public.organisations (authority_id, kind, name) values ($1, 'association', 'Amt für Neues')`,
			[harz]
		);
		expect(await upload(file(...lines))).toBe(id);
		await check(id);
		expect((await find(id)).wrong).toBe(0);
	});

	test('one file sent twice at once is one import', async () => {
		const [one, other] = await Promise.all([upload(many('Zugleich')), upload(many('Zugleich'))]);
		expect(one).toBe(other);
		await check(one);
		expect(await find(one)).toMatchObject({ rows: 600, wrong: 0 });
	});
});

describe('our own lists come back in', () => {
	const today = () => wallOf(new Date().toISOString()).day;
	type Write = <Row>(sheet: Sheet<Row>) => Readable;
	const formats: [string, Write][] = [
		['csv', writeCsv],
		['xlsx', writeXlsx]
	];

	test.each(formats)('reports as %s', async (format, write) => {
		const title = `=Hin und zurück (${format})`;
		const given = {
			title,
			target_groups: ['older_people', 'caring_relatives'],
			municipality_ags: '15085228',
			description: 'Eine Zeile;\n"und" noch eine, die länger ist.',
			noticed_source: 'council_debate',
			noticed_body: 'Ortschaftsrat',
			noticed_on: '2026-11-04',
			visibility: 'participants'
		};
		await report(given);
		const db = as(cast.planner);
		const authority = { id: harz, name: 'Landkreis Harz' } as App.Authority;
		const sheet = reportSheet(db, authority, { from: today() }, null, [], await words.find(db));
		const id = await upload(new File([new Uint8Array(await buffer(write(sheet)))], `liste.${format}`));
		expect(stepOf(await find(id))).toBe('checking');
		await check(id);
		const of = await find(id);
		expect(of.problems).toEqual([]);
		expect(of.warnings).toContainEqual(expect.objectContaining({ field: 'title', problem: 'known' }));
		expect(of.remarks).toEqual([
			expect.objectContaining({ problem: 'left_out', value: expect.stringMatching(/^Nummer; .*Antwort$/) })
		]);
		const row = (await rowsOf(id)).find(({ answers }) => answers.title === title);
		expect(row?.answers).toMatchObject(given);
	});

	test.each(formats)('members as %s', async (format, write) => {
		const db = as(cast.administrator);
		const sheet = await memberSheet(db, harz, 'Landkreis Harz');
		const bytes = new Uint8Array(await buffer(write(sheet)));
		const id = await imports.upload(db, harz, 'members', new File([bytes], `mitglieder.${format}`));
		await check(id);
		const of = await find(id, cast.administrator);
		expect(of.problems).toEqual([]);
		expect(of.rows).toBeGreaterThan(20);
		expect(new Set(of.warnings.map(({ problem }) => problem))).toEqual(new Set(['holds']));
	});
});
