import { beforeAll, describe, expect, test } from 'vitest';
import { asking, trying } from '../acting.ts';
import { cast, enter, oberharz } from '../cast.ts';
import * as harness from '../harness.ts';
import { complete, json, write } from '../stage.ts';

/* Wrong answers come back by name, whatever sent them; nothing typed is refused before it must be. */

beforeAll(enter);

const long = (n: number) => 'ä'.repeat(n);
const releasing = async (answers: object) => {
	const id = await write(cast.clerk, oberharz, answers);
	const { word, detail } = await trying(cast.head, `select public.release_need_report('${id}', 1)`);
	return { word, fields: detail ? JSON.parse(detail) : undefined };
};

describe('an answer that cannot be kept is named', () => {
	test.each<[field: string, value: unknown]>([
		['title', 'ab'],
		['title', long(121)],
		['title', { de: 'Objekt' }],
		['title', ['Liste']],
		['title', 7],
		['title', true],
		['locality', 'x'],
		['locality', long(121)],
		['description', 'zu kurz'],
		['description', long(5001)],
		['description', {}],
		['field_of_action', 'magic'],
		['field_of_action', ['care']],
		['target_groups', 'older_people'],
		['target_groups', ['aliens']],
		['target_groups', { 0: 'children' }],
		['target_groups', [['children']]],
		['target_groups', [null]],
		['target_groups', [1]],
		['target_groups', Array(17).fill('children')],
		['municipality_ags', '99999999'],
		['municipality_ags', 15085228],
		['noticed_source', 'rumour'],
		['noticed_body', long(161)],
		['noticed_item', long(61)],
		['noticed_since', long(301)],
		['noticed_on', 'gestern'],
		['noticed_on', '2026-02-30'],
		['noticed_on', '30.01.2026'],
		['noticed_on', 20260101],
		['noticed_on', '2026-01-01; drop'],
		['evidence', long(1001)],
		['evidence_source', long(301)],
		['evidence_year', 'MMXX'],
		['evidence_year', 1066],
		['evidence_year', '20255'],
		['evidence_year', 2025.5],
		['evidence_year', '99999999999'],
		['affected_range', '7'],
		['urgency', 'now'],
		['urgency_reason', long(1001)],
		['existing_offer', long(2001)],
		['proposed_solution', long(2001)],
		['own_contribution', long(2001)],
		['responsible_levels', ['moon']],
		['responsible_levels', 'district'],
		['cost_idea', long(1001)],
		['contact', long(301)],
		['visibility', 'secret'],
		['visibility', ['public']]
	])('%s: %j', async (field, value) => {
		expect(await releasing({ [field]: value })).toEqual({ word: 'INVAL', fields: [field] });
	});

	test('all of them at once, in the order of the form', async () => {
		expect(await releasing({ visibility: 'secret', title: 'ab', noticed_on: 'gestern' })).toEqual({
			word: 'INVAL',
			fields: ['title', 'noticed_on', 'visibility']
		});
	});

	test('before the head gets to see it', async () => {
		const id = await write(cast.clerk, oberharz, { urgency: 'now' });
		expect(await trying(cast.clerk, `select public.hand_in_need_report('${id}', 1)`)).toMatchObject({
			word: 'INVAL',
			detail: '["urgency"]'
		});
	});

	test.each<[field: string, value: unknown]>([
		['title', long(120)],
		['description', long(5000)],
		['evidence_year', 2025],
		['evidence_year', '2025'],
		['noticed_on', '2024-02-29'],
		['target_groups', ['children', 'families']],
		['responsible_levels', []],
		['municipality_ags', '15085228'],
		['contact', long(300)],
		['noticed_body', ''],
		['evidence', null]
	])('and what can be kept is: %s', async (field, value) => {
		expect((await releasing({ [field]: value })).word).toBe('yes');
	});
});

describe('a missing answer is named', () => {
	test.each(Object.keys(complete))('%s', async (field) => {
		for (const nothing of [null, '', ' \u00a0', []])
			expect(await releasing({ [field]: nothing })).toEqual({ word: 'MISSG', fields: [field] });
	});
});

