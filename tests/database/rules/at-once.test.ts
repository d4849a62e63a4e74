import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as tokens from '#lib/tokens/tokens.server.ts';
import { asking, become, connection, doing, trying, type Actor } from '../acting.ts';
import { addresseeOf, end, open, prepare, taking } from '../call-stage.ts';
import { cast, enter, harz, musterdorf, oberharz, vorharz } from '../cast.ts';
import { backToNow, later } from '../clock.ts';
import { as, sql } from '../harness.ts';
import { answer, assess, freshSession, report, settle, signAllIn, write } from '../stage.ts';

/* What happens at the same time happens one after the other, or not at all. */

beforeAll(async () => {
	await enter();
	await signAllIn();
});
afterEach(backToNow);

/** All of these at once, each in a transaction of its own. @returns what came back, or the code of the refusal */
const atOnce = (...attempts: [Actor, string][]) =>
	Promise.all(attempts.map(([actor, text]) => attempt(actor, text)));

async function attempt(actor: Actor, text: string): Promise<unknown> {
	const client = await connection();
	try {
		await client.query('begin');
		await become(client, actor);
		const { rows } = await client.query(text);
		await client.query('commit');
		return Object.values(rows[0] ?? {})[0] || 'done';
	} catch (error) {
		await client.query('rollback');
		return (error as { code: string }).code;
	} finally {
		client.release();
	}
}

const rowsOf = (table: string, number: string) =>
	sql(
		`select x.* from public.${table} x join public.need_reports r on r.id = x.report_id where r.number = $1 order by x.created_at`,
		[number]
	);

test('a report released twice at once is one report, and both are told its number', async () => {
	const id = await write(cast.clerk, oberharz);
	const releasing = `select public.release_need_report('${id}', 1)`;
	const numbers = await atOnce([cast.head, releasing], [cast.head, releasing], [cast.head, releasing]);
	expect(new Set(numbers).size).toBe(1);
	expect(await sql('select number from public.need_reports where id = $1', [id])).toEqual([
		{ number: numbers[0] }
	]);
	expect(
		await sql(`select from public.events where subject_id = $1 and kind = 'released'`, [id])
	).toHaveLength(1);
});

test('fifty reports released at once have fifty numbers without a gap', async () => {
	const drafts: string[] = [];
	for (let n = 0; n < 50; n++) drafts.push(await write(cast.clerk, oberharz));
	const numbers = await atOnce(
		...drafts.map((id): [Actor, string] => [cast.head, `select public.release_need_report('${id}', 1)`])
	);
	const counted = numbers.map((number) => Number(String(number).split('-')[2])).sort((a, b) => a - b);
	expect(counted).toEqual(Array.from({ length: 50 }, (_, n) => counted[0]! + n));
	const shortIds = await sql('select distinct short_id from public.need_reports where number = any ($1)', [
		numbers
	]);
	expect(shortIds).toHaveLength(50);
});

test('a short address that is taken is drawn again', async () => {
	const [taken] = await sql<{ short_id: string }>('select short_id from public.short_addresses limit 1');
	const draft = await write(cast.clerk, oberharz);
	const client = await connection();
	await client.query('begin');
	await client.query(`create sequence private.draws;
		create or replace function private.new_short_id() returns text language sql volatile set search_path = '' as $$
			select case nextval('private.draws') when 1 then '${taken!.short_id}' else '2222222' end $$`);
	await become(client, cast.head);
	const released = await client.query(`select public.release_need_report('${draft}', 1) as number`);
	const number: string = released.rows[0].number;
	const { rows } = await client.query('select short_id from public.need_reports where number = $1', [number]);
	expect(rows).toEqual([{ short_id: '2222222' }]);
	await client.query('rollback');
	client.release();
});

