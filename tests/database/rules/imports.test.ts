import { beforeAll, describe, expect, test } from 'vitest';
import { takeImport } from '#lib/imports/import-jobs.server.ts';
import { asking, become, connection, doing, trying } from '../acting.ts';
import { open } from '../call-stage.ts';
import { cast, enter, harz, musterdorf, musterkreis, oberharz } from '../cast.ts';
import { backToNow, later } from '../clock.ts';
import { sql } from '../harness.ts';
import { complete, take, town, upload } from '../stage.ts';

/* Files come in whole or not at all, once, by who uploaded them, and for their own authority only. */

beforeAll(enter);

type Found = {
	rows: number;
	wrong: number;
	problems: { number: number; field: string; problem: string; value: unknown }[];
	warnings: { number: number; problem: string }[];
	committedAt: string | null;
};
const find = (id: string, by: string = cast.planner) => asking<Found>(by, `select public.import('${id}')`);
const countOf = async (title: string) =>
	(
		await sql<{ n: number }>('select count(*)::integer as n from public.need_reports where title = $1', [
			title
		])
	)[0]!.n;

describe('a file of reports', () => {
	test('becomes reports of the organisation, with channel, number and clock', async () => {
		const id = await upload([
			{ ...complete, title: 'Aus der Liste', received_on: '', given_by: 'Frau Kern' }
		]);
		expect(await take(id)).toBe(1);
		const [report] = await sql(
			`select number, channel, organisation_name, final_due_on - interim_due_on as days from public.need_reports where title = 'Aus der Liste'`
		);
		expect(report).toMatchObject({ channel: 'import', organisation_name: town });
		const [row] = await sql('select result from public.import_rows where import_id = $1', [id]);
		expect(row.result).toBe(report?.number);
	});

	test('tells everything that is wrong at once, with row, column and value', async () => {
		const id = await upload([
			{ ...complete, organisation: 'Gemeinde Nirgends' },
			{ ...complete, field_of_action: 'Fliegen', title: 'ab', target_groups: ['Riesen'] },
			{ ...complete, urgency: '', locality: '' },
			{ ...complete, municipality_ags: '15085370' },
			{ ...complete, received_on: '31.02.2026' },
			{ ...complete, received_on: '2999-01-01' },
			{ ...complete, received_on: '2001-01-01', organisation: '' }
		]);
		const { wrong, problems } = await find(id);
		expect(wrong).toBe(7);
		expect(problems.map(({ number, field, problem }) => `${number} ${field} ${problem}`)).toEqual([
			'2 organisation unknown',
			'3 title invalid',
			'3 field_of_action invalid',
			'3 target_groups invalid',
			'4 locality missing',
			'4 urgency missing',
			'5 municipality_ags not_yours',
			'6 received_on invalid',
			'7 received_on future',
			'8 organisation missing',
			'8 received_on past'
		]);
		expect(problems[2]?.value).toBe('Fliegen');
		expect((await trying(cast.planner, `select public.request_import('${id}')`)).message).toBe(
			'imports_error_has_problems'
		);
	});

	test('shows 200 problems at most and counts all', async () => {
		const rows = Array.from({ length: 300 }, (_, n) => ({
			...complete,
			title: `Zeile ${n}`,
			urgency: 'gleich'
		}));
		const found = (await find(await upload(rows))) as Found & { problemCount: number };
		expect(found.problems.length).toBe(200);
		expect(found.problemCount).toBe(300);
	});

	test('warns of what is there already and of what is twice in it; both can be taken over', async () => {
		const row = { ...complete, title: 'Schon gemeldet' };
		await take(await upload([row]));
		const id = await upload([row, { ...row, title: 'Neu' }, { ...row, title: ' neu ' }]);
		expect((await find(id)).warnings).toMatchObject([
			{ number: 2, problem: 'known' },
			{ number: 4, problem: 'repeated' }
		]);
		expect(await take(id)).toBe(3);
	});

	test('finds an organisation by the name of its municipality too', async () => {
		const id = await upload([{ ...complete, organisation: 'THALE' }]);
		expect((await find(id)).wrong).toBe(0);
	});

	test('takes over nothing when one row cannot be taken over', async () => {
		const rows = ['a', 'b', 'c'].map((letter) => ({ ...complete, title: `Ganz oder gar nicht ${letter}` }));
		const id = await upload(rows);
		await doing(cast.planner, `select public.request_import('${id}')`);
		await sql(
			`update public.import_rows set answers = answers || '{"description": "kurz"}' where import_id = $1 and number = 4`,
			[id]
		);
		expect((await trying(cast.planner, `select public.commit_import('${id}')`)).word).toBe('INVAL');
		expect(await countOf('Ganz oder gar nicht a')).toBe(0);
	});

	test('is taken over once, however often and from wherever it is asked', async () => {
		const id = await upload([{ ...complete, title: 'Zweimal zugleich' }]);
		await doing(cast.planner, `select public.request_import('${id}')`);
		const counts = await Promise.all(
			[1, 2, 3].map(() => asking<number>(cast.planner, `select public.commit_import('${id}')`))
		);
		expect(counts).toEqual([1, 1, 1]);
		expect(await countOf('Zweimal zugleich')).toBe(1);
		const jobs = await sql(`select from graphile_worker.jobs where task_identifier = 'take_import'`);
		await doing(cast.planner, `select public.request_import('${id}')`);
		expect(await sql(`select from graphile_worker.jobs where task_identifier = 'take_import'`)).toEqual(jobs);
	});

	test('is not taken over in part, when it is read anew in another window meanwhile', async () => {
		const id = await upload([{ ...complete, title: 'Halb gelesen' }]);
		await doing(cast.planner, `select public.close_import('${id}', '[]')`); // the same file, sent again
		await doing(cast.planner, `select private.request_import('${id}')`); // what the verb calls after it looked
		expect(await find(id)).toMatchObject({ requestedAt: null });
		await sql('update public.imports set requested_at = now() where id = $1', [id]);
		expect(await trying(cast.planner, `select public.commit_import('${id}')`)).toMatchObject({
			message: 'imports_error_has_problems'
		});
	});

	test('that cannot be taken over is given up after three tries, and may then be discarded', async () => {
		const id = await upload([{ ...complete, title: 'Nicht zu nehmen' }]);
		await doing(cast.planner, `select public.request_import('${id}')`);
		await sql(`alter table public.need_reports rename column urgency_reason to urgency_reason_gone`);
		const failure = async () =>
			(await sql<{ failure: string | null }>('select failure from public.imports where id = $1', [id]))[0]!
				.failure;
		for (const attempts of [1, 2])
			await expect(takeImport({ import_id: id }, { job: { attempts } })).rejects.toThrow();
		expect(await failure()).toBe(null);
		await takeImport({ import_id: id }, { job: { attempts: 3 } });
		await sql(`alter table public.need_reports rename column urgency_reason_gone to urgency_reason`);
		expect(await failure()).toBe('errors_unexpected');
		await doing(cast.planner, `select public.discard_import('${id}')`);
		expect(await sql('select from public.imports where id = $1', [id])).toEqual([]);
	});

	test('whose taking over is cut off leaves nothing behind, and can be taken over again', async () => {
		const rows = Array.from({ length: 60 }, (_, n) => ({
			...complete,
			title: 'Mitten im Werk',
			locality: `Ort ${n}`
		}));
		const id = await upload(rows);
		await doing(cast.planner, `select public.request_import('${id}')`);
		const client = await connection();
		client.on('error', () => {});
		const [{ pid }] = (await client.query('select pg_backend_pid() as pid')).rows;
		await client.query('begin');
		await become(client, cast.planner);
		const committing = client
			.query(`select public.commit_import('${id}'), pg_sleep(30)`)
			.catch(({ code }) => code);
		await expect.poll(() => progressOf(id), { timeout: 20_000 }).toBeGreaterThan(20);
		await sql('select pg_terminate_backend($1)', [pid]);
		expect(await committing).toBe('57P01');
		client.release(true);
		expect(await countOf('Mitten im Werk')).toBe(0);
		expect((await find(id)).committedAt).toBe(null);
		expect(await asking<number>(cast.planner, `select public.commit_import('${id}')`)).toBe(60);
		expect(await countOf('Mitten im Werk')).toBe(60);
	});

	test('is what was seen: a file sent anew is another import, and rows that were read stay', async () => {
		const id = await upload([{ ...complete, title: 'Gesehen' }]);
		const other = await upload([{ ...complete, title: 'Untergeschoben' }]);
		expect(other).not.toBe(id);
		await doing(cast.planner, `select public.add_import_lines('${id}', '[{"number": 9, "cells": []}]')`);
		await sql(
			`select public.read_import_rows($1, '[]', 0, 9, '[{"number": 9, "answers": {"title": "Untergeschoben"}}]', '[]')`,
			[id]
		);
		await take(id);
		expect(await countOf('Gesehen')).toBe(1);
		expect(await countOf('Untergeschoben')).toBe(0);
	});

	test('sent twice is one import', async () => {
		const rows = [{ ...complete, title: 'Doppelt gesendet' }];
		expect(await upload(rows)).toBe(await upload(rows));
	});

	test('has 5,000 rows at most, also when they come in parts', async () => {
		const id = await asking(
			cast.planner,
			`select public.begin_import('${harz}', 'need_reports', 'viel.csv', repeat('f', 64))`
		);
		const rows = (from: number) =>
			`(select jsonb_agg(jsonb_build_object('number', n, 'cells', '[]'::jsonb)) from generate_series(${from}, ${from + 2999}) n)`;
		await doing(cast.planner, `select public.add_import_lines('${id}', ${rows(2)})`);
		expect(
			(await trying(cast.planner, `select public.add_import_lines('${id}', ${rows(3002)})`)).message
		).toBe('imports_error_too_many_rows');
	});

	test('cannot be for an organisation of another authority', async () => {
		const id = await upload([{ ...complete, organisation: 'Gemeinde Musterdorf' }]);
		expect((await find(id)).problems).toMatchObject([{ field: 'organisation', problem: 'unknown' }]);
		await sql(`update public.import_rows set problems = '[]' where import_id = $1`, [id]);
		await doing(cast.planner, `select public.request_import('${id}')`);
		expect((await trying(cast.planner, `select public.commit_import('${id}')`)).word).toBe('NOTFD');
		await expect(
			sql(`update public.import_rows set organisation_id = $2 where import_id = $1`, [id, musterdorf])
		).rejects.toThrow();
	});

	test('cannot be for the planning itself', async () => {
		const id = await upload([{ ...complete, organisation: 'Musterkreis, Sozialplanung' }], {
			by: cast.foreignPlanner,
			authority: musterkreis
		});
		expect((await find(id, cast.foreignPlanner)).wrong).toBe(1);
	});

	test('is taken over by nobody but who uploaded it, and not after the post was lost', async () => {
		const id = await upload([{ ...complete, title: 'Nicht meine' }]);
		for (const other of [cast.deputyPlanner, cast.foreignPlanner, cast.clerk, cast.administrator])
			expect((await trying(other, `select public.request_import('${id}')`)).word).toBe('NOTFD');
		await doing(cast.planner, `select public.request_import('${id}')`);
		expect((await trying(cast.deputyPlanner, `select public.commit_import('${id}')`)).word).toBe('NOTFD');
		await sql(`update public.holdings set ends_on = current_date - 1 where person_id = $1`, [cast.planner]);
		expect((await trying(cast.planner, `select public.commit_import('${id}')`)).word).toBe('NOTFD');
		await sql(`update public.holdings set ends_on = null where person_id = $1`, [cast.planner]);
	});

	test('writes one receipt for each organisation and none for each report', async () => {
		const told = () =>
			sql<{ kind: string; batch: string }>('select kind, batch from private.notices order by id');
		const before = await told();
		const rows = ['Eins', 'Zwei'].map((title) => ({ ...complete, title: `Gebündelt ${title}` }));
		const id = await upload([...rows, { ...complete, organisation: 'Thale', title: 'Gebündelt Drei' }]);
		await take(id);
		const now = (await told()).slice(before.length);
		const [{ batch } = { batch: '' }] = now;
		expect(now).toEqual(Array(2).fill({ kind: 'import_receipt', batch }));
		const letters = await sql<{ numbers: string[] }>(
			`select array(select jsonb_array_elements_text(x -> 'facts' -> 'numbers')) as numbers
			from jsonb_array_elements(public.letters_due($1)) x`,
			[batch]
		);
		expect(letters.map(({ numbers }) => numbers.length).sort()).toEqual([1, 2]);
	});
});

