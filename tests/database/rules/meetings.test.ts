import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { asking, doing, trying } from '../acting.ts';
import { cast, enter, oberharz, seniorCouncil, vorharz } from '../cast.ts';
import { sql } from '../harness.ts';
import { signAllIn } from '../stage.ts';

/* What a calendar promises: the past stays, each change has a number, and "none known" is not "none". */

beforeAll(async () => {
	await enter();
	await signAllIn();
});

const thale = '00000000-0000-4000-8000-000000000051';
const osterwieck = '00000000-0000-4000-8000-000000000049';
const ballenstedt = '00000000-0000-4000-8000-000000000040';
const council = (n: number) => `50000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const add = (when = '9 days', title = 'Sitzung des Sozialausschusses') =>
	asking(
		cast.clerk,
		`select public.add_meeting('${oberharz}', now() + interval '${when}', null, '${title}', null, null, true)`
	);
const stored = async (id: string) =>
	(await sql<Record<string, unknown>>('select * from public.meetings where id = $1', [id]))[0]!;
const given = (events: object[], whole: object[]) =>
	`'${oberharz}', '${JSON.stringify(events)}'::jsonb, '${JSON.stringify(whole)}'::jsonb`;
const take = (events: object[], whole: object[] = []) =>
	asking<Record<string, number>>(cast.clerk, `select public.import_meetings(${given(events, whole)})`);
const look = async (events: object[], whole: object[] = []) =>
	(
		await asking<{ outcome: string }[]>(cast.clerk, `select public.preview_meetings(${given(events, whole)})`)
	).map(({ outcome }) => outcome);
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

describe('a meeting', () => {
	test('counts its changes and knows who made them', async () => {
		const id = await add();
		await doing(
			cast.head,
			`select public.change_meeting('${id}', 0, now() + interval '10 days', null, 'Verschoben', null, 'Rathaus', false)`
		);
		expect(await stored(id)).toMatchObject({ sequence: 1, changed_by: cast.head, entered_by: cast.clerk });
		await doing(cast.clerk, `select public.cancel_meeting('${id}')`);
		expect(await stored(id)).toMatchObject({ sequence: 2, cancelled_at: expect.any(Date) });
		await doing(cast.clerk, `select public.cancel_meeting('${id}')`);
		expect(await stored(id)).toMatchObject({ sequence: 2 });
	});

	test('is not overwritten by somebody who has not seen the last change', async () => {
		const id = await add('11 days');
		const change = `select public.change_meeting('${id}', 0, now() + interval '12 days', null, 'Neu', null, null, true)`;
		await doing(cast.head, change);
		const late = await trying(cast.clerk, change);
		expect(late.word).toBe('STALE');
		expect(JSON.parse(late.detail!)).toMatchObject({ revision: 1, stored: { title: 'Neu' } });
	});

	test('entered by a second click is the same', async () => {
		const statement = `select public.add_meeting('${oberharz}', '2031-03-04 17:00+01', null, 'Doppelt', null, null, true, '${randomUUID()}')`;
		expect(await asking(cast.clerk, statement)).toBe(await asking(cast.clerk, statement));
		expect((await trying(cast.clerk, statement.replace('Doppelt', 'Anderes'))).word).toBe('FINAL');
	});

	test('does not end before it starts, not even past the form', async () => {
		const { word } = await trying(
			cast.clerk,
			`select public.add_meeting('${oberharz}', now() + interval '9 days', now() + interval '8 days', 'Sitzung', null, null, true)`
		);
		expect(word).toBe('23514');
	});

	test('that has begun stays as it was, for the owner of the database too', async () => {
		await expect(
			sql(`update public.meetings set place = 'woanders' where starts_at < now()`)
		).rejects.toMatchObject({ code: 'RULED' });
		await sql(`update public.meetings set entered_by = null where starts_at < now()`);
	});

	test('carries no line of its own into a calendar file', async () => {
		const { word } = await trying(
			cast.clerk,
			`select public.add_meeting('${oberharz}', now() + interval '9 days', null, E'Sitzung\\r\\nATTENDEE:x', null, null, true)`
		);
		expect(word).toBe('23514');
	});

	test('entered by a planner says so, and ends when the organisation keeps its calendar', async () => {
		const id = await asking(
			cast.planner,
			`select public.add_meeting('${osterwieck}', now() + interval '9 days', null, 'Stadtrat', null, null, true)`
		);
		const document = await asking<{ isEnteredForThem: boolean; enteredBy: string }>(
			cast.planner,
			`select public.meeting('${id}')`
		);
		expect(document).toMatchObject({ isEnteredForThem: true, enteredBy: 'Frau Albrecht' });
		const { state } = await asking<{ state: string }>(
			cast.planner,
			`select public.meeting_calendar('${osterwieck}')`
		);
		expect(state).toBe('unknown');
	});
});

describe('what is asked of calendars', () => {
	const between = (from: string, until: string) =>
		sql<{ id: string; inside: Date | null; after: Date | null; keeps: boolean | null }>(
			`select organisation_id as id, first_inside as inside, first_after as after, keeps_calendar as keeps
			from private.meetings_between(array['${seniorCouncil}', '${vorharz}', '${thale}', '${ballenstedt}']::uuid[], now() ${from}, now() ${until})`
		);

	test('a window of six weeks holds the council’s meeting, but not the association’s', async () => {
		const [seniors, association, onDemand, unknown] = await between('', `+ interval '6 weeks'`);
		expect(seniors).toMatchObject({ inside: expect.any(Date), after: expect.any(Date), keeps: true });
		expect(association).toMatchObject({ inside: null, after: expect.any(Date), keeps: true });
		expect(onDemand).toMatchObject({ inside: null, after: null, keeps: false });
		expect(unknown).toMatchObject({ inside: null, keeps: null });
	});

	test('both ends of a window belong to it', async () => {
		const [row] = await sql<{ found: boolean }>(
			`select b.first_inside = m.starts_at as found from public.meetings m, private.meetings_between(array[m.organisation_id], m.starts_at, m.starts_at) b where m.id = '${council(3)}'`
		);
		expect(row!.found).toBe(true);
	});

	test('a cancelled meeting is none', async () => {
		const [row] = await sql<{ found: Date | null }>(
			`select b.first_inside as found from public.meetings m, private.meetings_between(array[m.organisation_id], m.starts_at, m.starts_at) b where m.id = '${council(15)}'`
		);
		expect(row!.found).toBeNull();
	});

	test('220 organisations are one walk along an index each', async () => {
		await sql(`insert into public.organisations (authority_id, kind, name)
			select 'a0000000-0000-4000-8000-000000000001', 'provider', 'Träger ' || n from generate_series(1, 220) n`);
		await sql(`insert into public.meetings (authority_id, organisation_id, starts_at, title, uid)
			select authority_id, id, now() + n * interval '1 week', 'Sitzung', id || '-' || n from public.organisations, generate_series(1, 100) n
			where name like 'Träger %'`);
		await sql('analyze public.meetings');
		const plan = await sql<{ 'QUERY PLAN': string }>(`explain (analyze, buffers, timing off)
			select o.id, (select min(m.starts_at) from public.meetings m where m.organisation_id = o.id and m.cancelled_at is null
				and m.starts_at >= now() and m.starts_at <= now() + interval '6 weeks') from public.organisations o`);
		const text = plan.map((line) => line['QUERY PLAN']).join('\n');
		expect(text).toContain('Index Scan using meetings_organisation_id_starts_at');
		expect(text).not.toContain('Seq Scan on meetings');
	});
});

describe('a calendar file', () => {
	const event = (uid: string, days: number, rest: object = {}) => ({
		uid,
		startsAt: inDays(days),
		endsAt: inDays(days + 0.1),
		title: 'Sitzung des Bauausschusses',
		...rest
	});

	test('is new, then unchanged, then changed, then cancelled', async () => {
		const first = event('bau-1', 20);
		expect(await look([first])).toEqual(['new']);
		expect(await take([first])).toEqual({ new: 1 });
		expect(await take([first])).toEqual({ unchanged: 1 });
		expect(await take([{ ...first, place: 'Rathaus' }])).toEqual({ changed: 1 });
		expect(await take([{ ...first, isCancelled: true }])).toEqual({ cancelled: 1 });
		const [row] = await sql<{ sequence: number }>(
			`select sequence from public.meetings where organisation_id = $1 and uid = 'bau-1'`,
			[oberharz]
		);
		expect(row!.sequence).toBe(2);
	});

	test('leaves the past alone', async () => {
		expect(await look([event('alt', -3)])).toEqual(['past']);
		expect(await take([event('alt', -3), event('bau-2', 30)])).toEqual({ past: 1, new: 1 });
	});

	test('is taken over whole or not at all', async () => {
		const { word } = await trying(
			cast.clerk,
			`select public.import_meetings('${oberharz}', '${JSON.stringify([event('gut', 5), event('schlecht', 6, { title: 'x' })])}'::jsonb)`
		);
		expect(word).toBe('23514');
		expect(await sql(`select from public.meetings where uid = 'gut'`)).toEqual([]);
	});

	test('of another organisation with the same UID touches nothing here', async () => {
		await take([event('gleich', 40)]);
		await doing(
			cast.councilChair,
			`select public.import_meetings('${seniorCouncil}', '${JSON.stringify([event('gleich', 41, { isCancelled: true })])}'::jsonb)`
		);
		const rows = await sql<{ cancelled_at: Date | null }>(
			`select cancelled_at from public.meetings where uid = 'gleich'`
		);
		expect(rows).toEqual([{ cancelled_at: null }]);
	});

	const inSeries = (uid: string, day: number, hour: number, rest: object = {}) =>
		event(`${uid}#203003${day}T${hour}0000`, 0, {
			startsAt: `2030-03-${day}T${hour}:00:00+01:00`,
			endsAt: null,
			...rest
		});
	const upcoming = async (uid: string) =>
		(
			await sql<{ at: string }>(
				`select to_char(starts_at at time zone 'Europe/Berlin', 'DD.HH24') as at from public.meetings
				where uid like $1 and cancelled_at is null order by starts_at`,
				[`${uid}%`]
			)
		).map(({ at }) => at);

	test('that moves a series calls its old dates off, and says so before', async () => {
		const at18 = [10, 17, 24].map((day) => inSeries('serie', day, 18));
		const at19 = [10, 17, 24].map((day) => inSeries('serie', day, 19, { sequence: 1 }));
		await take(at18, [{ uid: 'serie', sequence: 0 }]);
		const moved = [at19, [{ uid: 'serie', sequence: 1 }]] as const;
		expect(await look([...moved[0]], [...moved[1]])).toEqual([
			...['new', 'new', 'new'],
			...['cancelled', 'cancelled', 'cancelled']
		]);
		expect(await take([...moved[0]], [...moved[1]])).toEqual({ new: 3, cancelled: 3 });
		expect(await upcoming('serie')).toEqual(['10.19', '17.19', '24.19']);

		expect(await take(at18, [{ uid: 'serie', sequence: 0 }])).toEqual({ older: 3 });
		expect(
			await take(
				at18.map((one) => ({ ...one, sequence: 2 })),
				[{ uid: 'serie', sequence: 2 }]
			)
		).toEqual({
			revived: 3,
			cancelled: 3
		});
		expect(await upcoming('serie')).toEqual(['10.18', '17.18', '24.18']);
	});

	test('that makes a series of a meeting tells it once', async () => {
		await take([inSeries('eine', 10, 18, { uid: 'eine' })]);
		const series = [10, 17].map((day) => inSeries('eine', day, 18));
		expect(await take(series, [{ uid: 'eine', sequence: 0 }])).toEqual({ unchanged: 1, new: 1 });
		expect(await take(series, [{ uid: 'eine', sequence: 0 }])).toEqual({ unchanged: 2 });
		expect(await upcoming('eine')).toEqual(['10.18', '17.18']);
	});

	test('calls a whole series off, and no other that begins like it', async () => {
		await take([inSeries('aus', 10, 18), inSeries('aus', 17, 18), inSeries('ausser', 10, 18)]);
		expect(await look([], [{ uid: 'aus', sequence: 0 }])).toEqual(['cancelled', 'cancelled']);
		expect(await take([], [{ uid: 'aus', sequence: 0 }])).toEqual({ cancelled: 2 });
		expect(await upcoming('aus')).toEqual(['10.18']);
	});

	test('read in again undoes nothing that was done by hand', async () => {
		const [called, named] = [event('hand-1', 20), event('hand-2', 20)];
		await take([called, named]);
		const id = (uid: string) => `(select id from public.meetings where uid = '${uid}')`;
		await doing(cast.clerk, `select public.cancel_meeting(${id('hand-1')})`);
		await doing(
			cast.clerk,
			`select public.change_meeting(${id('hand-2')}, 0, '${named.startsAt}', '${named.endsAt}', '${named.title}', 'Ortschaftsrat Tanne', null, true)`
		);
		expect(await take([called, named])).toEqual({ held: 1, unchanged: 1 });
		expect(await take([called, { ...named, place: 'Rathaus' }])).toEqual({ held: 1, changed: 1 });
		const rows = await sql(
			`select cancelled_at is null as on, body, place from public.meetings where uid like 'hand-%' order by uid`
		);
		expect(rows).toEqual([
			{ on: false, body: null, place: null },
			{ on: true, body: 'Ortschaftsrat Tanne', place: 'Rathaus' }
		]);
	});

	test('that is older than what was read in changes nothing', async () => {
		await take([event('alt-1', 20, { sequence: 2 })]);
		expect(await take([event('alt-1', 21, { sequence: 1 })])).toEqual({ older: 1 });
		expect(await take([], [{ uid: 'alt-1', sequence: 1 }])).toEqual({});
	});

	test('with more than two thousand events is refused', async () => {
		const many = Array.from({ length: 2001 }, (_, n) => ({ uid: `v${n}` }));
		const { word, message } = await trying(
			cast.clerk,
			`select public.preview_meetings('${oberharz}', '${JSON.stringify(many)}'::jsonb)`
		);
		expect([word, message]).toEqual(['RULED', 'meetings_error_many']);
	});
});