test('a release that is taken back leaves no gap', async () => {
	const [first, second] = [await write(cast.clerk, oberharz), await write(cast.clerk, oberharz)];
	const client = await connection();
	await client.query('begin');
	await become(client, cast.head);
	await client.query(`select public.release_need_report('${first}', 1)`);
	const waiting = attempt(cast.head, `select public.release_need_report('${second}', 1)`);
	await client.query('rollback');
	client.release();
	const before = await sql(
		`select max(split_part(number, '-', 3)::integer) as n from public.need_reports where authority_id = $1 and id <> $2`,
		[harz, second]
	);
	expect(Number(String(await waiting).split('-')[2])).toBe(before[0]!.n + 1);
});

test('two planners who answer at once: one answer, and one correction of it', async () => {
	const number = await report();
	const words = (reason: string) => `select public.answer_need_report('${number}', 'noted', '${reason}')`;
	expect(
		await atOnce([cast.planner, words('Der eine Grund.')], [cast.deputyPlanner, words('Der andere Grund.')])
	).toEqual(['done', 'done']);
	const [first, second] = await rowsOf('need_report_answers', number);
	expect([first!.corrects_id, second!.corrects_id]).toEqual([null, first!.id]);
});

test('two planners who answer from pages that showed none: the second sees the first, then may correct it', async () => {
	const number = await report();
	const words = (reason: string, seen: string) =>
		`select public.answer_need_report('${number}', 'noted', '${reason}', null, '${seen}')`;
	const told = await atOnce(
		[cast.planner, words('Der eine Grund.', '')],
		[cast.deputyPlanner, words('Der andere Grund.', '')]
	);
	expect(told.toSorted()).toEqual(['RULED', 'done']);
	const [first] = await rowsOf('need_report_answers', number);
	const other = first!.reason === 'Der eine Grund.' ? 'Der andere Grund.' : 'Der eine Grund.';
	expect(await attempt(cast.deputyPlanner, words(first!.reason as string, ''))).not.toBe('RULED'); // it is the same
	await attempt(cast.deputyPlanner, words(other, first!.id as string));
	const [, second] = await rowsOf('need_report_answers', number);
	expect(second).toMatchObject({ reason: other, corrects_id: first!.id });
	expect(await attempt(cast.planner, words('Ein dritter Grund.', first!.id as string))).toBe('RULED');
});

test('two planners who answer the same at once: one answer', async () => {
	const number = await report();
	const words = `select public.answer_need_report('${number}', 'noted', 'Derselbe Grund.')`;
	await atOnce([cast.planner, words], [cast.deputyPlanner, words], [cast.officePlanner, words]);
	expect(await rowsOf('need_report_answers', number)).toHaveLength(1);
});

test('two needs merged into each other at once: one goes, the other stays', async () => {
	const [one, other] = [await assess(await report(), 'Der eine'), await assess(await report(), 'Der andere')];
	const merging = (need: string, heir: string) =>
		`select public.merge_need('${need}', '${heir}', 'Dasselbe.')`;
	const words = await atOnce([cast.planner, merging(one, other)], [cast.deputyPlanner, merging(other, one)]);
	expect(words.filter((word) => word === 'RULED')).toHaveLength(1);
	const kept = await sql('select number from public.needs where number = any ($1) and heir_id is null', [
		[one, other]
	]);
	expect(kept).toHaveLength(1);
});

test('a report assessed into a need that is being merged goes along, or is refused', async () => {
	const [one, other] = [await assess(await report(), 'Wohin'), await assess(await report(), 'Dorthin')];
	const number = await report();
	const words = await atOnce(
		[cast.planner, `select public.merge_need('${one}', '${other}', 'Dasselbe.')`],
		[cast.deputyPlanner, `select public.assess_need_report('${number}', 'care', 'provider', '${one}')`]
	);
	const lost = await sql(
		`select from public.need_reports r join public.needs n on n.id = r.need_id where n.number = $1`,
		[one]
	);
	expect(lost).toEqual([]);
	expect(words[0]).toBe(other);
});

