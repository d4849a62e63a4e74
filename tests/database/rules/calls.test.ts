import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { asking, doing, trying } from '../acting.ts';
import { addresseeOf, end, open, prepare, publish, take } from '../call-stage.ts';
import { cast, enter, harz, oberharz, seniorCouncil, vorharz } from '../cast.ts';
import { backToNow, later } from '../clock.ts';
import { complete, json } from '../stage.ts';
import { sql } from '../harness.ts';

/* A survey of two municipalities and a council, from its preparation to its publication. */

const thale = '00000000-0000-4000-8000-000000000051';
const id = '50000000-0000-4000-8000-000000000001';
let slug: string;
const addressee = async (organisation: string) => {
	const [row] = await sql<{ id: string }>(
		`select id from public.call_addressees where call_id = $1 and organisation_id = $2`,
		[id, organisation]
	);
	return row!.id;
};
const step = (name: string, body = 'null', until = 'null') =>
	`select public.take_call_step('${harz}', '${slug}', '${name}', ${until}, ${body})`;
const word = async (actor: string | null, text: string) => {
	const { word, message } = await trying(actor, text);
	return word === 'RULED' ? message : word;
};

beforeAll(async () => {
	await enter();
	await sql('delete from public.meetings');
	slug = await asking(cast.planner, `select public.start_survey('${harz}', '${id}')`);
	await doing(cast.planner, `select public.set_call_fields('${harz}', '${slug}', '{care,youth}')`);
	await doing(
		cast.planner,
		`select public.set_call_addressees('${harz}', '${slug}', '{${oberharz},${thale},${vorharz},${seniorCouncil}}')`
	);
});

describe('a call is prepared', () => {
	test('a second submit of the same form is the same call', async () => {
		expect(await asking(cast.planner, `select public.start_survey('${harz}', '${id}')`)).toBe(slug);
	});

	test('nobody but planners sees it, the addressees neither', async () => {
		const seen = `select from public.calls where id = '${id}'`;
		for (const actor of [cast.clerk, cast.head, cast.councilChair, cast.administrator, cast.foreignPlanner])
			expect(await word(actor, seen)).toBe('nothing');
		expect(await word(cast.planner, seen)).toBe('yes');
	});

	test('it is not opened when a session lies outside the window and nobody said why', async () => {
		await sql(`insert into public.meeting_calendars (organisation_id, authority_id, state) values ('${vorharz}', '${harz}', 'kept')
			on conflict (organisation_id) do update set state = 'kept'`);
		expect(await word(cast.planner, step('opened'))).toBe('MISSG');
		expect(await word(cast.planner, step('opened', `'Der Rat tagt erst im Januar, die Frist bleibt.'`))).toBe(
			'yes'
		);
	});

	test('it is not opened without addressees', async () => {
		await doing(
			cast.planner,
			`select public.start_survey('${harz}', '50000000-0000-4000-8000-000000000002')`
		);
		await doing(
			cast.planner,
			`select public.set_call_addressees('${harz}', (select slug from public.calls where id = '50000000-0000-4000-8000-000000000002'), '{}')`
		);
		expect(
			await word(
				cast.planner,
				`insert into public.call_steps (call_id, step) values ('50000000-0000-4000-8000-000000000002', 'opened')`
			)
		).toBe('errors_call_without_addressees');
	});
});

