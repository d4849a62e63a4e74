import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asking, doing, trying, type Actor } from '../acting.ts';
import { addresseeOf, end, open, take } from '../call-stage.ts';
import { cast, enter, harz, oberharz, seniorCouncil } from '../cast.ts';
import { backToNow, later } from '../clock.ts';
import { sql } from '../harness.ts';
import { complete, json } from '../stage.ts';

/* A need that comes by phone, by letter or in person within a survey counts there like one that was reported online. */

let slug: string;
let addressee: string;

beforeAll(enter);
beforeEach(async () => {
	slug = await open(oberharz);
	addressee = await addresseeOf(slug);
});

const starting = (of: string, field = 'care', day = 'private.today()', by = 'Frau Kern') =>
	`select public.start_survey_report_for('${of}', '${field}', 'phone', ${day}, '${by}')`;

async function told(field = 'care', day?: string): Promise<string> {
	const id = await asking(cast.planner, starting(addressee, field, day));
	await doing(
		cast.planner,
		`select public.save_need_report('${id}', 0, ${json({ ...complete, field_of_action: field })})`
	);
	return id;
}
const submit = (id: string) => asking<string>(cast.planner, `select public.release_need_report('${id}', 1)`);
const rowOf = async () => {
	const [row] = await doing(
		cast.planner,
		`select x.value as row from json_array_elements(public.call_ledger('${harz}', '${slug}') -> 'addressees') x where x.value ->> 'id' = '${addressee}'`
	);
	return row!.row as Record<string, unknown>;
};

test('it is the answer for its addressee and field, with its channel, who gave it and who entered it', async () => {
	const id = await told();
	expect(await rowOf()).toMatchObject({ begunAt: null, cells: {}, counts: {} });
	await submit(id);
	expect(await rowOf()).toMatchObject({
		cells: { care: 'needs in_time phone' },
		counts: { care: 1 }
	});
	const [row] = await sql(
		`select f.outcome, channel, given_by, received_on = private.today() as today, entered_by, entered_in is not null as post, released_by, is_late
		from public.survey_return_fields f join public.call_returns r on r.id = f.return_id where f.addressee_id = $1`,
		[addressee]
	);
	expect(row).toEqual({
		outcome: 'needs',
		channel: 'phone',
		given_by: 'Frau Kern',
		today: true,
		entered_by: cast.planner,
		post: true,
		released_by: null,
		is_late: false
	});
	const [event] = await sql(
		`select e.detail from public.events e join public.calls c on c.id = e.subject_id where c.slug = $1 and e.kind = 'call_returned'`,
		[slug]
	);
	expect(event!.detail).toMatchObject({
		fields: [{ field: 'care' }],
		channel: 'phone',
		givenBy: 'Frau Kern'
	});
});

test('with a nil return in the other field the addressee has answered', async () => {
	await submit(await told());
	await doing(
		cast.planner,
		`select public.enter_survey_return('${addressee}', '[{"field": "youth", "outcome": "nil_return"}]', 'phone', 'Frau Kern', null)`
	);
	expect(await rowOf()).toMatchObject({ standing: 'answered', counts: { care: 1 } });
	expect((await rowOf()).answeredAt).not.toBeNull();
});

test('the addressee sees nothing of it before it is submitted, and what it fills in itself is not returned along', async () => {
	await doing(
		cast.clerk,
		`select public.save_survey_answer('${addressee}', 'care', 0, null, '{"offers": "Noch nicht freigegeben"}', '{}')`
	);
	const id = await told();
	const reply = `select f ->> 'drafts' as drafts from jsonb_array_elements(public.survey_reply('${harz}', '${slug}') -> 'fields') f where f ->> 'key' = 'care'`;
	expect(await doing(cast.clerk, reply)).toEqual([{ drafts: '[]' }]);
	await submit(id);
	const [row] = await sql('select answers from public.survey_return_fields where addressee_id = $1', [
		addressee
	]);
	expect(row!.answers).toEqual({});
});

test('it is late by the day it came in, not by the day it is entered', async () => {
	await end(slug);
	await sql(`update public.calls set opened_at = now() - interval '60 days' where slug = $1`, [slug]);
	await submit(await told('care', 'private.today() - 9'));
	await submit(await told('youth'));
	expect(await rowOf()).toMatchObject({
		cells: { care: expect.stringContaining(' in_time '), youth: expect.stringContaining(' late ') }
	});
});

test('a call that is closed, that has not begun or is not opened takes none', async () => {
	await sql(`update public.calls set opens_at = now() + interval '1 day' where slug = $1`, [slug]);
	expect(await trying(cast.planner, starting(addressee))).toMatchObject({
		word: 'RULED',
		message: 'errors_call_not_open_yet'
	});
	await end(slug);
	await take(slug, 'closed');
	expect((await trying(cast.planner, starting(addressee))).word).toBe('FINAL');
});

test('a field that is not asked about takes none', async () => {
	expect((await trying(cast.planner, starting(addressee, 'mobility'))).word).toBe('NOTFD');
});