test('two planners who answer reports of a need at once: the second is told, and none has two answers', async () => {
	const [first, second] = [await report(), await report()];
	const need = await assess(first, 'Zu zweit');
	await doing(cast.planner, `select public.assess_need_report('${second}', 'care', 'provider', '${need}')`);
	const reports = JSON.stringify([{ number: first }, { number: second }]);
	const words = (reason: string) =>
		`select public.answer_need_reports('${need}', 'noted', '${reason}', null, '${reports}')`;
	const given = await atOnce(
		[cast.planner, words('Der eine Grund.')],
		[cast.deputyPlanner, words('Der andere.')]
	);
	expect(given.toSorted()).toEqual(['RULED', 'done']);
	for (const number of [first, second]) expect(await rowsOf('need_report_answers', number)).toHaveLength(1);
});

test('answers past the verb at once: the second corrects the first', async () => {
	const number = await report();
	const [{ id } = { id: '' }] = await sql('select id from public.need_reports where number = $1', [number]);
	const words = `insert into public.need_report_answers (report_id, decision, reason) values ('${id}', 'noted', 'Ein Grund.')`;
	expect(await atOnce([cast.planner, words], [cast.deputyPlanner, words])).toEqual(['done', 'done']);
	const [first, second] = await rowsOf('need_report_answers', number);
	expect(second!.corrects_id).toBe(first!.id);
});

test('a message clicked twice at once is written once', async () => {
	const number = await report();
	const words = `select public.write_need_report_message('${number}', 'question', 'Wo genau?', '${randomUUID()}')`;
	await atOnce([cast.planner, words], [cast.planner, words], [cast.planner, words]);
	expect(await rowsOf('need_report_messages', number)).toHaveLength(1);
});

describe('a form that is sent again', () => {
	const organisation = `'${oberharz}'`;
	const source = `'phone', private.today(), 'Frau Kern'`;
	const soon = `'2030-05-04T18:00:00Z'`;
	const forms: [string, Actor, Actor, (id: string) => string, (id: string) => string][] = [
		[
			'that begins a report',
			cast.clerk,
			cast.deputyClerk,
			(id) => `select public.start_need_report(${organisation}, null, '${id}')`,
			(id) => `select from public.need_report_drafts where id = '${id}'`
		],
		[
			'that begins a report for others',
			cast.planner,
			cast.deputyPlanner,
			(id) => `select public.start_need_report_for(${organisation}, ${source}, '${id}')`,
			(id) => `select from public.need_report_drafts where id = '${id}'`
		],
		[
			'that enters a meeting',
			cast.clerk,
			cast.deputyClerk,
			(id) => `select public.add_meeting(${organisation}, ${soon}, null, 'Rat', null, null, true, '${id}')`,
			(id) => `select from public.meetings where id = '${id}'`
		]
	];

	test.each(forms)('%s makes one thing, however late it comes', async (_, actor, _other, text, made) => {
		const [id, other] = [randomUUID(), randomUUID()];
		expect(await atOnce([actor, text(id)], [actor, text(id)])).toEqual([id, id]);
		await later('90 days');
		expect(await asking(actor, text(id))).toBe(id);
		expect(await sql(made(id))).toHaveLength(1);
		expect(await asking(actor, text(other))).toBe(other);
		expect(await sql(made(other))).toHaveLength(1);
	});

	test.each(forms)(
		'%s takes no id of another’s, of the same organisation or not',
		async (_, actor, other, text) => {
			const [id, elsewhere] = [randomUUID(), randomUUID()];
			await doing(actor, text(id));
			expect((await trying(other, text(id))).word).toBe('NOTFD');
			const foreigner = actor === cast.planner ? cast.foreignPlanner : cast.foreignClerk;
			await doing(foreigner, text(elsewhere).replaceAll(oberharz, musterdorf));
			expect((await trying(actor, text(elsewhere))).word).toBe('NOTFD');
		}
	);

	test('after it became a report, opens no second draft', async () => {
		const id = await write(cast.clerk, oberharz);
		await doing(cast.head, `select public.release_need_report('${id}', 1)`);
		expect(await asking(cast.clerk, `select public.start_need_report('${oberharz}', null, '${id}')`)).toBe(
			id
		);
		expect(await sql(`select from public.need_report_drafts where id = '${id}'`)).toEqual([]);
	});

	test('with a message: once, however late; the same words of another form are said again', async () => {
		const number = await report();
		const saying = (id: string, words = 'Wir klären es noch.') =>
			`select public.write_need_report_message('${number}', 'interim_status', '${words}', '${id}')`;
		const [one, other] = [randomUUID(), randomUUID()];
		await doing(cast.planner, saying(one));
		await later('1 day');
		await doing(cast.planner, saying(one));
		expect(await rowsOf('need_report_messages', number)).toHaveLength(1);
		await doing(cast.planner, saying(other));
		expect(await rowsOf('need_report_messages', number)).toHaveLength(2);
		expect((await trying(cast.planner, saying(one, 'Etwas anderes.'))).word).toBe('FINAL');
		expect((await trying(cast.deputyPlanner, saying(one))).word).toBe('NOTFD');
	});
});

