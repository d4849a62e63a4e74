import { randomBytes } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { asking, doing, trying } from '../acting.ts';
import { cast, enter, harz, oberharz, places } from '../cast.ts';
import { at, backToNow } from '../clock.ts';
import { sql } from '../harness.ts';
import { report, write } from '../stage.ts';

/* Posts, not people: rights come with a post, last as long as the term, and pass on. */

beforeAll(enter);
afterEach(backToNow);

const mayWrite = async (person: string) =>
	(await trying(person, `select public.start_need_report('${oberharz}')`)).word === 'yes';
/** A term that ended stays ended, for the owner too: a new one takes its place. */
async function term(starts: string, ends: string, ended = 'null') {
	await sql(`delete from public.holdings where person_id = $1`, [cast.deputyClerk]);
	await sql(
		`insert into public.holdings (post_id, person_id, capacity, starts_on, ends_on, ended_at) values ($1, $2, 'deputy', ${starts}, ${ends}, ${ended})`,
		[places['post of clerk'], cast.deputyClerk]
	);
}
const today = 'private.today()';

describe('a term', () => {
	test.each([
		['began today', today, 'null', 'null', true],
		['begins tomorrow', `${today} + 1`, 'null', 'null', false],
		['ends today', `${today} - 9`, today, 'null', true],
		['ended yesterday', `${today} - 9`, `${today} - 1`, 'null', false],
		['was ended a moment ago', `${today} - 9`, 'null', 'now()', false]
	] as const)('that %s', async (_, starts, ends, ended, may) => {
		await term(starts, ends, ended);
		expect(await mayWrite(cast.deputyClerk)).toBe(may);
	});

	test.each([
		['2026-06-30 21:59:59Z', '2026-06-30'],
		['2026-06-30 22:00:00Z', '2026-07-01'],
		['2026-12-31 22:59:59Z', '2026-12-31'],
		['2026-12-31 23:00:00Z', '2027-01-01']
	])('counts by the calendar in Germany: at %s it is %s', async (moment, day) => {
		await at(moment);
		expect(await asking(cast.clerk, `select private.today()::text`)).toBe(day);
		await term(`'${day}'`, `'${day}'`);
		expect(await mayWrite(cast.deputyClerk)).toBe(true);
		await term(`'${day}'::date - 9`, `'${day}'::date - 1`);
		expect(await mayWrite(cast.deputyClerk)).toBe(false);
	});

	test('that ends takes drafts, reports and the start page with it at once, but not from the post', async () => {
		await term(today, 'null');
		const draft = await write(cast.deputyClerk, oberharz);
		await sql(`update public.holdings set ended_at = now() where person_id = $1`, [cast.deputyClerk]);
		expect((await trying(cast.deputyClerk, `select public.need_report_draft('${draft}')`)).word).toBe(
			'NOTFD'
		);
		expect(await asking(cast.deputyClerk, `select public.start_page() -> 'tasks'`)).toEqual([]);
		expect(await asking(cast.clerk, `select public.start_page() -> 'tasks'`)).toContainEqual(
			expect.objectContaining({ ref: draft })
		);
		expect(
			(await trying(cast.clerk, `select public.save_need_report('${draft}', 1, '{"title": "Weiter"}')`)).word
		).toBe('yes');
	});
});

describe('a deputy', () => {
	test('acts in the post, and the chronicle says so', async () => {
		await term(today, 'null');
		const id = await write(cast.deputyClerk, oberharz);
		const [draft] = await sql(`select written_by, written_in from public.need_report_drafts where id = $1`, [
			id
		]);
		expect(draft).toEqual({ written_by: cast.deputyClerk, written_in: places['post of clerk'] });
	});

	test('gets the mail while the post is vacant, and only then', async () => {
		const mailed = async () =>
			(
				(await sql(`select private.planners_of($1) as people`, [harz]))[0]!.people as { personId: string }[]
			).map(({ personId }) => personId);
		expect(await mailed()).toEqual([cast.planner]);
		await sql(`update public.holdings set ends_on = private.today() - 1 where person_id = $1`, [
			cast.planner
		]);
		expect(await mailed()).toEqual([cast.deputyPlanner]);
		await sql(`update public.holdings set ends_on = null where person_id = $1`, [cast.planner]);
	});
});