test('what came before the call was opened does not answer it, nor is it dated back later', async () => {
	const early = { word: 'RULED', message: 'errors_received_before_call', detail: '["received_on"]' };
	expect(await trying(cast.planner, starting(addressee, 'care', 'private.today() - 1'))).toMatchObject(early);
	const id = await told();
	const dating = `select public.change_need_report_source('${id}', 'phone', private.today() - 1, 'Frau Kern')`;
	expect(await trying(cast.planner, dating)).toMatchObject(early);
});

test('an addressee of another organisation is not answered for', async () => {
	const insert = `insert into public.need_report_drafts (organisation_id, addressee_id, is_transcription, channel, received_on, given_by)
		values ('${seniorCouncil}', '${addressee}', true, 'phone', private.today(), 'Herr Brandt')`;
	expect((await trying(cast.planner, insert)).word).toBe('NOTFD');
});

test('a call that closes meanwhile does not refuse the report: it counts as one of its own accord', async () => {
	const id = await told();
	await end(slug);
	await take(slug, 'closed');
	const number = await submit(id);
	expect(await sql('select addressee_id from public.need_reports where number = $1', [number])).toEqual([
		{ addressee_id: null }
	]);
});

test('a form begins one draft for each field, however late it is sent again', async () => {
	const online = (field: string, id: string) =>
		asking<string>(cast.clerk, `select public.start_survey_report('${addressee}', '${field}', '${id}')`);
	const entered = (field: string, id: string) =>
		asking<string>(cast.planner, starting(addressee, field).replace(/\)$/, `, '${id}')`));
	for (const begin of [online, entered]) {
		const [form, another] = [randomUUID(), randomUUID()];
		const first = await begin('care', form);
		expect(z.uuid().safeParse(first).error).toBeUndefined(); // the interface hands it out
		await later('1 hour');
		expect(await begin('care', form)).toBe(first);
		await backToNow();
		expect(await begin('youth', form)).not.toBe(first);
		expect(await begin('care', another)).not.toBe(first);
	}
});

test('what another form began is not there', async () => {
	const form = randomUUID();
	await asking(cast.clerk, `select public.start_survey_report('${addressee}', 'care', '${form}')`);
	const foreign = starting(addressee).replace(/\)$/, `, '${form}')`);
	expect(await trying(cast.planner, foreign)).toMatchObject({ word: 'NOTFD' });
});

test('a member’s word written down by its council’s office is returned online, by who releases it', async () => {
	slug = await open(seniorCouncil);
	addressee = await addresseeOf(slug, seniorCouncil);
	const id = await asking(cast.councilOffice, `select public.start_survey_report('${addressee}', 'care')`);
	await doing(
		cast.councilOffice,
		`select public.change_need_report_source('${id}', 'phone', null, 'Herr Otto, Mitglied')`
	);
	await doing(cast.councilOffice, `select public.save_need_report('${id}', 1, ${json(complete)})`);
	await doing(cast.councilChair, `select public.release_need_report('${id}', 2)`);
	expect(
		await sql('select channel, released_by, entered_by from public.call_returns where addressee_id = $1', [
			addressee
		])
	).toEqual([{ channel: 'online', released_by: cast.councilChair, entered_by: null }]);
});

test('only questions that are asked are answered, and what is released is not endless', async () => {
	const saving = (answers: string, choice = 'null', revision = 0) =>
		`select public.save_survey_answer('${addressee}', 'care', ${revision}, ${choice}, '${answers}', '{}')`;
	expect((await trying(cast.clerk, saving('{"flies": "x"}'))).word).toBe('INVAL');
	await doing(cast.clerk, saving(`{"offers": "${'x'.repeat(5001)}"}`, `'nil_return'`));
	const tooLong = { word: 'RULED', message: 'errors_survey_answer_too_long' };
	expect(await trying(cast.clerk, `select public.hand_in_survey('${addressee}')`)).toMatchObject(tooLong);
	await doing(cast.head, saving(`{"offers": "${'y'.repeat(5001)}"}`, `'nil_return'`, 1));
	const release = `select public.release_survey_answers('${addressee}', '{"care": 2}')`;
	expect(await trying(cast.head, release)).toMatchObject(tooLong);
});