describe('cells that nobody wrote so', () => {
	test('are named instead of taken, also where anything may stand', async () => {
		const id = await upload([
			{ ...complete, evidence: '#NV', urgency: '#REF!', title: 'Bus fehlt (#NV ist ein Fehler)' },
			{ ...complete, locality: 'Gr\ufffdben', target_groups: ['older_people', '#FORMEL!'] }
		]);
		const { problems } = await find(id);
		expect(problems.map(({ number, field, problem }) => `${number} ${field} ${problem}`)).toEqual([
			'2 evidence error',
			'2 urgency error',
			'3 locality letters',
			'3 target_groups error'
		]);
	});
});

describe('a row that says "Fehlanzeige"', () => {
	const nil = { outcome: 'nil_return', title: 'Fehlanzeige' };
	const problemsOf = async (row: object) => {
		const { problems } = await find(await upload([{ ...nil, ...row }]));
		return problems.map(({ field, problem }) => `${field} ${problem}`);
	};

	test('is named when no open survey asks, or when it does not say what about', async () => {
		expect(await problemsOf({})).toEqual(['field_of_action missing']);
		expect(await problemsOf({ field_of_action: 'Fliegen' })).toEqual(['field_of_action invalid']);
		expect(await problemsOf({ field_of_action: 'work' })).toEqual(['title not_asked']);
		expect(await problemsOf({ field_of_action: 'care', organisation: 'Nirgends' })).toEqual([
			'organisation unknown'
		]);
	});

	test('becomes a nil return of the survey that asks, once, and never against another answer', async () => {
		const [{ addressee } = { addressee: '' }] = await sql<{ addressee: string }>(
			`select (private.asked_for($1, 'care'))[1] as addressee`,
			[oberharz]
		);
		const rows = [
			{ ...nil, field_of_action: 'care', given_by: 'Frau Kern' },
			{ ...complete, title: 'Neben der Fehlanzeige' }
		];
		const id = await upload(rows);
		expect(await find(id)).toMatchObject({
			wrong: 0,
			warnings: [{ number: 2, problem: 'nil_return' }]
		});
		expect(await take(id)).toBe(2);
		const returned = () =>
			sql(
				`select r.outcome, r.channel, r.given_by, f.field_of_action from public.call_returns r
				join private.present_fields f on f.return_id = r.id where f.addressee_id = $1`,
				[addressee]
			);
		const expected = [
			{ outcome: 'nil_return', channel: 'import', given_by: 'Frau Kern', field_of_action: 'care' }
		];
		expect(await returned()).toEqual(expected);
		expect(await countOf('Fehlanzeige')).toBe(0);
		expect(await countOf('Neben der Fehlanzeige')).toBe(1);

		await take(await upload([rows[0]!, { ...complete, title: 'Noch einmal' }]));
		expect(await returned()).toEqual(expected);

		await open(oberharz);
		expect(await problemsOf({ field_of_action: 'care' })).toEqual(['title asked_twice']);
	});
});

