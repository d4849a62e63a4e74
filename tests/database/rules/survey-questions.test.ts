import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asking, doing, trying, type Actor } from '../acting.ts';
import { addresseeOf, askQuestion, end, open, prepare, publish, take } from '../call-stage.ts';
import { cast, enter, harz, oberharz, seniorCouncil, vorharz } from '../cast.ts';
import { asSystem, sql } from '../harness.ts';
import { json } from '../stage.ts';

/* Questions of a survey besides the form: planners ask them until it opens, addressees answer them once, as one thing more. */

beforeAll(enter);

const saving = (slug: string, key: string, question: object, revision: number) =>
	`select public.save_survey_question('${harz}', '${slug}', '${key}', ${json(question)}, ${revision})`;
const placing = (slug: string, key: string, place: number) =>
	`select public.place_survey_question('${harz}', '${slug}', '${key}', ${place})`;
const dropping = (slug: string, key: string) =>
	`select public.drop_survey_question('${harz}', '${slug}', '${key}')`;
const labels = async (slug: string) =>
	(
		await sql<{ label: string }>(
			`select q.label from public.survey_questions q join public.calls c on c.id = q.call_id where c.slug = $1 order by q.place`,
			[slug]
		)
	).map(({ label }) => label);

describe('a planner who prepares a survey', () => {
	let slug: string;
	beforeEach(async () => {
		slug = await prepare(oberharz);
	});

	test('asks up to twenty questions, orders them and takes them out', async () => {
		const keys = [];
		for (let n = 1; n <= 20; n++) keys.push(await askQuestion(slug, { label: `Frage ${n}` }));
		const one = { kind: 'yes_no', label: 'Eine mehr' };
		expect(await trying(cast.planner, saving(slug, randomUUID(), one, 0))).toMatchObject({
			word: 'RULED',
			message: 'errors_survey_questions_most'
		});
		for (const key of keys.slice(4)) await doing(cast.planner, dropping(slug, key!));
		await doing(cast.planner, placing(slug, keys[3]!, 1));
		await doing(cast.planner, placing(slug, keys[3]!, 1)); // the same click twice
		expect(await labels(slug)).toEqual(['Frage 4', 'Frage 1', 'Frage 2', 'Frage 3']);
		await doing(cast.planner, placing(slug, keys[3]!, 3));
		await doing(cast.planner, dropping(slug, keys[0]!));
		await doing(cast.planner, dropping(slug, keys[0]!));
		expect(await labels(slug)).toEqual(['Frage 2', 'Frage 4', 'Frage 3']);
	});

	test('sends the same form twice and has one question; what changed elsewhere is told', async () => {
		const key = randomUUID();
		const question = { kind: 'number', label: 'Wie viele Plätze?' };
		await doing(cast.planner, saving(slug, key, question, 0));
		await doing(cast.planner, saving(slug, key, question, 0));
		await doing(cast.planner, saving(slug, key, { ...question, hint: 'Stichtag 1. Januar' }, 1));
		expect(await labels(slug)).toEqual(['Wie viele Plätze?']);
		const late = await trying(cast.planner, saving(slug, key, { ...question, is_required: true }, 1));
		expect([late.word, late.detail]).toEqual(['STALE', expect.stringContaining('Stichtag')]);
		await doing(cast.planner, dropping(slug, key));
		expect((await trying(cast.planner, saving(slug, key, question, 2))).word).toBe('NOTFD');
	});

	test('gives a choice at least two options, words each question once, and never publishes words', async () => {
		const refused = async (question: object) => {
			const { word, message, detail } = await trying(cast.planner, saving(slug, randomUUID(), question, 0));
			return [word, message, detail];
		};
		expect(await refused({ kind: 'one', label: 'Wo?', options: ['Tanne', ' Tanne ', ''] })).toEqual([
			'RULED',
			'errors_survey_question_options',
			'["options"]'
		]);
		expect((await refused({ kind: 'poll', label: 'Wo?' }))[0]).toBe('23514');
		expect((await refused({ kind: 'number', label: ' ' }))[0]).toBe('MISSG');
		const key = await askQuestion(slug, { kind: 'long_text', label: 'Warum?', is_published: true });
		expect((await refused({ kind: 'number', label: 'Warum?' }))[1]).toBe('errors_survey_question_twice');
		const [row] = await sql(`select is_published from public.survey_questions where key = $1`, [key]);
		expect(row).toEqual({ is_published: false });
	});

	test('finds the questions frozen once it is open', async () => {
		const key = await askQuestion(slug, { label: 'Bleibt sie?' });
		await take(slug, 'opened');
		for (const each of [
			saving(slug, key, { kind: 'yes_no', label: 'Anders?' }, 1),
			saving(slug, randomUUID(), { kind: 'yes_no', label: 'Noch eine?' }, 0),
			placing(slug, key, 2),
			dropping(slug, key)
		])
			expect((await trying(cast.planner, each)).word).toBe('FINAL');
		await expect(
			sql(`update public.survey_questions set label = 'Anders' where key = $1`, [key])
		).rejects.toThrow('errors_call_is_open');
	});

	test('takes them over into the next survey, each as the same question', async () => {
		const key = await askQuestion(slug, { kind: 'number', label: 'Wie viele Plätze?', is_required: true });
		await take(slug, 'opened');
		const next = await asking(cast.planner, `select public.start_survey('${harz}', gen_random_uuid())`);
		const [row] = await sql(
			`select q.key, q.kind, q.is_required, q.revision from public.survey_questions q join public.calls c on c.id = q.call_id where c.slug = $1`,
			[next]
		);
		expect(row).toEqual({ key, kind: 'number', is_required: true, revision: 1 });
	});

	test('is the only one who asks: nobody else, and no planner of another authority', async () => {
		const question = { kind: 'yes_no', label: 'Darf ich?' };
		for (const actor of [cast.clerk, cast.head, cast.administrator, cast.foreignPlanner])
			expect((await trying(actor, saving(slug, randomUUID(), question, 0))).word).toBe('NOTFD');
	});
});