describe('a request of a program', () => {
	const beginning = (id: string, title = 'Kein Bus') =>
		`select public.begin_need_report('${oberharz}', '{"title": "${title}", "care": "x"}', '${id}')`;
	const drafts = (...ids: string[]) =>
		sql(
			`select answers, revision from public.need_report_drafts where id = any (array['${ids.join(`','`)}']::uuid[])`
		);
	const draft = { answers: { title: 'Kein Bus' }, revision: 1 };

	test('is one draft with its answers, sent again at once or late; two requests are two', async () => {
		const [one, other] = [randomUUID(), randomUUID()];
		expect(
			await atOnce([cast.clerk, beginning(one)], [cast.clerk, beginning(one)], [cast.clerk, beginning(other)])
		).toEqual([1, 1, 1]);
		await later('90 days');
		expect(await asking(cast.clerk, beginning(one))).toBe(1);
		expect(await drafts(one, other)).toEqual([draft, draft]);
	});

	test('with other words, of somebody else, or after the release is refused and changes nothing', async () => {
		const id = randomUUID();
		await doing(cast.clerk, beginning(id));
		expect(await trying(cast.clerk, beginning(id, 'Kein Arzt'))).toMatchObject({ word: 'FINAL' });
		expect((await trying(cast.deputyClerk, beginning(id))).word).toBe('NOTFD');
		expect((await trying(cast.neighbour, beginning(randomUUID()))).word).toBe('NOTFD');
		expect(await drafts(id)).toEqual([draft]);
		const released = await write(cast.clerk, oberharz);
		await doing(cast.head, `select public.release_need_report('${released}', 1)`);
		expect((await trying(cast.clerk, beginning(released))).word).toBe('FINAL');
	});

	test('whose answers cannot be kept leaves no draft behind', async () => {
		const id = randomUUID();
		const tooLarge = `select public.begin_need_report('${oberharz}', jsonb_build_object('description', repeat(md5('x') || '${id}', 50000)), '${id}')`;
		expect((await trying(cast.clerk, tooLarge)).word).not.toBe('yes');
		expect(await drafts(id)).toEqual([]);
	});

	test('says nil return once, sent twice at once', async () => {
		const addressee = await addresseeOf(await open(oberharz));
		const nil = (id: string) => `select public.answer_nil('${addressee}', 'care', '${id}')`;
		const id = randomUUID();
		expect(await atOnce([cast.head, nil(id)], [cast.head, nil(id)], [cast.head, nil(randomUUID())])).toEqual([
			'returned',
			'returned',
			'returned'
		]);
		expect(await sql('select from public.call_returns where addressee_id = $1', [addressee])).toHaveLength(1);
	});
});

test('an assessment clicked twice at once opens one need', async () => {
	const number = await report();
	const words = `select public.assess_need_report('${number}', 'care', 'district', null, 'Zugleich geöffnet')`;
	const needs = await atOnce([cast.planner, words], [cast.planner, words]);
	expect(new Set(needs).size).toBe(1);
	expect(await sql(`select from public.needs where title = 'Zugleich geöffnet'`)).toHaveLength(1);
});

