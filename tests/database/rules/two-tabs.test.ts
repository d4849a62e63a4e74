import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { asking, doing, trying } from '../acting.ts';
import { cast, enter, oberharz } from '../cast.ts';
import { sql } from '../harness.ts';
import { json, report, write } from '../stage.ts';

/* Typed text is never lost: not to a second tab, a double click or a colleague. */

beforeAll(enter);

const save = (id: string, revision: number, answers: object, person: string = cast.clerk) =>
	trying(person, `select public.save_need_report('${id}', ${revision}, ${json(answers)})`);
const saveForGood = (id: string, revision: number, answers: object) =>
	asking<number>(cast.clerk, `select public.save_need_report('${id}', ${revision}, ${json(answers)})`);

describe('two tabs over one draft', () => {
	test('keep different answers of both', async () => {
		const id = await write(cast.clerk, oberharz);
		await saveForGood(id, 1, { evidence: 'Aus dem ersten Fenster' });
		await saveForGood(id, 1, { cost_idea: 'Aus dem zweiten Fenster' });
		const [row] = await sql(
			`select revision, answers ->> 'evidence' as a, answers ->> 'cost_idea' as b from public.need_report_drafts where id = $1`,
			[id]
		);
		expect(row).toEqual({ revision: 3, a: 'Aus dem ersten Fenster', b: 'Aus dem zweiten Fenster' });
	});

	test('over the same answer: the later one is told what is stored', async () => {
		const id = await write(cast.clerk, oberharz);
		await saveForGood(id, 1, { title: 'Aus dem ersten Fenster' });
		const late = await save(id, 1, { title: 'Aus dem zweiten Fenster', evidence: 'Ohne Streit' });
		expect(late.word).toBe('STALE');
		expect(JSON.parse(late.detail!)).toEqual({ revision: 2, stored: { title: 'Aus dem ersten Fenster' } });
		expect((await save(id, 2, { title: 'Aus dem zweiten Fenster' })).word).toBe('yes');
	});

	test('that wrote the same have no quarrel', async () => {
		const id = await write(cast.clerk, oberharz);
		await saveForGood(id, 1, { title: 'Gleich' });
		expect(await saveForGood(id, 1, { title: 'Gleich' })).toBe(2);
	});

	test('cannot talk themselves out of it with no revision', async () => {
		const id = await write(cast.clerk, oberharz);
		expect(
			(await trying(cast.clerk, `select public.save_need_report('${id}', null, '{"title": "Drüber"}')`)).word
		).toBe('STALE');
	});

	test('every change past the verb is a revision too', async () => {
		const id = await write(cast.clerk, oberharz);
		await doing(
			cast.clerk,
			`update public.need_report_drafts set answers = answers || '{"title": "Untergeschoben"}' where id = '${id}'`
		);
		expect((await save(id, 1, { title: 'Ahnungslos' })).word).toBe('STALE');
		expect(await trying(cast.head, `select public.release_need_report('${id}', 1)`)).toMatchObject({
			word: 'STALE'
		});
	});
});

describe('what is released is what was seen', () => {
	test('a draft that changed since is not released', async () => {
		const id = await write(cast.clerk, oberharz);
		await doing(cast.clerk, `select public.hand_in_need_report('${id}', 1)`);
		await saveForGood(id, 1, { description: 'Nachträglich ganz anders geschrieben.' });
		expect((await trying(cast.head, `select public.release_need_report('${id}', 1)`)).word).toBe('STALE');
		expect((await trying(cast.head, `select public.release_need_report('${id}', null)`)).word).toBe('STALE');
		expect((await trying(cast.head, `select public.release_need_report('${id}', 2)`)).word).toBe('yes');
	});

	test('a draft that was given back is not there to be given back again', async () => {
		const id = await write(cast.clerk, oberharz);
		const returning = `select public.return_need_report('${id}', 'Bitte ergänzen.')`;
		expect(await trying(cast.head, returning)).toMatchObject({
			word: 'FINAL',
			message: 'errors_already_done'
		});
		await doing(cast.clerk, `select public.hand_in_need_report('${id}', 1)`);
		await doing(cast.head, returning);
		const [row] = await sql(
			`select handed_in_at, return_reason from public.need_report_drafts where id = $1`,
			[id]
		);
		expect(row).toEqual({ handed_in_at: null, return_reason: 'Bitte ergänzen.' });
		await doing(cast.clerk, `select public.hand_in_need_report('${id}', 1)`);
		expect(
			await sql(`select returned_at, return_reason from public.need_report_drafts where id = $1`, [id])
		).toEqual([{ returned_at: null, return_reason: null }]);
	});
});

describe('a double click', () => {
	const formId = randomUUID();
	test('on release answers with the same number', async () => {
		const id = await write(cast.clerk, oberharz);
		const releasing = `select public.release_need_report('${id}', 1)`;
		expect(await asking(cast.head, releasing)).toBe(await asking(cast.head, releasing));
		expect(await sql(`select from public.need_reports where id = $1`, [id])).toHaveLength(1);
	});

	test('on begin opens the same draft', async () => {
		const beginning = `select public.start_need_report('${oberharz}', null, '${randomUUID()}')`;
		expect(await asking(cast.head, beginning)).toBe(await asking(cast.head, beginning));
	});

	test.each([
		[
			'a message',
			(n: string) => `select public.write_need_report_message('${n}', 'question', 'Wo genau?', '${formId}')`,
			'need_report_messages'
		],
		[
			'a hand-over',
			(n: string) =>
				`select public.hand_over_need_report('${n}', '00000000-0000-4000-8000-000000000003', current_date + 9)`,
			'need_report_handovers'
		],
		[
			'an assessment',
			(n: string) => `select public.assess_need_report('${n}', 'care', 'district', null, 'Doppelt')`,
			'need_report_assessments'
		],
		[
			'an assessment without a title',
			(n: string) => `select public.assess_need_report('${n}', 'care', 'district')`,
			'need_report_assessments'
		],
		[
			'an answer',
			(n: string) => `select public.answer_need_report('${n}', 'noted', 'Ein Grund.')`,
			'need_report_answers'
		]
	])('on %s writes it once', async (_, click, table) => {
		const number = await report();
		const needs = (await sql('select from public.needs')).length;
		await doing(cast.planner, click(number));
		await doing(cast.planner, click(number));
		expect(
			await sql(
				`select from public.${table} x join public.need_reports r on r.id = x.report_id where r.number = $1`,
				[number]
			)
		).toHaveLength(1);
		expect((await sql('select from public.needs')).length - needs).toBeLessThanOrEqual(1);
	});

	test('on a barrier report is one report', async () => {
		const reporting = `select public.report_barrier('a0000000-0000-4000-8000-000000000001', '77777777-0000-4000-8000-000000000001', 'Zu klein') ->> 'number'`;
		expect(await asking(cast.anonymous, reporting)).toBe(await asking(cast.anonymous, reporting));
	});
});
