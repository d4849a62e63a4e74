import { beforeAll, describe, expect, test } from 'vitest';
import { asking, doing, trying } from '../acting.ts';
import { addresseeOf, end, open, take } from '../call-stage.ts';
import { cast, enter, harz, oberharz, seniorCouncil, vorharz } from '../cast.ts';
import { sql } from '../harness.ts';
import { json } from '../stage.ts';

/* What addressees returned is read by who asked, as it was typed; what they are still writing, and by whom else, is not. */

beforeAll(enter);

const words = 'Der Jugendclub hat mittwochs zu.\nEs fehlt ein „Fahrer“.';
type Version = { answers: Record<string, string>; unknown: string[]; guestName: string | null };
type Answer = { versions: Version[]; reports: object[] };
type Field = { outcomes: object; hasMore: boolean; addressees: { id: string; answer: Answer | null }[] };
const ask = <Told>(call: string) => asking<Told>(cast.planner, `select public.${call}`);
const field = (slug: string, place: number, after?: string) =>
	ask<Field>(`survey_field('${harz}', '${slug}', ${place}${after ? `, '${after}'` : ''})`);
/** Fields stand in the order of the vocabulary: care first. */
const [care, youth] = [1, 2];

describe('what was returned', () => {
	let slug: string;
	let to: string;
	let read: Answer;
	beforeAll(async () => {
		slug = await open(oberharz, vorharz);
		to = await addresseeOf(slug);
		const save = (revision: number, answers: object, unknown: string) =>
			doing(
				cast.clerk,
				`select public.save_survey_answer('${to}', 'care', ${revision}, 'nil_return', ${json(answers)}, '${unknown}')`
			);
		const release = async (revision: number) => {
			await doing(cast.clerk, `select public.hand_in_survey('${to}')`);
			await doing(cast.head, `select public.release_survey_answers('${to}', '{"care": ${revision}}')`);
		};
		await save(0, { offers: words }, '{plans}');
		await release(1);
		await save(1, { offers: `${words} Seit Mai.` }, '{}');
		await release(2);
		await save(2, { offers: 'Noch nicht freigegeben' }, '{}');
		await doing(
			cast.planner,
			`select public.enter_survey_return('${await addresseeOf(slug, vorharz)}', '[{"field": "care", "outcome": "not_competent", "answers": {"changes": "Auf Papier gesagt"}}]', 'letter', 'Frau Conrad', null)`
		);
		read = (await field(slug, care!)).addressees.find(({ id }) => id === to)!.answer!;
	});

	test('is read word for word, the correction first and what it corrects below it', () => {
		expect(read.versions).toMatchObject([
			{ outcome: 'nil_return', answers: { offers: `${words} Seit Mai.` }, unknown: [], channel: 'online' },
			{ answers: { offers: words }, unknown: ['plans'], isLate: false, guestName: null }
		]);
		expect(read.versions).toEqual(
			Array(2).fill(
				expect.objectContaining({
					personName: 'Herr Voß',
					postTitle: 'Bürgermeister, Stadt Oberharz am Brocken'
				})
			)
		);
	});

	test('reads the same beside the field, on the page of its addressee, in the record and in the files', async () => {
		const { answers } = await ask<{ answers: object }>(`call_addressee('${harz}', '${slug}', '${to}')`);
		const record = await ask<{ addressees: { id: string; answers: object }[] }>(
			`call_record('${harz}', '${slug}')`
		);
		const files = await ask<{ answers: Record<string, object> }>(`call_answers('${harz}', '${slug}')`);
		expect(answers).toEqual({ care: read });
		expect(record.addressees.find(({ id }) => id === to)!.answers).toEqual({ care: read });
		expect(files.answers[to]).toEqual({ care: read });
		expect(Object.keys(files.answers)).toHaveLength(2);
	});

	test('from paper is told with its way, from whom it came and who entered it', async () => {
		const { addressees, outcomes } = await field(slug, care!);
		const paper = addressees.find(({ id }) => id !== to)!.answer!;
		expect(paper.versions).toMatchObject([
			{
				answers: { changes: 'Auf Papier gesagt' },
				channel: 'letter',
				givenBy: 'Frau Conrad',
				personName: 'Frau Albrecht'
			}
		]);
		expect(outcomes).toEqual({ nil_return: 1, not_competent: 1 });
	});

	test('is not carried by the ledger, and what is not released by nothing', async () => {
		expect(JSON.stringify(await ask(`call_ledger('${harz}', '${slug}')`))).not.toContain('Jugendclub');
		for (const page of [
			`survey_field('${harz}', '${slug}', 1)`,
			`call_addressee('${harz}', '${slug}', '${to}')`,
			`call_record('${harz}', '${slug}')`,
			`call_answers('${harz}', '${slug}')`
		]) {
			const told = JSON.stringify(await ask(page));
			expect(told).toContain('Jugendclub');
			expect(told).not.toContain('Noch nicht freigegeben');
		}
	});

	test('is counted for each field before the call is closed, as the ledger has it', async () => {
		const { fields } = await ask<{ fields: { key: string; answered: number }[] }>(
			`call_step_options('${harz}', '${slug}')`
		);
		expect(fields).toMatchObject([
			{ key: 'care', answered: 2 },
			{ key: 'youth', answered: 0 }
		]);
		expect(await field(slug, youth!)).toMatchObject({ outcomes: {}, addressees: [{ answer: null }, {}] });
	});

	test('is nothing to those who did not ask', async () => {
		const call = `(select id from public.calls where slug = '${slug}')`;
		for (const actor of [cast.foreignPlanner, cast.councilChair, cast.clerk, cast.neighbourHead])
			for (const statement of [
				`select public.survey_field('${harz}', '${slug}', 1)`,
				`select public.call_answers('${harz}', '${slug}')`,
				`select said from private.of_kind('answers', ${call})`,
				`select said from private.survey_answers_of(${call})`,
				`select private.answered_by_field(${call}) where private.answered_by_field(${call}) @> '[{"answered": 2}]'`
			])
				expect(['NOTFD', 'nothing']).toContain((await trying(actor, statement)).word);
	});

	test.each([0, 3, -1])('there is no field number %i', async (place) => {
		const { word } = await trying(cast.planner, `select public.survey_field('${harz}', '${slug}', ${place})`);
		expect(word).toBe('NOTFD');
	});
});