test('the gap answered twice at once: the first word counts', async () => {
	const number = await report();
	const need = await assess(number, 'Zweimal gefragt');
	await answer(number);
	await settle(need);
	await atOnce(
		[cast.clerk, `select public.answer_gap('${number}', 'yes')`],
		[cast.head, `select public.answer_gap('${number}', 'no')`]
	);
	const said = await rowsOf('need_report_gap_answers', number);
	expect(said).toHaveLength(1);
	expect(
		await sql('select gap_verdict as verdict from public.need_reports where number = $1', [number])
	).toEqual([{ verdict: said[0]!.verdict }]);
});

test('a need settled twice at once is settled once', async () => {
	const number = await report();
	const need = await assess(number, 'Zweimal erledigt');
	await answer(number);
	const words = `select public.settle_need('${need}', 'Ist getan.')`;
	expect(await atOnce([cast.planner, words], [cast.planner, words])).toEqual(['done', 'done']);
	const other = `select public.settle_need('${need}', 'Ist auch getan.')`;
	expect(await atOnce([cast.deputyPlanner, other])).toEqual(['FINAL']);
	expect(
		await sql(
			`select from public.events where kind = 'gap_asked' and subject_id = (select id from public.need_reports where number = $1)`,
			[number]
		)
	).toHaveLength(1);
});

test('a need settled while a report is being added: one of the two has to give way', async () => {
	for (let n = 0; n < 8; n++) {
		const [old, late] = [await report(), await report()];
		const need = await assess(old, `Wettlauf ${n}`);
		await answer(old);
		const outcome = await atOnce(
			[cast.planner, `select public.settle_need('${need}', 'Ist getan.')`],
			[cast.deputyPlanner, `select public.assess_need_report('${late}', 'care', 'district', '${need}')`]
		);
		expect(outcome).toContain('RULED');
		const broken = await sql(
			`select r.number from public.needs n join public.need_reports r on r.need_id = n.id where n.number = $1 and n.settled_at is not null and r.final_at is null`,
			[need]
		);
		expect(broken).toEqual([]);
	}
});

test('a crowd of planners on few reports and needs never waits in a circle', async () => {
	const numbers = [await report(), await report(), await report()];
	const needs = [await assess(numbers[0]!, 'Kreis A'), await assess(numbers[1]!, 'Kreis B')];
	const attempts = Array.from({ length: 60 }, (_, n): [Actor, string] => {
		const number = numbers[n % 3]!;
		const need = needs[(n >> 1) % 2]!;
		return [
			[cast.planner, cast.deputyPlanner, cast.officePlanner][n % 3]!,
			[
				`select public.assess_need_report('${number}', '${n % 4 ? 'care' : 'health'}', 'district', '${need}')`,
				`select public.answer_need_report('${number}', 'noted', 'Grund ${n}')`,
				`select public.settle_need('${need}', 'Getan ${n}')`,
				`select public.reopen_need('${need}', 'Doch nicht ${n}')`,
				`select public.write_need_report_message('${number}', 'question', 'Frage ${n}')`
			][n % 5]!
		];
	});
	const codes = new Set((await atOnce(...attempts)).filter((word) => /^[0-9A-Z]{5}$/.test(String(word))));
	expect([...codes].filter((code) => !['FINAL', 'RULED'].includes(String(code)))).toEqual([]);
});