describe('a feed', () => {
	const find = async (secret: string, address = 'a') =>
		(
			await sql<{ found: { outcome: string; entries?: { title: string }[] } }>(
				'select public.feed_find($1, $2) as found',
				[secret, address]
			)
		)[0]!.found;
	const secret = 'a'.repeat(64);

	test('holds the meetings of one’s organisations and nothing of others', async () => {
		await sql('select public.feed_replace($1, $2, $1)', [cast.councilMember, secret]);
		const { outcome, entries } = await find(secret);
		expect(outcome).toBe('found');
		expect(new Set(entries!.map(({ title }) => title))).toEqual(
			new Set([
				'Sitzung des Seniorenbeirats',
				'Teilplan Altenhilfe 2027 bis 2031 – Seniorenbeirat des Landkreises Harz' // its deadline
			])
		);
	});

	test('of somebody whose term is over is empty', async () => {
		await sql('select public.feed_replace($1, $2, $1)', [cast.formerClerk, 'b'.repeat(64)]);
		expect((await find('b'.repeat(64))).entries).toEqual([]);
	});

	test('ends with a new secret, and with its revocation', async () => {
		await sql('select public.feed_replace($1, $2, $1)', [cast.clerk, 'c'.repeat(64)]);
		for (let n = 0; n < 2; n++)
			await sql('select public.feed_replace($1, $2, $1)', [cast.clerk, 'd'.repeat(64)]);
		const made = `select count(*)::integer as made from private.audit_entries where person_id = $1 and kind = 'feed_made'`;
		expect(await sql(made, [cast.clerk])).toEqual([{ made: 2 }]); // the same form twice makes one
		expect((await find('c'.repeat(64))).outcome).toBe('unknown');
		expect((await find('d'.repeat(64))).outcome).toBe('found');
		await sql('select public.feed_revoke($1)', [cast.clerk]);
		expect((await find('d'.repeat(64))).outcome).toBe('unknown');
	});

	test('cannot be guessed: thirty wrong secrets an hour and address', async () => {
		for (let n = 0; n < 30; n++) expect((await find(`falsch-${n}`, 'raten')).outcome).toBe('unknown');
		expect((await find(secret, 'raten')).outcome).toBe('limited');
		expect((await find(secret, 'woanders')).outcome).toBe('found');
	});

	test('is given sixty times an hour', async () => {
		await sql('select public.feed_replace($1, $2, $1)', [cast.head, 'e'.repeat(64)]);
		for (let n = 0; n < 60; n++) await find('e'.repeat(64));
		expect((await find('e'.repeat(64))).outcome).toBe('limited');
	});
});