describe('a call is open', () => {
	beforeAll(async () => {
		await doing(cast.planner, step('opened', `'Der Rat tagt erst im Januar.'`));
	});

	test('every addressee is invited, and the record keeps what was known of sessions', async () => {
		const [kept] = await sql<{ meetings: { organisationName: string }[] }>(
			`select meetings from public.call_steps where call_id = $1`,
			[id]
		);
		expect(kept!.meetings.map(({ organisationName }) => organisationName)).toHaveLength(4);
		const notices = await sql(`select from public.call_notices where call_id = $1 and kind = 'invitation'`, [
			id
		]);
		expect(notices).toHaveLength(4);
	});

	test('it cannot be changed, opened again or discarded', async () => {
		expect(await word(cast.planner, step('opened'))).toBe('FINAL');
		expect(await word(cast.planner, `select public.discard_call('${harz}', '${slug}')`)).toBe('FINAL');
		expect(
			await word(cast.planner, `select public.save_call('${harz}', '${slug}', '{"title": "Anders"}')`)
		).toBe('FINAL');
		expect(await word(cast.planner, `update public.calls set title = 'Anders' where id = '${id}'`)).toBe(
			'nothing'
		);
	});

	test('an addressee sees itself and no other', async () => {
		const own = await trying(
			cast.clerk,
			`select organisation_id from public.call_addressees where call_id = '${id}'`
		);
		expect(own.rows).toEqual([{ organisation_id: oberharz }]);
	});

	test('what is being filled in is the addressee’s own; the ledger says only that it is in progress', async () => {
		const to = await addressee(oberharz);
		await doing(
			cast.clerk,
			`select public.save_survey_answer('${to}', 'youth', 0, 'nil_return', '{"offers": "Jugendclub"}', '{plans}')`
		);
		for (const actor of [cast.planner, cast.officePlanner, cast.neighbour, cast.councilChair])
			expect(await word(actor, `select from public.survey_answers`)).toBe('nothing');
		const [row] = (
			await trying(cast.planner, `select begun_at from public.call_addressees where id = '${to}'`)
		).rows;
		expect(row!.begun_at).not.toBeNull();
	});

	test('that the clerk asks the head to release is known to the house alone', async () => {
		const to = await addressee(oberharz);
		await doing(cast.clerk, `select public.hand_in_survey('${to}')`);
		const request = `select from public.call_notices where addressee_id = '${to}' and kind = 'handed_in'`;
		expect(await word(cast.head, request)).toBe('yes');
		expect(await word(cast.planner, request)).toBe('nothing');
		const record = await asking(cast.planner, `select public.call_record('${harz}', '${slug}')`);
		expect(JSON.stringify(record)).not.toContain('handed_in');
	});

	test('a second window does not overwrite the first', async () => {
		const to = await addressee(oberharz);
		expect(
			await word(cast.clerk, `select public.save_survey_answer('${to}', 'youth', 0, 'needs', '{}', '{}')`)
		).toBe('STALE');
	});

	test('the clerk fills in, the head releases', async () => {
		const to = await addressee(oberharz);
		const releasing = (seen: string) => `select public.release_survey_answers('${to}', ${seen})`;
		expect(await word(cast.clerk, releasing(`'{"youth": 1}'`))).toBe('errors_release_is_for_the_head');
		for (const seen of [`'{"youth": 99}'`, `'{"care": 1}'`, `'{"youth": "1"}'`])
			expect(await word(cast.head, releasing(seen))).toBe('STALE');
		for (const seen of ['null', `'[]'`, '1::text::jsonb'])
			expect(await word(cast.head, releasing(seen))).toBe('INVAL');
		expect(await asking(cast.head, releasing(`'{"youth": 1}'`))).toBe(1);
		expect(await asking(cast.head, releasing(`'{"youth": 1}'`))).toBe(0);
	});

	test('a report made in the survey is the answer for its field', async () => {
		const to = await addressee(oberharz);
		const draft = await asking(cast.clerk, `select public.start_survey_report('${to}', 'care')`);
		await doing(cast.clerk, `select public.save_need_report('${draft}', 0, ${json(complete)})`);
		await doing(cast.head, `select public.release_need_report('${draft}', 1)`);
		const [row] = await sql(
			`select outcome, is_late, answered_at from public.call_addressees where id = $1`,
			[to]
		);
		expect(row).toMatchObject({ outcome: 'submitted', is_late: false });
		expect(row!.answered_at).not.toBeNull();
	});

	test('a head says nil return in one click, a clerk puts it before the head', async () => {
		const to = await addressee(vorharz);
		expect(await asking(cast.neighbour, `select public.answer_nil('${to}', 'care')`)).toBe('saved');
		expect(await asking(cast.neighbourHead, `select public.answer_nil('${to}', 'care')`)).toBe('returned');
		expect(await asking(cast.neighbourHead, `select public.answer_nil('${to}', 'youth')`)).toBe('returned');
		const [row] = await sql(`select outcome from public.call_addressees where id = $1`, [to]);
		expect(row).toEqual({ outcome: 'nil_return' });
	});

	test('more time is asked for, granted or refused with a reason, once', async () => {
		const to = await addressee(seniorCouncil);
		expect(
			await word(
				cast.councilMember,
				`select public.ask_extension('${to}', now() + interval '60 days', 'Sitzung')`
			)
		).toBe('NOTFD');
		await doing(
			cast.councilOffice,
			`select public.ask_extension('${to}', now() + interval '60 days', 'Die Sitzung ist danach.')`
		);
		expect(await word(cast.planner, `select public.decide_extension('${to}', 'refused')`)).toBe('MISSG');
		await doing(
			cast.planner,
			`select public.decide_extension('${to}', 'granted', now() + interval '60 days')`
		);
		expect(
			await word(cast.planner, `select public.decide_extension('${to}', 'refused', null, 'Doch nicht.')`)
		).toBe('FINAL');
		const [row] = await sql(
			`select extension, due_at > now() + interval '59 days' as later from public.call_addressees where id = $1`,
			[to]
		);
		expect(row).toEqual({ extension: 'granted', later: true });
	});

	test('the deadline stands in the calendar of who is asked, and moves with its date', async () => {
		const entries = (person: string) =>
			sql<{ uid: string; sequence: number; cancelled: boolean }>(
				`select uid, sequence, cancelled from private.feed_entries($1) where uid = 'call-' || (
					select a.id from public.call_addressees a where a.call_id = $2 and a.organisation_id = $3) || '@augenhoehe'`,
				[person, id, seniorCouncil]
			);
		expect(await entries(cast.councilOffice)).toMatchObject([{ sequence: 1, cancelled: false }]);
		expect(await entries(cast.clerk)).toEqual([]);
	});

	test('a nil return by phone says who entered it and for whom', async () => {
		const to = await addressee(thale);
		await doing(
			cast.planner,
			`select public.enter_survey_return('${to}', '[{"field": "care", "outcome": "nil_return"}, {"field": "youth", "outcome": "nil_return"}]', 'phone', 'Frau Thiele, Bürgermeisterin', null)`
		);
		const rows = await sql(
			`select channel, given_by, entered_by, released_by from public.call_returns where addressee_id = $1`,
			[to]
		);
		expect(rows).toHaveLength(1);
		expect(rows[0]).toEqual({
			channel: 'phone',
			given_by: 'Frau Thiele, Bürgermeisterin',
			entered_by: cast.planner,
			released_by: null
		});
		expect(
			await word(
				cast.planner,
				`insert into public.survey_return_fields (addressee_id, field_of_action, outcome) values ('${to}', 'care', 'nil_return')`
			)
		).toBe('42501');
	});

	test('what was returned stays as it was returned', async () => {
		for (const actor of [cast.head, cast.planner])
			expect(await word(actor, `update public.survey_return_fields set outcome = 'not_competent'`)).toBe(
				'42501'
			);
		await expect(
			sql(`update public.survey_return_fields set outcome = 'not_competent'`)
		).rejects.toMatchObject({
			code: 'FINAL'
		});
	});
});