test('two needs settled at once, whose reporters said different things before, do not wait in a circle', async () => {
	const verdicts = [
		['no', 'partly', 'yes'],
		['yes', 'partly', 'no']
	];
	const needs: string[] = [];
	for (const [n, said] of verdicts.entries()) {
		const numbers = [await report(), await report(), await report()];
		const need = await assess(numbers[0]!, `Reihenfolge ${n}`);
		for (const number of numbers.slice(1))
			await doing(
				cast.planner,
				`select public.assess_need_report('${number}', 'care', 'provider', '${need}')`
			);
		for (const number of numbers) await answer(number);
		await settle(need);
		for (const [k, number] of numbers.entries())
			await doing(cast.clerk, `select public.answer_gap('${number}', '${said[k]}')`);
		needs.push(need);
	}
	for (const need of needs) await doing(cast.planner, `select public.reopen_need('${need}', 'Noch einmal.')`);
	const outcome = await atOnce(
		...needs.map((need): [Actor, string] => [
			cast.planner,
			`select public.settle_need('${need}', 'Jetzt wirklich.')`
		])
	);
	expect(outcome).toEqual(['done', 'done']);
});

test('saves from two tabs at once: nothing is lost in silence', async () => {
	const id = await write(cast.clerk, oberharz);
	const saving = (field: string, text: string) =>
		`select public.save_need_report('${id}', 1, '{"${field}": "${text}"}')`;
	const [a, b, c] = await atOnce(
		[cast.clerk, saving('evidence', 'A')],
		[cast.deputyClerk, saving('cost_idea', 'B')],
		[cast.head, saving('evidence', 'C')]
	);
	const [row] = await sql(
		`select answers ->> 'evidence' as evidence, answers ->> 'cost_idea' as cost from public.need_report_drafts where id = $1`,
		[id]
	);
	expect(b).not.toBe('STALE');
	expect([a, c].filter((outcome) => outcome === 'STALE')).toHaveLength(1);
	expect(row).toEqual({ evidence: a === 'STALE' ? 'C' : 'A', cost: 'B' });
});

test('a release and a save at once: what is released was seen', async () => {
	for (let n = 0; n < 5; n++) {
		const id = await write(cast.clerk, oberharz);
		const [number, saved] = await atOnce(
			[cast.head, `select public.release_need_report('${id}', 1)`],
			[cast.clerk, `select public.save_need_report('${id}', 1, '{"title": "Im letzten Augenblick"}')`]
		);
		const [row] = await sql('select title from public.need_reports where id = $1', [id]);
		if (saved === 'NOTFD') expect(row).toEqual({ title: 'Tagespflege fehlt im Ort' });
		else expect([number, row]).toEqual(['STALE', undefined]);
	}
});

test('a call closed twice at once is closed once, and the second is told', async () => {
	const slug = await open(oberharz);
	await end(slug);
	const outcome = await atOnce(
		[cast.planner, taking(slug, 'closed')],
		[cast.deputyPlanner, taking(slug, 'closed')]
	);
	expect(outcome.sort()).toEqual(['FINAL', 'done']);
	expect(
		await sql(
			`select s.step from public.call_steps s join public.calls c on c.id = s.call_id where c.slug = $1 order by s.created_at`,
			[slug]
		)
	).toEqual([{ step: 'opened' }, { step: 'closed' }]);
});

test('a call opened twice at once invites once', async () => {
	const slug = await open(oberharz);
	await atOnce([cast.planner, taking(slug, 'opened')], [cast.deputyPlanner, taking(slug, 'opened')]);
	expect(
		await sql(`select from public.call_notices where addressee_id = $1 and kind = 'invitation'`, [
			await addresseeOf(slug)
		])
	).toHaveLength(1);
});

/** Does the first, tries the second while the first is not finished, and finishes it. @returns whether the second waited, and its end */
async function meanwhile([first, text]: [Actor, string], second: [Actor, string]) {
	const client = await connection();
	await client.query('begin');
	await become(client, first);
	await client.query(text);
	let isWaiting = true;
	const outcome = attempt(...second).finally(() => (isWaiting = false));
	await pause(300);
	const waited = isWaiting;
	await client.query('commit');
	client.release();
	return { waited, outcome: await outcome };
}