test('what the file holds and its rows do not is kept with it', async () => {
	const remarks = [{ number: null, field: '', problem: 'sheet', value: 'Farbe' }];
	const id = await asking(
		cast.planner,
		`select public.begin_import('${harz}', 'need_reports', 'x.csv', repeat('a', 64), '${JSON.stringify(remarks)}')`
	);
	await doing(cast.planner, `select public.close_import('${id}')`);
	expect(await find(id as string)).toMatchObject({ remarks });
});

describe('a taking over that its person stops', () => {
	test('takes nothing over, says so, and can be begun again', async () => {
		const rows = Array.from({ length: 30 }, (_, n) => ({
			...complete,
			title: 'Doch nicht',
			locality: `Ort ${n}`
		}));
		const id = await upload(rows);
		expect((await trying(cast.deputyPlanner, `select public.cancel_import('${id}')`)).word).toBe('NOTFD');
		await doing(cast.planner, `select public.cancel_import('${id}')`); // nothing runs yet
		await doing(cast.planner, `select public.request_import('${id}')`);
		expect(await find(id)).toMatchObject({ isCancelling: false });
		await doing(cast.planner, `select public.cancel_import('${id}')`);
		expect(await find(id)).toMatchObject({ isCancelling: true });
		await takeImport({ import_id: id }, { job: { attempts: 1 } });
		expect(await find(id)).toMatchObject({ failure: 'imports_error_cancelled', isCancelling: false });
		expect(await countOf('Doch nicht')).toBe(0);
		expect(await take(id)).toBe(30);
		await doing(cast.planner, `select public.cancel_import('${id}')`); // too late
		expect((await find(id)).committedAt).not.toBe(null);
	});

	test('in the middle of its work', async () => {
		const rows = Array.from({ length: 400 }, (_, n) => ({
			...complete,
			title: 'Mittendrin',
			locality: `Ort ${n}`
		}));
		const id = await upload(rows);
		await doing(cast.planner, `select public.request_import('${id}')`);
		const committing = trying(cast.planner, `select public.commit_import('${id}')`);
		await expect.poll(() => progressOf(id), { timeout: 20_000, interval: 10 }).toBeGreaterThan(20);
		await doing(cast.planner, `select public.cancel_import('${id}')`);
		expect((await committing).message).toBe('imports_error_cancelled');
		expect(await countOf('Mittendrin')).toBe(0);
	});
});

