import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asking, doing, trying } from '../acting.ts';
import { addresseeOf, open } from '../call-stage.ts';
import { cast, enter, harz, oberharz } from '../cast.ts';
import { complete, json } from '../stage.ts';
import { backToNow, later } from '../clock.ts';
import { sql } from '../harness.ts';

/* What an addressee fills in: whose it is, what waits before the head, and what goes out. */

beforeAll(enter);

describe('what an addressee is still writing', () => {
	let to: string;
	let transcript: string;
	let slug: string;
	beforeAll(async () => {
		const survey = await open(oberharz);
		to = await addresseeOf(survey);
		await doing(
			cast.clerk,
			`select public.save_survey_answer('${to}', 'care', 0, 'needs', '{"plans": "Noch geheim"}', '{}')`
		);
		transcript = await asking(
			cast.planner,
			`insert into public.need_report_drafts (organisation_id, addressee_id, is_transcription, channel, received_on, given_by, answers)
				values ('${oberharz}', '${to}', true, 'letter', private.today(), 'Herr Voß', ${json({ ...complete, title: 'Aus dem Brief' })}) returning id`
		);
		slug = survey;
	});

	test('does not show it what the planning is still transcribing', async () => {
		const page = await asking<object>(cast.clerk, `select public.survey_reply('${harz}', '${slug}')`);
		expect(JSON.stringify(page)).not.toContain('Aus dem Brief');
	});

	test('is not returned by a report that the planning enters from a letter', async () => {
		await doing(cast.planner, `select public.release_need_report('${transcript}', 0)`);
		const returns = (
			await trying(
				cast.planner,
				`select f.outcome, answers, channel, given_by, is_late from public.survey_return_fields f join public.call_returns r on r.id = f.return_id where f.addressee_id = '${to}'`
			)
		).rows;
		expect(returns).toMatchObject([
			{ outcome: 'needs', answers: {}, channel: 'letter', given_by: 'Herr Voß', is_late: false }
		]);
	});
});

describe('what the head has not seen', () => {
	const words = { offers: 'Vom Amt getippt' };
	const returnsOf = (to: string) =>
		sql(
			`select outcome, answers from public.survey_return_fields where addressee_id = $1 order by created_at`,
			[to]
		);
	let to: string;
	beforeEach(async () => {
		to = await addresseeOf(await open(oberharz));
		await doing(
			cast.clerk,
			`select public.save_survey_answer('${to}', 'care', 0, null, ${json(words)}, '{}')`
		);
	});

	test('does not go out with a nil return in one click', async () => {
		await doing(cast.head, `select public.answer_nil('${to}', 'care')`);
		expect(await returnsOf(to)).toEqual([{ outcome: 'nil_return', answers: {} }]);
		await doing(cast.head, `select public.answer_nil('${to}', 'care')`);
		expect(await returnsOf(to)).toHaveLength(1);
		await doing(cast.head, `select public.release_survey_answers('${to}', 2)`);
		expect(await returnsOf(to)).toContainEqual({ outcome: 'nil_return', answers: words });
	});

	test('does not go out with a report, and waits for its own release', async () => {
		const draft = await asking(cast.clerk, `select public.start_survey_report('${to}', 'care')`);
		await doing(cast.clerk, `select public.save_need_report('${draft}', 0, ${json(complete)})`);
		await doing(cast.head, `select public.release_need_report('${draft}', 1)`);
		expect(await returnsOf(to)).toEqual([{ outcome: 'needs', answers: {} }]);
		await doing(cast.head, `select public.release_survey_answers('${to}', 1)`);
		expect(await returnsOf(to)).toContainEqual({ outcome: 'needs', answers: words });
		expect(await asking(cast.head, `select public.release_survey_answers('${to}', 1)`)).toBe(0);
	});
});

test('of a field holds what was returned last: the first words waited for again are not returned yet', async () => {
	const to = await addresseeOf(await open(oberharz));
	const said = (revision: number, offers: string) =>
		doing(
			cast.clerk,
			`select public.save_survey_answer('${to}', 'care', ${revision}, 'nil_return', ${json({ offers })}, '{}')`
		);
	const release = (seen: number) =>
		asking(cast.head, `select public.release_survey_answers('${to}', ${seen})`);
	for (const [revision, offers] of ['Treff', 'Kein Treff', 'Treff'].entries()) {
		await said(revision, offers);
		expect(await release(revision + 1)).toBe(1);
		expect(await release(revision + 1)).toBe(0);
	}
	const holds = await sql(`select answers from private.present_fields where addressee_id = $1`, [to]);
	expect(holds).toEqual([{ answers: { offers: 'Treff' } }]);
});