test.each([
	[
		'a smaller circle',
		(slug: string) => `select public.set_call_addressees('${harz}', '${slug}', array['${oberharz}'::uuid])`
	],
	[
		'other fields',
		(slug: string) => `select public.set_call_fields('${harz}', '${slug}', '{care,mobility}')`
	],
	[
		'another title',
		(slug: string) => `select public.save_call('${harz}', '${slug}', '{"title": "Zu spät geändert"}')`
	],
	['throwing it away', (slug: string) => `select public.discard_call('${harz}', '${slug}')`]
])('%s in the second of opening comes too late: who was asked stays asked', async (_, changing) => {
	const slug = await prepare(oberharz, vorharz);
	const { outcome } = await meanwhile(
		[cast.planner, taking(slug, 'opened')],
		[cast.deputyPlanner, changing(slug)]
	);
	expect(outcome).toBe('FINAL');
	expect(
		await sql(
			`select a.invited_at is not null as invited from public.call_addressees a join public.calls c on c.id = a.call_id where c.slug = $1`,
			[slug]
		)
	).toEqual([{ invited: true }, { invited: true }]);
	expect(
		await sql(
			`select f.field_of_action as key from public.call_fields f join public.calls c on c.id = f.call_id where c.slug = $1 order by 1`,
			[slug]
		)
	).toEqual([{ key: 'care' }, { key: 'youth' }]);
});

test('what is filled in while the head releases waits: nothing goes out that was not seen', async () => {
	const addressee = await addresseeOf(await open(oberharz));
	const saving = (revision: number, words: string) =>
		`select public.save_survey_answer('${addressee}', 'care', ${revision}, 'nil_return', '{"offers": "${words}"}', '{}')`;
	await doing(cast.clerk, saving(0, 'Gesehen'));
	await doing(cast.clerk, `select public.hand_in_survey('${addressee}')`);
	const { waited } = await meanwhile(
		[cast.head, `select public.release_survey_answers('${addressee}', '{"care": 1}')`],
		[cast.clerk, saving(1, 'Ungesehen')]
	);
	expect(waited).toBe(true);
	expect(
		await sql('select answers from public.survey_return_fields where addressee_id = $1', [addressee])
	).toEqual([{ answers: { offers: 'Gesehen' } }]);
});

test('a nil return for the rest leaves out what a colleague is choosing in that moment', async () => {
	const addressee = await addresseeOf(await open(oberharz));
	const { waited, outcome } = await meanwhile(
		[cast.clerk, `select public.save_survey_answer('${addressee}', 'care', 0, 'needs', '{}', '{}')`],
		[cast.head, `select public.answer_rest_nil('${addressee}')`]
	);
	expect({ waited, outcome }).toEqual({ waited: true, outcome: 1 });
	expect(
		await sql(
			`select field_of_action as key from public.survey_answers where addressee_id = $1 and choice = 'nil_return'`,
			[addressee]
		)
	).toEqual([{ key: 'youth' }]);
});

test('an event that was written before one already told is not passed over', async () => {
	const [last] = await sql<{ id: string }>('select max(id) as id from public.events');
	const told = async () =>
		(await doing(cast.planner, `select id from public.list_events('${harz}', ${last!.id})`)).length;
	const draft = await write(cast.clerk, oberharz);
	const slug = await prepare(oberharz);
	const client = await connection();
	await client.query('begin');
	await become(client, cast.head);
	await client.query(`select public.release_need_report('${draft}', 1)`);
	await doing(cast.planner, taking(slug, 'opened'));
	expect(await told()).toBe(0);
	await client.query('commit');
	client.release();
	expect(await told()).toBeGreaterThan(1);
});

test('an answer in the second of closing is taken before it, or not at all', async () => {
	for (let n = 0; n < 8; n++) {
		const slug = await open(oberharz);
		await end(slug);
		const addressee = await addresseeOf(slug);
		const [closed, answered] = await atOnce(
			[cast.planner, taking(slug, 'closed')],
			[cast.head, `select public.answer_nil('${addressee}', 'care')`]
		);
		expect(closed).toBe('done');
		const returns = await sql(
			`select r.created_at < c.closed_at as before from public.call_returns r join public.calls c on c.id = r.call_id where c.slug = $1`,
			[slug]
		);
		expect(returns).toEqual(answered === 'FINAL' ? [] : [{ before: true }]);
	}
});

