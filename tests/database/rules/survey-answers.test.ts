import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asking, doing, trying } from '../acting.ts';
import { addresseeOf, open } from '../call-stage.ts';
import { cast, enter, harz, oberharz, seniorCouncil, vorharz } from '../cast.ts';
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

/** What the page shows the head to release: what is handed in, at its revision. */
async function offered(slug: string): Promise<Record<string, number>> {
	const { fields } = await asking<{
		fields: { key: string; revision: number; waits: boolean; isHandedIn: boolean }[];
	}>(cast.head, `select public.survey_reply('${harz}', '${slug}')`);
	const waiting = fields.filter(({ waits, isHandedIn }) => waits && isHandedIn);
	return Object.fromEntries(waiting.map(({ key, revision }) => [key, revision]));
}
const taskOf = async (actor: string, slug: string) => {
	const { tasks } = await asking<{ tasks: { kind: string; ref: string }[] }>(
		actor,
		'select public.start_page()'
	);
	return tasks.find(({ ref }) => ref === `surveys/${slug}`)?.kind;
};
const releasing = (to: string, seen: object) =>
	`select public.release_survey_answers('${to}', ${json(seen)})`;
const returnsOf = (to: string) =>
	sql(
		`select outcome, answers from public.survey_return_fields where addressee_id = $1 order by created_at`,
		[to]
	);

describe('what the head has not seen', () => {
	const words = { offers: 'Vom Amt getippt' };
	let to: string;
	let slug: string;
	beforeEach(async () => {
		slug = await open(oberharz);
		to = await addresseeOf(slug);
		await doing(
			cast.clerk,
			`select public.save_survey_answer('${to}', 'care', 0, null, ${json(words)}, '{}')`
		);
	});

	test('does not go out, nor away, with a nil return by a program: it is refused', async () => {
		for (const actor of [cast.head, cast.clerk])
			expect(await trying(actor, `select public.answer_nil('${to}', 'care')`)).toMatchObject({
				word: 'RULED',
				message: 'errors_survey_nil_beside_words'
			});
		expect(await returnsOf(to)).toEqual([]);
	});

	test('stays with a nil return on the page, and goes out with it once it is seen', async () => {
		await doing(cast.head, `select public.choose_nil('${to}', 'care')`);
		expect(await returnsOf(to)).toEqual([]);
		expect(await offered(slug)).toEqual({ care: 2 });
		await doing(cast.head, releasing(to, { care: 2 }));
		expect(await returnsOf(to)).toEqual([{ outcome: 'nil_return', answers: words }]);
		expect(await asking(cast.head, `select public.answer_nil('${to}', 'care')`)).toBe('returned');
		expect(await returnsOf(to)).toHaveLength(1);
	});

	test('does not go out with a report, and waits for its own release', async () => {
		const draft = await asking(cast.clerk, `select public.start_survey_report('${to}', 'care')`);
		await doing(cast.clerk, `select public.save_need_report('${draft}', 0, ${json(complete)})`);
		await doing(cast.head, `select public.release_need_report('${draft}', 1)`);
		expect(await returnsOf(to)).toEqual([{ outcome: 'needs', answers: {} }]);
		await doing(cast.clerk, `select public.hand_in_survey('${to}')`);
		await doing(cast.head, releasing(to, { care: 1 }));
		expect(await returnsOf(to)).toContainEqual({ outcome: 'needs', answers: words });
		expect(await asking(cast.head, releasing(to, { care: 1 }))).toBe(0);
	});
});

describe('what a clerk has not handed in', () => {
	const saving = (to: string, field: string, revision: number, choice = `'nil_return'`, answers = '{}') =>
		`select public.save_survey_answer('${to}', '${field}', ${revision}, ${choice}, '${answers}', '{}')`;
	let to: string;
	let slug: string;
	beforeEach(async () => {
		slug = await open(oberharz);
		to = await addresseeOf(slug);
		await doing(cast.clerk, saving(to, 'care', 0));
	});

	test('is not before the head: no task, nothing offered, no release', async () => {
		expect(await taskOf(cast.head, slug)).toBe('survey_answer');
		expect(await offered(slug)).toEqual({});
		expect((await trying(cast.head, releasing(to, { care: 1 }))).word).toBe('STALE');
		await doing(cast.clerk, `select public.hand_in_survey('${to}')`);
		expect(await taskOf(cast.head, slug)).toBe('survey_release');
		expect(await offered(slug)).toEqual({ care: 1 });
		expect(await asking(cast.head, releasing(to, { care: 1 }))).toBe(1);
	});

	test('stays behind when something else is released, also when it is handed in meanwhile', async () => {
		await doing(cast.clerk, `select public.hand_in_survey('${to}')`);
		await doing(cast.clerk, saving(to, 'youth', 0));
		const seen = await offered(slug);
		await doing(cast.clerk, `select public.hand_in_survey('${to}')`);
		expect(await asking(cast.head, releasing(to, seen))).toBe(1);
		expect(await offered(slug)).toEqual({ youth: 1 });
	});

	test('is taken back by a change, to “open” too, and keeps its words', async () => {
		await doing(cast.clerk, saving(to, 'care', 1, `'nil_return'`, '{"offers": "Treff"}'));
		await doing(cast.clerk, `select public.hand_in_survey('${to}')`);
		const seen = await offered(slug);
		await doing(cast.clerk, saving(to, 'care', 2, 'null', '{"offers": "Treff"}'));
		expect(await offered(slug)).toEqual({});
		expect((await trying(cast.head, releasing(to, seen))).word).toBe('STALE');
		expect(
			await sql('select choice, answers from public.survey_answers where addressee_id = $1', [to])
		).toEqual([{ choice: null, answers: { offers: 'Treff' } }]);
	});

	test('becomes the head’s own when the head saves it, changed or as it is', async () => {
		await doing(cast.head, saving(to, 'care', 1));
		await doing(cast.head, saving(to, 'youth', 0));
		expect(await offered(slug)).toEqual({ care: 1, youth: 1 });
		expect(await asking(cast.head, releasing(to, { care: 1, youth: 1 }))).toBe(2);
	});
});