describe('a call is closed', () => {
	test('not while an addressee has time left, nor while a report has no answer', async () => {
		expect(await word(cast.planner, step('closed'))).toBe('errors_call_window_is_open');
		await sql(
			`update public.calls set opens_at = now() - interval '60 days', closes_at = now() - interval '30 days' where id = $1`,
			[id]
		);
		await sql(`update public.call_addressees set due_at = now() - interval '30 days' where call_id = $1`, [
			id
		]);
		expect(await word(cast.planner, step('closed'))).toBe('errors_call_has_unanswered_reports');
	});

	test('a late answer is taken, and recorded as late', async () => {
		const to = await addressee(seniorCouncil);
		await doing(cast.councilChair, `select public.answer_nil('${to}', 'youth')`);
		const rows = await sql(`select is_late from public.call_returns where addressee_id = $1`, [to]);
		expect(rows).toEqual([{ is_late: true }]);
	});

	test('once every report has its answer, it is closed once, and takes nothing more', async () => {
		const [report] = await sql<{ number: string }>(
			`select r.number from public.need_reports r join public.call_addressees a on a.id = r.addressee_id where a.call_id = $1`,
			[id]
		);
		expect(await word(cast.planner, step('published'))).toBe('errors_call_is_not_closed');
		await doing(
			cast.planner,
			`select public.answer_need_report('${report!.number}', 'noted', 'Wir haben es gelesen.')`
		);
		await doing(cast.planner, step('closed'));
		expect(await word(cast.planner, step('closed'))).toBe('FINAL');
		const to = await addressee(seniorCouncil);
		expect(await word(cast.councilChair, `select public.answer_nil('${to}', 'care')`)).toBe('FINAL');
		await publish(slug, 'asked');
		const [row] = await sql(`select state from public.calls where id = $1`, [id]);
		expect(row).toEqual({ state: 'published' });
	});
});