describe('a file of members', () => {
	const member = {
		post: 'Hauptamt',
		salutation: 'Frau',
		given_name: 'Ina',
		family_name: 'Neu',
		email: 'ina.neu@test.example'
	};
	const as = { by: cast.administrator as string, kind: 'members' };

	test('becomes invitations', async () => {
		const posts = await sql<{ title: string }>(
			'select p.title from public.posts p join public.organisations o on o.id = p.organisation_id where o.name = $1',
			[town]
		);
		const id = await upload(
			[{ ...member, post: posts[0]!.title.toUpperCase(), capacity: 'deputy', ends_on: '2099-12-31' }],
			as
		);
		expect((await find(id, cast.administrator)).problems).toEqual([]);
		expect(await take(id, cast.administrator)).toBe(1);
		const invited = await sql(
			`select capacity, ends_on::text from public.invitations where email = 'ina.neu@test.example'`
		);
		expect(invited).toEqual([{ capacity: 'deputy', ends_on: '2099-12-31' }]);
		const told = await sql(`select count(*)::integer as n from private.notices n
			join public.invitations i on i.id = n.subject_id where n.kind = 'invitation' and i.email = 'ina.neu@test.example'`);
		expect(told).toEqual([{ n: 1 }]);
	});

	test('tells what is wrong with names, addresses, posts and days', async () => {
		const id = await upload(
			[
				{ ...member, post: 'Kanzleramt' },
				{ ...member, email: 'keine', given_name: '', salutation: 'Dr.' },
				{ ...member, capacity: 'Chef', starts_on: '2027-05-01', ends_on: '2027-04-01' },
				{ ...member, family_name: '<script>alert(1)</script>', email: 'a@b.example' },
				{ ...member, email: '<eva@x.example>', ends_on: '2021-12-31' },
				{ ...member, email: 'mailto:eva@x.example', starts_on: '2020-01-01', ends_on: '2021-12-31' },
				{ ...member, email: 'eva@x.example.' }
			],
			as
		);
		const { problems } = await find(id, cast.administrator);
		const told = problems.map(({ number, field, problem }) => `${number} ${field} ${problem}`);
		expect(told).toEqual(
			expect.arrayContaining([
				'2 post unknown',
				'3 email invalid',
				'3 given_name missing',
				'3 salutation invalid',
				'4 capacity invalid',
				'4 ends_on order',
				'6 email invalid',
				'6 ends_on over',
				'7 email invalid',
				'7 ends_on over',
				'8 email invalid'
			])
		);
	});

	test('is not for planners', async () => {
		await expect(upload([member], { by: cast.planner, kind: 'members' })).rejects.toThrow('NOTFD');
	});
});

test('nobody says for another how far an import has come', async () => {
	const id = await upload([{ ...complete, title: 'Nicht von mir' }]);
	await doing(cast.planner, `select public.request_import('${id}')`);
	await doing(cast.stranger, `select private.note_progress('${id}', 7)`);
	expect(await progressOf(id)).toBe(0);
});

test('files are forgotten after 30 days', async () => {
	const id = await upload([{ ...complete, title: 'Lange her' }]);
	await later('31 days');
	await sql('select public.purge_imports()');
	await backToNow();
	expect((await trying(cast.planner, `select public.import('${id}')`)).word).toBe('NOTFD');
});

const progressOf = async (id: string) =>
	(
		await sql<{ done: number }>(
			'select private.import_progress(ordinal) as done from public.imports where id = $1',
			[id]
		)
	)[0]!.done;