type Version = {
	outcome: string;
	answers: Record<string, string | string[]>;
	guestName: string | null;
	channel: string;
};
type Page = {
	answers: Record<string, { versions: Version[] }>;
	addressee: { standing: string; cells: Record<string, string> };
};

describe('an addressee', () => {
	let slug: string;
	let to: string;
	let places: string;
	let kinds: string;
	let why: string;
	beforeEach(async () => {
		slug = await prepare(oberharz, vorharz, seniorCouncil);
		places = await askQuestion(slug, { kind: 'number', label: 'Wie viele Plätze?', is_required: true });
		kinds = await askQuestion(slug, {
			kind: 'several',
			label: 'Welche Angebote?',
			options: ['Club', 'Bus', 'Kurs']
		});
		why = await askQuestion(slug, { kind: 'long_text', label: 'Warum?' });
		await take(slug, 'opened');
		to = await addresseeOf(slug);
	});

	const save = (answers: object, revision = 0, actor: Actor = cast.clerk) =>
		trying(actor, savingAnswers(answers, revision));
	const savingAnswers = (answers: object, revision: number) =>
		`select public.save_survey_answer('${to}', 'own_questions', ${revision}, 'answered', ${json(answers)}, '{}')`;
	const keep = (answers: object, revision = 0) => doing(cast.clerk, savingAnswers(answers, revision));
	const handIn = () => doing(cast.clerk, `select public.hand_in_survey('${to}')`);
	const release = (seen: object) =>
		asking<number>(cast.head, `select public.release_survey_answers('${to}', ${json(seen)})`);
	const page = () =>
		asking<Page>(cast.planner, `select public.call_addressee('${harz}', '${slug}', '${to}')`);
	const own = async () => (await page()).answers.own_questions?.versions;

	test('answers only what is asked, and as the question wants it', async () => {
		expect((await save({ [randomUUID()]: 'Ja' })).word).toBe('INVAL');
		expect((await save({ offers: 'Ja' })).word).toBe('INVAL');
		const nil = `select public.save_survey_answer('${to}', 'own_questions', 0, 'nil_return', '{}', '{}')`;
		expect((await trying(cast.clerk, nil)).word).toBe('23514');
		expect((await trying(cast.clerk, `select public.answer_nil('${to}', 'own_questions')`)).word).toBe(
			'23514'
		);
		expect((await trying(cast.clerk, nil.replace('own_questions', 'care'))).word).toBe('yes');
		const other = await addresseeOf(await open(oberharz)); // asks none
		expect((await trying(cast.clerk, savingAnswers({}, 0).replace(to, other))).word).toBe('NOTFD');
	});

	test.each([
		['nothing that is required', () => ({ [why]: 'Nur Worte' })],
		['a number that is none', () => ({ [places]: 'etwa zwölf' })],
		['a number in signs that nobody adds up', () => ({ [places]: '\u0661\u0662' })],
		['an option that is not there', () => ({ [places]: '12', [kinds]: ['Zirkus'] })],
		['one text where several can be chosen', () => ({ [places]: '12', [kinds]: 'Club' })]
	])('keeps what is typed, and hands in %s not', async (_, answers) => {
		await keep(answers());
		expect(await trying(cast.clerk, `select public.hand_in_survey('${to}')`)).toMatchObject({
			message: 'errors_survey_nothing_to_release'
		});
		await keep(answers(), 1);
		const [row] = await sql(
			`select answers from public.survey_answers where addressee_id = $1 and field_of_action = 'own_questions'`,
			[to]
		);
		expect(row).toEqual({ answers: answers() });
	});

	test('returns them by the head; what is corrected is read below it', async () => {
		await keep({ [places]: '12,5', [kinds]: ['Club', 'Kurs'] });
		await handIn();
		expect(await own()).toBeUndefined(); // before the head it is the addressee's alone
		expect(await release({ own_questions: 1 })).toBe(1);
		await keep({ [places]: '14', [why]: 'Ein Kurs fiel weg.' }, 1);
		await handIn();
		expect(await release({ own_questions: 2 })).toBe(1);
		expect(await own()).toMatchObject([
			{ outcome: 'answered', answers: { [places]: '14', [why]: 'Ein Kurs fiel weg.' } },
			{ outcome: 'answered', answers: { [places]: '12,5', [kinds]: ['Club', 'Kurs'] } }
		]);
		const returns = await sql(
			`select outcome, corrects_id is null as is_first from public.call_returns where addressee_id = $1 order by created_at`,
			[to]
		);
		expect(returns).toEqual([
			{ outcome: 'submitted', is_first: true },
			{ outcome: 'submitted', is_first: false }
		]);
	});

	test('has answered once the fields are, and what is required', async () => {
		for (const field of ['care', 'youth'])
			await doing(cast.head, `select public.answer_nil('${to}', '${field}')`);
		expect((await page()).addressee.standing).toBe('begun');
		await keep({ [places]: '0' });
		await handIn();
		await release({ own_questions: 1 });
		expect((await page()).addressee).toMatchObject({
			standing: 'answered',
			cells: { own_questions: 'answered in_time online' }
		});
	});

	test('gets no nil return for them with the rest', async () => {
		await doing(cast.clerk, `select public.answer_rest_nil('${to}')`);
		const rows = await sql(
			`select field_of_action from public.survey_answers where addressee_id = $1 order by 1`,
			[to]
		);
		expect(rows).toEqual([{ field_of_action: 'care' }, { field_of_action: 'youth' }]);
	});

	test('says them on paper, where what is required may be missing, and by a guest, where it may not', async () => {
		const enter = (answers: object) =>
			`select public.enter_survey_return('${to}', ${json([{ field: 'own_questions', outcome: 'answered', answers }])}, 'letter', 'Frau Kern', null)`;
		expect(await trying(cast.planner, enter({ [places]: 'viele' }))).toMatchObject({
			message: 'errors_survey_question_wrong'
		});
		expect((await trying(cast.planner, enter({ [randomUUID()]: '1' }))).word).toBe('INVAL');
		await doing(cast.planner, enter({ [why]: 'Stand so auf dem Bogen.' }));
		expect(await own()).toMatchObject([{ channel: 'letter', answers: { [why]: 'Stand so auf dem Bogen.' } }]);

		to = await addresseeOf(slug, vorharz);
		const hash = randomUUID().replaceAll('-', '').repeat(2);
		await doing(
			cast.planner,
			`select public.make_addressee_link(gen_random_uuid(), '${to}', 'answer', 'Frau Thiele', 30, '${hash}')`
		);
		const use = async (answers: object) => {
			const { error } = await asSystem().rpc('addressee_link_use', {
				p_token_hash: hash,
				p_form: randomUUID(),
				p_name: 'Frau Thiele',
				p_given: { own_questions: { outcome: 'answered', answers, unknown: [] } } as never
			});
			return (error as { message?: string } | null)?.message ?? 'done';
		};
		expect(await use({ [why]: 'Ohne Zahl' })).toBe('errors_survey_question_open');
		expect(await use({ [places]: '7' })).toBe('done');
		await doing(cast.neighbourHead, `select public.release_survey_answers('${to}', '{"own_questions": 1}')`);
		expect(await own()).toMatchObject([{ guestName: 'Frau Thiele', answers: { [places]: '7' } }]);
	});

	test('is read question by question by planners only, counted exactly', async () => {
		await keep({ [places]: '12,5', [kinds]: ['Club', 'Kurs'] });
		await handIn();
		await release({ own_questions: 1 });
		await doing(
			cast.planner,
			`select public.enter_survey_return('${await addresseeOf(slug, vorharz)}', ${json([{ field: 'own_questions', outcome: 'answered', answers: { [places]: '3', [kinds]: ['Club'] } }])}, 'letter', 'Frau Conrad', null)`
		);
		const reading = `select public.survey_field('${harz}', '${slug}', 0)`;
		const read = await asking<{
			outcomes: object;
			tallies: object[];
			addressees: { answer: { versions: Version[] } | null }[];
		}>(cast.planner, reading);
		expect(read.outcomes).toEqual({ answered: 2 });
		expect(read.tallies).toEqual([
			{ key: places, answered: 2, counts: {}, total: 15.5 },
			{ key: kinds, answered: 2, counts: { Club: 2, Kurs: 1 }, total: null },
			{ key: why, answered: 0, counts: {}, total: null }
		]);
		expect(read.addressees.map(({ answer }) => answer?.versions[0]!.answers[places])).toEqual([
			undefined,
			'12,5',
			'3'
		]);
		for (const actor of [cast.clerk, cast.neighbour, cast.councilChair, cast.foreignPlanner])
			expect((await trying(actor, reading)).word).toBe('NOTFD');
		const elsewhere = await open(oberharz); // asks none
		expect((await trying(cast.planner, reading.replace(slug, elsewhere))).word).toBe('NOTFD');
		const [, , , record] = await Promise.all([
			...['call_answers', 'call_record', 'call_record', 'call_record'].map((name) =>
				asking<object>(cast.planner, `select public.${name}('${harz}', '${slug}')`)
			)
		]);
		expect(JSON.stringify(record)).toContain('12,5');
	});
});