describe('a prolongation', () => {
	const prolong = (slug: string, days: number) =>
		`select public.take_call_step('${harz}', '${slug}', 'prolonged', now() + interval '${days} days', 'Für alle.')`;
	const asked = async () => {
		const slug = await open(oberharz, vorharz);
		const to = await addresseeOf(slug);
		await doing(cast.clerk, `select public.ask_extension('${to}', now() + interval '60 days', 'Sitzung')`);
		return { slug, to };
	};
	const noticesOf = (slug: string) =>
		sql(
			`select a.organisation_id = '${oberharz}' as asked, n.kind from public.call_notices n join public.call_addressees a on a.id = n.addressee_id
			join public.calls c on c.id = a.call_id where c.slug = $1 and n.kind in ('prolongation', 'extension_granted') order by 1`,
			[slug]
		);

	test('that reaches what was asked for grants it', async () => {
		const { slug, to } = await asked();
		await doing(cast.planner, prolong(slug, 70));
		const [row] = await sql(
			`select extension, due_at > now() + interval '69 days' as later from public.call_addressees where id = $1`,
			[to]
		);
		expect(row).toEqual({ extension: 'granted', later: true });
		expect(await noticesOf(slug)).toEqual([
			{ asked: false, kind: 'prolongation' },
			{ asked: true, kind: 'extension_granted' }
		]);
	});

	test('that does not leaves the wish to be decided', async () => {
		const { slug, to } = await asked();
		await doing(cast.planner, prolong(slug, 50));
		expect(
			await word(
				cast.planner,
				`select public.decide_extension('${to}', 'granted', now() + interval '60 days')`
			)
		).toBe('yes');
	});

	test('no window begins before it was opened', async () => {
		const slug = await prepare(oberharz);
		await doing(
			cast.planner,
			`select public.save_call('${harz}', '${slug}', '{"opens_at": "2020-01-01T08:00:00Z"}')`
		);
		await take(slug, 'opened');
		expect(
			await sql(
				"select opens_at >= opened_at - interval '1 minute' as ok from public.calls where slug = $1",
				[slug]
			)
		).toEqual([{ ok: true }]);
	});
});