describe('a draft', () => {
	test('keeps what is typed as it is, valid or not', async () => {
		const id = await write(cast.clerk, oberharz, {
			urgency: 'now',
			noticed_on: 'gestern',
			title: 'ü'.repeat(9000)
		});
		const answers = await asking<Record<string, string>>(
			cast.clerk,
			`select public.need_report_draft('${id}') -> 'answers'`
		);
		expect(answers).toMatchObject({ urgency: 'now', noticed_on: 'gestern', title: 'ü'.repeat(9000) });
	});

	test('knows the questions of its form and no others', async () => {
		const id = await write(cast.clerk, oberharz, {
			state: 'answered',
			number: 'HZ-2026-1',
			authority_id: 'x'
		});
		const answers = await asking<object>(cast.clerk, `select public.need_report_draft('${id}') -> 'answers'`);
		expect(Object.keys(answers).sort()).toEqual(Object.keys(complete).sort());
	});

	test('has an end: half a megabyte', async () => {
		const id = await write(cast.clerk, oberharz);
		expect(
			(
				await trying(
					cast.clerk,
					`select public.save_need_report('${id}', 1, ${json({ description: 'x'.repeat(700_000) })})`
				)
			).word
		).toBe('23514');
	});

	test('reports nothing for another’s municipality', async () => {
		const id = await write(cast.clerk, oberharz, { municipality_ags: '15085040' });
		expect(await trying(cast.head, `select public.release_need_report('${id}', 1)`)).toMatchObject({
			word: 'RULED',
			message: 'errors_municipality_not_yours'
		});
	});
});

describe('over the data interface', () => {
	test('a character no text may hold is refused as an invalid answer', async () => {
		const id = await write(cast.clerk, oberharz);
		const saving = harness
			.as(cast.clerk)
			.rpc('save_need_report', { p_id: id, p_revision: 1, p_answers: { title: 'Null\u0000zeichen' } });
		await expect(harness.ask(saving)).rejects.toMatchObject({ status: 400, messageKey: 'errors_invalid' });
	});

	test('a choice that is none, a text too long, an id that is none', async () => {
		const planner = harness.as(cast.planner);
		const [{ number }] = await harness.sql(
			`select number from public.need_reports where title = 'Rathaus Benneckenstein ohne Rampe'`
		);
		const refusals = [
			planner.rpc('write_need_report_message', { p_number: number, p_kind: 'rumour', p_body: 'x' }),
			planner.rpc('write_need_report_message', { p_number: number, p_kind: 'question', p_body: long(5001) }),
			planner.rpc('answer_need_report', {
				p_number: number,
				p_decision: 'maybe',
				p_reason: 'x',
				p_forwarded_to: null
			}),
			planner.rpc('assess_need_report', {
				p_number: number,
				p_field_of_action: 'magic',
				p_responsible_level: 'district',
				p_need: null,
				p_need_title: null
			})
		];
		for (const refusal of refusals)
			await expect(harness.ask(refusal)).rejects.toMatchObject({ status: 400, messageKey: 'errors_invalid' });
		await expect(harness.ask(planner.rpc('need_report_draft', { p_id: 'no-id' }))).rejects.toMatchObject({
			status: 404
		});
	});
});

test('search takes whatever is typed', async () => {
	for (const text of [
		`'`,
		`\\`,
		`a\\b`,
		`''`,
		`& | ! ( ) :*`,
		`%`,
		`_`,
		'ä'.repeat(2000),
		'<->',
		`"`,
		`C:\\temp 'x'`,
		'🚌',
		'-'
	])
		for (const call of [
			`list_need_reports($1, jsonb_build_object('search', $2))`,
			'similar_need_reports($1, $2)'
		]) {
			const id = call.startsWith('list') ? 'a0000000-0000-4000-8000-000000000001' : oberharz;
			const literal = `'${text.replaceAll("'", "''")}'`;
			expect(
				(
					await trying(
						cast.planner,
						`select from public.${call.replace('$1', `'${id}'`).replace('$2', literal)}`
					)
				).message
			).toBeUndefined();
		}
});