describe('the result', () => {
	/** Adds towns that each answer; `said` is asked for each of them. */
	async function answered(slug: string, question: string, said: unknown[]) {
		for (const one of said) {
			const [org] = await sql<{ id: string }>(
				`insert into public.organisations (authority_id, kind, name, place) values ($1, 'provider', 'Träger ' || gen_random_uuid(), 'Thale') returning id`,
				[harz]
			);
			await doing(cast.planner, `select public.add_addressee('${harz}', '${slug}', '${org!.id}')`);
			const entry = [{ field: 'own_questions', outcome: 'answered', answers: { [question]: one } }];
			await doing(
				cast.planner,
				`select public.enter_survey_return('${await addresseeOf(slug, org!.id)}', ${json(entry)}, 'phone', 'Jemand', null)`
			);
		}
	}
	type Told = { counts: { value: string; count: number | null }[]; total: number | null };
	async function told(question: object, said: unknown[], actor: Actor = null) {
		const slug = await prepare(oberharz);
		const key = await askQuestion(slug, { is_published: true, ...question });
		await take(slug, 'opened');
		await answered(slug, key, said);
		await doing(
			cast.planner,
			`select public.enter_survey_return('${await addresseeOf(slug)}', '[{"field": "care", "outcome": "nil_return"}, {"field": "youth", "outcome": "nil_return"}]', 'phone', 'Frau Kern', null)`
		);
		await end(slug);
		await take(slug, 'closed');
		await publish(slug, 'public');
		const { said: published } = await asking<{ said: { questions: Told[] } }>(
			actor,
			`select public.call_result('${harz}', '${slug}')`
		);
		return published.questions.map(({ counts, total }) =>
			question && counts.length ? counts.map(({ count }) => count) : total
		)[0];
	}
	const times = (n: number, said: unknown) => Array<unknown>(n).fill(said);

	test('tells what planners chose to publish, and no other question', async () => {
		expect(await told({ is_published: false }, times(6, 'yes'))).toBeUndefined();
		expect(await told({ kind: 'short_text', label: 'Worte?' }, times(6, 'Geheim'))).toBeUndefined();
	});

	test('does not tell a small number, nor one from which it would follow', async () => {
		const all = ['yes', 'no', 'unknown'];
		const saidYesNo = (...counts: number[]) => counts.flatMap((n, place) => times(n, all[place]));
		expect(await told({}, saidYesNo(7, 6, 5))).toEqual([7, 6, 5]);
		expect(await told({}, saidYesNo(12, 6, 2))).toEqual([null, null, null]); // 8 are too few for both of the others
		expect(await told({}, saidYesNo(12, 8, 2))).toEqual([12, null, null]);
		expect(await told({}, saidYesNo(12, 0, 0))).toEqual([null, null, null]); // all said the same
	});

	test('tells what can be chosen besides each other one by one, but not who are few to leave it out', async () => {
		const options = ['Club', 'Bus', 'Kurs'];
		const said = [...times(6, ['Club', 'Kurs']), ...times(2, ['Club', 'Bus']), ...times(5, ['Bus'])];
		expect(await told({ kind: 'several', options }, said)).toEqual([8, 7, 6]);
		expect(await told({ kind: 'several', options }, [...said, ...times(4, options)])).toEqual([12, 11, 10]);
		expect(await told({ kind: 'several', options }, said.slice(0, 12))).toEqual([null, 6, 6]); // 4 without a club
		expect(await told({ kind: 'several', options }, said.slice(0, 8))).toEqual([null, null, null]);
	});

	test('tells a sum when enough gave a number', async () => {
		expect(await told({ kind: 'number' }, ['1,5', '10', '20', '30'])).toBeNull();
		expect(await told({ kind: 'number' }, ['1,5', '10', '20', '30', '40'], cast.clerk)).toBe(101.5);
		expect(await told({ kind: 'number' }, ['0', '0', '1', '1', '1'])).toBeNull();
	});
});