test('a nil return by a program puts before the head what it said, and nothing else', async () => {
	const slug = await open(oberharz);
	const to = await addresseeOf(slug);
	await doing(cast.clerk, `select public.save_survey_answer('${to}', 'youth', 0, 'nil_return', '{}', '{}')`);
	for (let times = 0; times < 2; times++)
		expect(await asking(cast.clerk, `select public.answer_nil('${to}', 'care')`)).toBe('saved');
	expect(await offered(slug)).toEqual({ care: 1 });
	expect(
		await sql(`select from public.call_notices where addressee_id = $1 and kind = 'handed_in'`, [to])
	).toHaveLength(1);
});

test('a program that says it again, however late, does not say it anew', async () => {
	const to = await addresseeOf(await open(oberharz));
	const id = randomUUID();
	const nil = `select public.answer_nil('${to}', 'care', '${id}')`;
	await doing(cast.head, nil);
	await doing(cast.head, `select public.save_survey_answer('${to}', 'care', 1, 'not_competent', '{}', '{}')`);
	await doing(cast.head, releasing(to, { care: 2 }));
	expect(await asking(cast.head, nil)).toBe('returned');
	expect((await returnsOf(to)).map(({ outcome }) => outcome)).toEqual(['nil_return', 'not_competent']);
});

describe('who is asked for two organisations', () => {
	let slug: string;
	const both = { [oberharz]: 'Stadt Oberharz am Brocken', [vorharz]: 'Verbandsgemeinde Vorharz' };
	const readers = (organisation: string) => [
		`select public.survey_reply('${harz}', '${slug}', ${organisation})`,
		`select public.survey_addressee('${harz}', '${slug}', ${organisation})`
	];
	let holding: string;
	beforeAll(async () => {
		slug = await open(oberharz, vorharz);
		const [row] = await sql<{ id: string }>(
			`insert into public.holdings (authority_id, post_id, person_id, capacity, starts_on)
			select p.authority_id, p.id, $1, 'deputy', private.today() from public.posts p
			where p.organisation_id = $2 and p.kind = 'releasing_head' returning id`,
			[cast.clerk, vorharz]
		);
		holding = row!.id;
	});
	afterAll(() => sql('delete from public.holdings where id = $1', [holding]));

	test('acts for the one that is named', async () => {
		for (const organisation of [oberharz, vorharz]) {
			const reply = await asking<{ organisationId: string; others: object[] }>(
				cast.clerk,
				readers(`'${organisation}'`)[0]!
			);
			expect(reply).toMatchObject({ organisationId: organisation, others: [{}] });
			expect(await asking(cast.clerk, readers(`'${organisation}'`)[1]!)).toBe(
				await addresseeOf(slug, organisation)
			);
		}
	});

	test('hears which there are when none is named', async () => {
		for (const reading of readers('null')) {
			const { word, detail } = await trying(cast.clerk, reading);
			expect(word).toBe('WHICH');
			expect(JSON.parse(detail!)).toEqual(both);
		}
	});

	test('is led to each by a task of its own', async () => {
		const { tasks } = await asking<{ tasks: { ref: string }[] }>(cast.clerk, 'select public.start_page()');
		const refs = tasks.map(({ ref }) => ref).filter((ref) => ref.startsWith(`surveys/${slug}`));
		expect(refs.toSorted()).toEqual([oberharz, vorharz].map((id) => `surveys/${slug}/${id}`).toSorted());
	});

	test('acts for no other, asked or not, and nobody else does for it', async () => {
		for (const organisation of [seniorCouncil, randomUUID()])
			for (const reading of readers(`'${organisation}'`))
				expect((await trying(cast.clerk, reading)).word).toBe('NOTFD');
		for (const reading of readers(`'${vorharz}'`)) {
			expect((await trying(cast.head, reading)).word).toBe('NOTFD');
			expect((await trying(cast.planner, reading)).word).toBe('NOTFD');
		}
	});
});

test('of a field holds what was returned last: the first words waited for again are not returned yet', async () => {
	const to = await addresseeOf(await open(oberharz));
	const said = (revision: number, offers: string) =>
		doing(
			cast.clerk,
			`select public.save_survey_answer('${to}', 'care', ${revision}, 'nil_return', ${json({ offers })}, '{}')`
		);
	const release = (revision: number) => asking(cast.head, releasing(to, { care: revision }));
	for (const [revision, offers] of ['Treff', 'Kein Treff', 'Treff'].entries()) {
		await said(revision, offers);
		await doing(cast.clerk, `select public.hand_in_survey('${to}')`);
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
		await doing(cast.clerk, `select public.choose_nil('${to}', '${field}')`);
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