test('what a clerk changes after handing it in is theirs to hand in again', async () => {
	const survey = await open(oberharz);
	const to = await addresseeOf(survey);
	const seen = async () => {
		const { fields } = await asking<{ fields: { key: string; isHandedIn: boolean }[] }>(
			cast.clerk,
			`select public.survey_reply('${harz}', '${survey}')`
		);
		const { tasks } = await asking<{ tasks: { kind: string; ref: string }[] }>(
			cast.clerk,
			'select public.start_page()'
		);
		return {
			handedIn: fields
				.filter(({ isHandedIn }) => isHandedIn)
				.map(({ key }) => key)
				.toSorted(),
			task: tasks.find(({ ref }) => ref === `surveys/${survey}`)?.kind
		};
	};
	for (const field of ['care', 'youth'])
		await doing(cast.clerk, `select public.answer_nil('${to}', '${field}')`);
	expect(await seen()).toEqual({ handedIn: [], task: 'survey_answer' });
	await doing(cast.clerk, `select public.hand_in_survey('${to}')`);
	expect(await seen()).toEqual({ handedIn: ['care', 'youth'], task: 'survey_await' });
	await doing(
		cast.clerk,
		`select public.save_survey_answer('${to}', 'care', 1, 'nil_return', '{"offers": "Treff"}', '{}')`
	);
	expect(await seen()).toEqual({ handedIn: ['youth'], task: 'survey_answer' });
	const mails = async () =>
		(await sql(`select from public.call_notices where addressee_id = $1 and kind = 'handed_in'`, [to]))
			.length;
	for (const times of [2, 2]) {
		await doing(cast.clerk, `select public.hand_in_survey('${to}')`);
		expect(await mails()).toBe(times);
		await later('1 hour');
	}
	await backToNow();
	expect(await seen()).toEqual({ handedIn: ['care', 'youth'], task: 'survey_await' });
});

describe('a nil return for the rest', () => {
	const saving = (to: string, choice: string, answers: string, unknown: string) =>
		`select public.save_survey_answer('${to}', 'care', 0, ${choice}, '${answers}', '${unknown}')`;
	const untouched = async (survey: string) => {
		const reply = await asking<{ fields: { key: string; isUntouched: boolean }[] }>(
			cast.clerk,
			`select public.survey_reply('${harz}', '${survey}')`
		);
		return reply.fields.filter(({ isUntouched }) => isUntouched).map(({ key }) => key);
	};
	const touches = {
		'a choice': (to: string) => saving(to, `'needs'`, '{}', '{}'),
		'an answer': (to: string) => saving(to, 'null', '{"offers": "Treff"}', '{}'),
		'a question answered with “weiß nicht”': (to: string) => saving(to, 'null', '{}', '{plans}'),
		'a report that was begun': (to: string) => `select public.start_survey_report('${to}', 'care')`,
		'what was returned': (to: string) => `select public.answer_nil('${to}', 'care')`
	};
	for (const [touch, statement] of Object.entries(touches))
		test(`leaves out ${touch}`, async () => {
			const survey = await open(oberharz);
			const to = await addresseeOf(survey);
			expect((await untouched(survey)).toSorted()).toEqual(['care', 'youth']);
			await doing(touch === 'what was returned' ? cast.head : cast.clerk, statement(to));
			expect(await untouched(survey)).toEqual(['youth']);
			expect(await asking(cast.head, `select public.answer_rest_nil('${to}')`)).toBe(1);
			expect(await untouched(survey)).toEqual([]);
		});

	test('takes what the office only began to enter', async () => {
		const survey = await open(oberharz);
		const to = await addresseeOf(survey);
		await doing(
			cast.planner,
			`select public.start_survey_report_for('${to}', 'care', 'phone', private.today(), 'Frau Kern')`
		);
		expect(await asking(cast.head, `select public.answer_rest_nil('${to}')`)).toBe(2);
	});
});