describe('what is over stays as it was', () => {
	test('a wish for more time that the answer overtook is not decided any more', async () => {
		const survey = await open(oberharz);
		const to = await addresseeOf(survey);
		await doing(cast.clerk, `select public.ask_extension('${to}', now() + interval '60 days', 'Sitzung')`);
		for (const field of ['care', 'youth'])
			await doing(cast.head, `select public.answer_nil('${to}', '${field}')`);
		await take(survey, 'closed');
		await take(survey, 'published');
		for (const outcome of ['granted', 'refused'])
			expect(
				await word(
					cast.planner,
					`select public.decide_extension('${to}', '${outcome}', now() + interval '60 days', 'Nachträglich.')`
				)
			).toBe('errors_call_is_answered');
	});

	test('nobody begins to answer a closed call', async () => {
		const survey = await open(oberharz);
		const to = await addresseeOf(survey);
		await end(survey);
		await take(survey, 'closed');
		await doing(cast.clerk, `select public.survey_reply('${harz}', '${survey}')`);
		await doing(cast.clerk, `select public.save_survey_answer('${to}', 'care', 0, 'nil_return', '{}', '{}')`);
		expect(await sql('select begun_at, opened_at from public.call_addressees where id = $1', [to])).toEqual([
			{ begun_at: null, opened_at: null }
		]);
	});

	test('nobody asks for time without end', async () => {
		const to = await addresseeOf(await open(oberharz));
		for (const until of [`'infinity'`, `now() + interval '10 years'`])
			expect(await word(cast.clerk, `select public.ask_extension('${to}', ${until}, 'Sitzung')`)).toBe(
				'errors_call_extension_too_long'
			);
	});
});

test('whether an addressee meets in time is measured by its own time', async () => {
	const survey = await open(oberharz, vorharz);
	await sql(
		`insert into public.meetings (authority_id, organisation_id, starts_at, title, uid)
		select c.authority_id, a.organisation_id, c.closes_at + interval '3 days', 'Sitzung', a.id from public.calls c join public.call_addressees a on a.call_id = c.id where c.slug = $1`,
		[survey]
	);
	await sql(
		'delete from public.meetings where starts_at < (select closes_at from public.calls where slug = $1)',
		[survey]
	);
	const meetsInside = async (organisation: string) => {
		const to = await addresseeOf(survey, organisation);
		const { addressees } = await asking<{ addressees: { id: string; meetsInside: boolean }[] }>(
			cast.planner,
			`select public.call_ledger('${harz}', '${survey}')`
		);
		return addressees.find(({ id }) => id === to)!.meetsInside;
	};
	expect(await meetsInside(oberharz)).toBe(false);
	await doing(
		cast.planner,
		`select public.extend_addressee('${await addresseeOf(survey)}', (select closes_at + interval '5 days' from public.calls where slug = '${survey}'), 'Sitzung', 'phone')`
	);
	expect(await meetsInside(oberharz)).toBe(true);
	expect(await meetsInside(vorharz)).toBe(false);
});

describe('a form sent again, however late,', () => {
	const noticesTo = async (addressee: string, kind: string) =>
		(await sql('select from public.call_notices where addressee_id = $1 and kind = $2', [addressee, kind]))
			.length;

	test('reminds nobody twice, and says the same; another form reminds again', async () => {
		const slug = await open(oberharz, vorharz);
		const [one, other] = [await addresseeOf(slug), await addresseeOf(slug, vorharz)];
		const remind = (form: string, ...to: string[]) =>
			asking<number>(
				cast.planner,
				`select public.remind_addressees('${harz}', '${slug}', '{${to.join()}}', 'Bitte', '${form}')`
			);
		const form = randomUUID();
		expect(await remind(form, one, other)).toBe(2);
		await doing(cast.clerk, `select public.answer_nil('${one}', 'care')`);
		await later('1 hour');
		expect(await remind(form, one, other)).toBe(2);
		await backToNow();
		expect([await noticesTo(one, 'reminder'), await noticesTo(other, 'reminder')]).toEqual([1, 1]);
		expect(await remind(randomUUID(), other)).toBe(1);
		expect(await noticesTo(other, 'reminder')).toBe(2);
	});

	test('notes one letter; what another form noted is not there', async () => {
		const slug = await open(oberharz, vorharz);
		const [one, other] = [await addresseeOf(slug), await addresseeOf(slug, vorharz)];
		const form = randomUUID();
		const note = (to: string, id: string) => `select public.note_letter('${to}', '${id}')`;
		for (const id of [form, form, randomUUID()]) await doing(cast.planner, note(one, id));
		expect(await noticesTo(one, 'letter')).toBe(2);
		expect(await word(cast.planner, note(other, form))).toBe('NOTFD');
		expect(await noticesTo(other, 'letter')).toBe(0);
	});
});