test('two administrators who remove each other at once: one stays', async () => {
	await sql(
		`insert into public.holdings (post_id, person_id, capacity, starts_on) values ('20000000-0000-4000-8000-000000000008', $1, 'deputy', private.today())`,
		[cast.stranger]
	);
	const removing = (person: string) =>
		`update public.holdings set ended_at = now() where person_id = '${person}' and ended_at is null`;
	const outcome = await atOnce(
		[cast.administrator, removing(cast.stranger)],
		[cast.stranger, removing(cast.administrator)]
	);
	const left = await sql(
		`select from public.holdings h join public.posts p on p.id = h.post_id and p.kind = 'administrator' where p.authority_id = $1 and private.is_current(h)`,
		[harz]
	);
	expect(left.length).toBeGreaterThan(0);
	expect(outcome.length).toBe(2);
});

test('an invitation accepted twice at once makes one person and one holding', async () => {
	const token = 'b'.repeat(64);
	await sql(
		`insert into public.invitations (post_id, capacity, given_name, family_name, email, token_hash) values ('20000000-0000-4000-8000-000000000208', 'deputy', 'A', 'B', 'zugleich@test.example', $1)`,
		[token]
	);
	const accepting = () =>
		sql(`select public.invitation_accept($1)`, [token]).then(
			() => 'done',
			(error: { code: string }) => error.code
		);
	expect((await Promise.all([accepting(), accepting()])).sort()).toEqual(['EXPIR', 'done']);
	expect(
		await sql(
			`select from public.holdings h join public.people p on p.id = h.person_id where p.email = 'zugleich@test.example'`
		)
	).toHaveLength(1);
});

test('a token made twice is one token with one secret, however late the second click; another form makes another', async () => {
	const form = { name: 'Ratsinformation', scopes: ['read' as const], days: '30' as const };
	const making = () => tokens.add(as(cast.clerk), freshSession(cast.clerk), { ...form, form_id: formId });
	const formId = randomUUID();
	const open = () =>
		sql<{ id: string }>(
			`select id from private.access_tokens where name = 'Ratsinformation' and revoked_at is null`
		);
	const [one, two] = await Promise.all([making(), making()]);
	await later('1 day');
	for (const person of [cast.clerk, cast.head]) await sql('select public.session_prove($1, $1)', [person]);
	expect([two, await making()]).toEqual([one, one]);
	const [made, ...more] = await open();
	expect(more).toEqual([]);
	expect(
		await tokens.add(as(cast.clerk), freshSession(cast.clerk), { ...form, form_id: randomUUID() })
	).not.toBe(one);
	expect(await open()).toHaveLength(2);
	await expect(
		tokens.add(as(cast.head), freshSession(cast.head), { ...form, form_id: formId })
	).rejects.toMatchObject({
		code: 'NOTFD'
	});
	await tokens.revoke(as(cast.clerk), made!.id);
	await expect(making()).rejects.toMatchObject({ code: 'NOTFD' });
});

test('an assistant named twice at once is named once: ending it ends it', async () => {
	const naming = `select public.name_assistant((select h.id from public.holdings h where h.person_id = '${cast.clerk}'), 'Frau', 'Ida', 'Zwei', 'Ida@test.example', private.today() + 30, private.person_id())`;
	await atOnce([cast.clerk, naming], [cast.clerk, naming], [cast.clerk, naming.replace('Ida@', 'ida@')]);
	const open = () =>
		sql<{ id: string }>(
			`select id from public.assistances where lower(email) = 'ida@test.example' and revoked_at is null`
		);
	const [assistance, ...more] = await open();
	expect(more).toEqual([]);
	await doing(cast.clerk, `select public.end_assistance('${assistance!.id}')`);
	expect(await open()).toEqual([]);
});