describe('an answer on paper', () => {
	type Said = { field: string; outcome: string; answers?: Record<string, string>; unknown?: string[] };
	const nothing: Said = { field: 'youth', outcome: 'nil_return', answers: {}, unknown: ['plans'] };
	const need: Said = {
		field: 'care',
		outcome: 'needs',
		answers: { offers: 'Ein Dienst, der keine neuen Menschen nimmt.' },
		unknown: []
	};
	const entering = (
		said: Said[],
		{ id = randomUUID() as string, day = 'private.today()', to = addressee } = {}
	) =>
		`select public.enter_survey_return('${to}', ${json(said)}, 'letter', ' Frau Thiele ', ${day}, '${id}')`;
	const returns = () =>
		sql(
			`select r.id, f.field_of_action as field, f.outcome, f.answers, f.unknown from public.call_returns r
			join public.survey_return_fields f on f.return_id = r.id where r.addressee_id = $1 order by r.created_at, 2`,
			[addressee]
		);
	const entries = () =>
		asking<{ entries: { id: string; givenBy: string; fields: (Said & { reports: number })[] }[] }>(
			cast.planner,
			`select public.survey_entries('${addressee}')`
		);

	test('is one return of all its fields, word for word, and the addressee reads the very words', async () => {
		const id = randomUUID();
		expect(await asking(cast.planner, entering([need, nothing], { id }))).toBe(id);
		expect(await returns()).toEqual([
			{ id, ...need },
			{ id, ...nothing }
		]);
		expect(await rowOf()).toMatchObject({ standing: 'answered', cells: { care: 'needs in_time letter' } });
		const reply = await asking<{ fields: { key: string; returned: object }[] }>(
			cast.clerk,
			`select public.survey_reply('${harz}', '${slug}')`
		);
		expect(reply.fields.find(({ key }) => key === 'care')!.returned).toMatchObject({
			answers: need.answers,
			channel: 'letter',
			givenBy: 'Frau Thiele'
		});
	});

	test('that tells a need stands in the way of closing until its report is answered; the words stay', async () => {
		await asking(cast.planner, entering([need, nothing]));
		await end(slug);
		const obstacles = async () =>
			(
				await asking<{ obstacles: object[] }>(
					cast.planner,
					`select public.call_step_options('${harz}', '${slug}')`
				)
			).obstacles;
		const closing = `select public.take_call_step('${harz}', '${slug}', 'closed')`;
		const inTheWay = { word: 'RULED', message: 'errors_call_has_unanswered_reports' };
		expect(await obstacles()).toMatchObject([{ number: null, addressee }]);
		expect(await trying(cast.planner, closing)).toMatchObject(inTheWay);
		const number = await submit(await told());
		expect(await obstacles()).toMatchObject([{ number, addressee: null }]);
		expect(await returns()).toHaveLength(2);
		expect((await entries()).entries[0]!.fields[0]).toMatchObject({ ...need, reports: 1 });
		await doing(cast.planner, `select public.answer_need_report('${number}', 'noted', 'Gelesen.')`);
		expect(await obstacles()).toEqual([]);
		expect((await trying(cast.planner, closing)).word).toBe('yes');
	});

	test('sent twice is entered once, one after the other or at once; other words are refused', async () => {
		const id = randomUUID();
		const twice = await Promise.all(
			[1, 2].map(() => asking(cast.planner, entering([need], { id, day: 'null' })))
		);
		await later('25 hours');
		expect([...twice, await asking(cast.planner, entering([need], { id, day: 'null' }))]).toEqual([
			id,
			id,
			id
		]);
		await backToNow();
		expect(await returns()).toHaveLength(1);
		const other = entering([{ ...need, answers: { offers: 'Anders' } }], { id, day: 'null' });
		expect(await trying(cast.planner, other)).toMatchObject({
			word: 'FINAL',
			message: 'errors_already_done'
		});
	});

	test('entered again by another form adds only what is new', async () => {
		const id = await asking(cast.planner, entering([need]));
		expect(await asking(cast.planner, entering([need]))).toBe(id);
		await asking(cast.planner, entering([need, nothing]));
		expect((await returns()).map(({ field }) => field)).toEqual(['care', 'youth']);
	});

	test('is entered by the planning of this authority, and with no id of another return', async () => {
		for (const actor of [cast.clerk, cast.head, cast.foreignPlanner, null] satisfies Actor[])
			expect(['NOTFD', '42501']).toContain((await trying(actor, entering([need]))).word);
		expect((await trying(cast.clerk, `select public.survey_entries('${addressee}')`)).word).toBe('NOTFD');
		const id = await asking<string>(cast.planner, entering([need]));
		const other = await addresseeOf(await open(oberharz));
		expect((await trying(cast.planner, entering([need], { id, to: other }))).word).toBe('NOTFD');
	});

	test('that is incomplete, too long, not asked or impossible is refused with its reason', async () => {
		const word = async (said: object[], wishes?: object) => {
			const { word, message, detail } = await trying(cast.planner, entering(said as Said[], wishes));
			return [word === 'RULED' ? message : word, detail];
		};
		expect(await word([])).toEqual(['MISSG', '["fields"]']);
		expect(await word([{ field: 'care' }])).toEqual(['INVAL', '["outcome"]']);
		expect(await word([need, need])).toEqual(['INVAL', '["fields"]']);
		expect(await word([{ ...need, answers: { flies: 'x' } }])).toEqual(['INVAL', '["answers"]']);
		expect(await word([{ ...need, unknown: ['flies'] }])).toEqual(['INVAL', '["answers"]']);
		expect((await word([{ ...need, field: 'mobility' }]))[0]).toBe('NOTFD');
		expect((await word([{ ...need, answers: { offers: 'x'.repeat(5001) } }]))[0]).toBe(
			'errors_survey_answer_too_long'
		);
		expect(await word([need], { day: 'private.today() + 1' })).toEqual([
			'errors_received_in_the_future',
			'["received_on"]'
		]);
		expect(await word([need], { day: 'private.today() - 1' })).toEqual([
			'errors_received_before_call',
			'["received_on"]'
		]);
	});
});