test('a guest is named beside the words once the head released them, and not before', async () => {
	const slug = await open(oberharz);
	const to = await addresseeOf(slug);
	const link = '70000000-0000-4000-8000-0000000000aa';
	await doing(
		cast.planner,
		`select public.make_addressee_link('${link}', '${to}', 'answer', 'Frau Thiele', 30, encode(sha256('read'), 'hex'))`
	);
	await sql(
		`select public.addressee_link_use(encode(sha256('read'), 'hex'), gen_random_uuid(), 'Frau Thiele', '{"care": {"outcome": "nil_return", "answers": {"offers": "Frau Thiele weiß von einem Treff."}, "unknown": ["plans"]}}')`
	);
	expect((await field(slug, care!)).addressees[0]!.answer).toBeNull();
	await doing(cast.head, `select public.release_survey_answers('${to}', '{"care": 1}')`);
	expect((await field(slug, care!)).addressees[0]!.answer!.versions).toMatchObject([
		{
			guestName: 'Frau Thiele',
			personName: 'Herr Voß',
			answers: { offers: 'Frau Thiele weiß von einem Treff.' },
			unknown: ['plans']
		}
	]);
});

test('a field is read 25 addressees at a time, each of them once', async () => {
	await sql(
		`insert into public.organisations (authority_id, kind, name, place) select $1, 'provider', 'Träger ' || n, 'Thale' from generate_series(10, 39) n`,
		[harz]
	);
	const circle = await sql<{ id: string }>(
		`select id from public.organisations where authority_id = $1 and name ~ '^Träger [0-9]+$'`,
		[harz]
	);
	const slug = await open(...circle.map(({ id }) => id));
	const first = await field(slug, care!);
	const rest = await field(slug, care!, first.addressees.at(-1)!.id);
	expect([first.hasMore, first.addressees.length, rest.hasMore, rest.addressees.length]).toEqual([
		true,
		25,
		false,
		5
	]);
	expect(new Set([...first.addressees, ...rest.addressees].map(({ id }) => id)).size).toBe(30);
});

describe('who has no session in its time', () => {
	type Row = { lacksMeeting: boolean; nextMeeting: string | null; meetsInside: boolean };
	const told = async (slug: string) => {
		const { addressees } = await ask<{ addressees: Row[] }>(`call_ledger('${harz}', '${slug}')`);
		const { meetings } = await ask<{ meetings: { keepsCalendar: boolean; firstInside: string }[] | null }>(
			`call_step_options('${harz}', '${slug}')`
		);
		return {
			ledger: addressees.filter(({ lacksMeeting }) => lacksMeeting).length,
			check: meetings?.filter(({ keepsCalendar, firstInside }) => keepsCalendar && !firstInside).length,
			addressees
		};
	};
	let slug: string;
	beforeAll(async () => {
		slug = await open(oberharz, seniorCouncil);
		await sql(
			`delete from public.meetings m using public.call_addressees a join public.calls c on c.id = a.call_id
			where c.slug = $1 and m.organisation_id = a.organisation_id and m.starts_at > now()`,
			[slug]
		);
		await sql(
			`insert into public.meeting_calendars (organisation_id, authority_id, state)
			select a.organisation_id, a.authority_id, 'kept' from public.call_addressees a join public.calls c on c.id = a.call_id where c.slug = $1
			on conflict (organisation_id) do update set state = 'kept'`,
			[slug]
		);
		await sql(
			`insert into public.meetings (authority_id, organisation_id, starts_at, title, uid)
			select c.authority_id, a.organisation_id, c.closes_at + interval '3 days', 'Sitzung', gen_random_uuid()::text
			from public.calls c join public.call_addressees a on a.call_id = c.id where c.slug = $1`,
			[slug]
		);
	});

	test('is one number for the ledger and the check, also when somebody was given more time', async () => {
		expect(await told(slug)).toMatchObject({ ledger: 2, check: 2 });
		await doing(
			cast.planner,
			`select public.extend_addressee('${await addresseeOf(slug)}', (select closes_at + interval '5 days' from public.calls where slug = '${slug}'), 'Sitzung', 'phone')`
		);
		expect(await told(slug)).toMatchObject({ ledger: 1, check: 1 });
	});

	test('is nobody who has answered, or whose time is over', async () => {
		await doing(
			cast.planner,
			`select public.enter_survey_return('${await addresseeOf(slug, seniorCouncil)}', '[{"field": "care", "outcome": "nil_return"}, {"field": "youth", "outcome": "nil_return"}]', 'phone', 'Herr Rot', null)`
		);
		expect(await told(slug)).toMatchObject({ ledger: 0, check: 0 });
		const over = await open(oberharz);
		await end(over);
		expect((await told(over)).ledger).toBe(0);
	});

	test('is not asked of a call that is closed: it says nothing of sessions to come', async () => {
		const closed = await open(oberharz);
		await end(closed);
		await take(closed, 'closed');
		const { addressees, check } = await told(closed);
		expect(check).toBeUndefined();
		expect(addressees).toMatchObject([{ nextMeeting: null, meetsInside: false, lacksMeeting: false }]);
	});
});