describe('a vacant post', () => {
	test('shows what waits for it, and who stands in', async () => {
		await report();
		await sql(`update public.holdings set ends_on = private.today() - 1 where person_id = $1`, [
			cast.planner
		]);
		for (const reader of [cast.administrator, cast.officePlanner]) {
			const rows = (
				await trying(
					reader,
					`select title, duties, deputy from private.vacancies('${harz}') where id = '${places['post of planner']}'`
				)
			).rows;
			expect(rows).toEqual([{ title: 'Sozialplanung', duties: expect.any(Number), deputy: 'Herr Jansen' }]);
			expect(rows[0]!.duties).toBeGreaterThan(0);
		}
		await sql(`update public.holdings set ends_on = null where person_id = $1`, [cast.planner]);
	});

	test('shows its own people that an organisation has nobody to release', async () => {
		await sql(`update public.holdings set ends_on = private.today() - 1 where person_id = $1`, [cast.head]);
		const mine = (await trying(cast.clerk, `select title from private.vacancies('${harz}')`)).rows;
		expect(mine).toEqual([{ title: 'Bürgermeister' }]);
		await sql(`update public.holdings set ends_on = null where person_id = $1`, [cast.head]);
	});

	test('with duties is not abolished unless another post of its kind takes them', async () => {
		const abolishing = `select public.abolish_post('${places['post of planner']}')`;
		expect(await trying(cast.administrator, abolishing)).toMatchObject({
			word: 'RULED',
			message: 'errors_post_has_duties'
		});
	});
});

describe('an invitation', () => {
	let token = '';
	const invite = async (email: string, post = places['post of clerk']) => {
		const id = await asking(
			cast.administrator,
			`select public.invite('${post}', 'deputy', private.today(), null, null, 'Neu', 'Neu', '${email}')`
		);
		token = randomBytes(32).toString('hex');
		await sql(`select public.invitation_token($1, $2)`, [id, token]);
		return id;
	};
	const accept = () => sql<{ person: string }>(`select public.invitation_accept($1) as person`, [token]);
	const refused = () =>
		accept().then(
			() => 'accepted',
			(error: { code: string }) => error.code
		);

	test('makes a holding, once', async () => {
		await invite('neu@test.example');
		const [{ person } = { person: '' }] = await accept();
		expect(await mayWrite(person)).toBe(true);
		expect(await refused()).toBe('EXPIR');
	});

	test('is on record as given; that its link was mailed is no change of rights', async () => {
		const kinds = () => sql<{ kind: string }>(`select kind from public.administration_events order by id`);
		const before = (await kinds()).length;
		await invite('nochmal@test.example');
		expect((await kinds()).slice(before)).toEqual([{ kind: 'invitations_insert' }]);
	});

	test.each([
		['was taken back', `update public.invitations set revoked_at = now()`],
		['is older than 14 days', `update public.invitations set expires_at = now() - interval '1 second'`],
		[
			'is to a post that was abolished',
			`update public.posts set abolished_on = private.today() where id = (select post_id from public.invitations where token_hash is not null)`
		]
	])('that %s is over', async (_, change) => {
		await sql('update public.invitations set token_hash = null');
		const post = await asking(
			cast.administrator,
			`select public.add_post('${oberharz}', 'clerk', 'Stelle ${Math.random()}')`
		);
		await invite('spaet@test.example', post);
		await sql(change);
		expect(await refused()).toBe('EXPIR');
	});

	test('of somebody known adds the post and makes no second person', async () => {
		await sql('update public.invitations set token_hash = null');
		await invite('DEMIR@beispiel.example');
		expect(await accept()).toEqual([{ person: cast.councilMember }]);
		await sql(`update public.holdings set ended_at = now() where person_id = $1 and post_id = $2`, [
			cast.councilMember,
			places['post of clerk']
		]);
	});

	test('replaces an open one of the same person to the same post', async () => {
		await sql('update public.invitations set token_hash = null');
		const first = await invite('zweimal@test.example');
		await sql('update public.invitations set token_hash = null');
		await invite('zweimal@test.example');
		const [row] = await sql(`select revoked_at is not null as over from public.invitations where id = $1`, [
			first
		]);
		expect(row).toEqual({ over: true });
	});
});

describe('the record of rights', () => {
	test('keeps every change with who made it', async () => {
		await doing(cast.administrator, `select public.set_reply_clock('${harz}', 13, 60)`);
		await doing(cast.administrator, `select public.set_reply_clock('${harz}', 14, 60)`);
		const [row] = await sql(
			`select kind, person_id from public.administration_events order by id desc limit 1`
		);
		expect(row).toEqual({ kind: 'authorities_update', person_id: cast.administrator });
	});

	test('notes the end of a term when it is said, whatever was written', async () => {
		await doing(
			cast.administrator,
			`update public.holdings set ended_at = '2001-01-01' where person_id = '${cast.neighbour}'`
		);
		const [row] = await sql(
			`select ended_at > now() - interval '1 minute' as now from public.holdings where person_id = $1`,
			[cast.neighbour]
		);
		expect(row).toEqual({ now: true });
	});
});
