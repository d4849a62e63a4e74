import type { Cookies } from '@sveltejs/kit';
import { beforeAll, describe, expect, test } from 'vitest';
import * as accounts from '#lib/people/accounts.server.ts';
import { defaultDisplay } from '#lib/i18n/display.ts';
import * as organisations from '#lib/organisations/organisations.server.ts';
import { forget } from '#lib/server/session-memory.ts';
import { begin, end, visit } from '#lib/server/session.ts';
import { cast, enter } from './cast.ts';
import { as, sql } from './harness.ts';

beforeAll(enter);

/** The cookies of one device. */
function device(jar: Record<string, string> = {}) {
	const set: { name: string; value: string; options: Record<string, unknown> }[] = [];
	const cookies = {
		get: (name: string) => jar[name],
		set: (name: string, value: string, options: Record<string, unknown>) => {
			jar[name] = value;
			set.push({ name, value, options });
		},
		delete: (name: string) => void delete jar[name]
	} as unknown as Cookies;
	return { jar, set, cookies };
}

async function signIn(personId: string, jar = {}) {
	const at = device(jar);
	await begin(at.cookies, true, personId, 'Firefox/Windows');
	return at;
}
const who = async (at: { cookies: Cookies }) => (await visit(at.cookies, true)).session?.person.id ?? null;
const later = (what: string) => {
	forget();
	return sql(what);
};

test('a session is in one cookie that scripts and other sites cannot use, and in the table as a hash', async () => {
	const { jar, set } = await signIn(cast.clerk);
	expect(set).toHaveLength(1);
	expect(set[0]).toMatchObject({
		name: 'session',
		options: { httpOnly: true, sameSite: 'lax', secure: true, path: '/', maxAge: 30 * 24 * 60 * 60 }
	});
	const rows = await sql('select row_to_json(s)::text as text from private.sessions s');
	expect(rows.map(({ text }) => text).join()).not.toContain(jar.session);
});

test('an id planted before signing in is worth nothing after', async () => {
	const planted = 'a'.repeat(40);
	const victim = await signIn(cast.clerk, { session: planted });
	expect(victim.jar.session).not.toBe(planted);
	expect(await who(device({ session: planted }))).toBeNull();
});

test('signing in again on a device ends the session that was open there', async () => {
	const first = await signIn(cast.clerk);
	const stolen = device({ ...first.jar });
	expect(await who(stolen)).toBe(cast.clerk);
	await begin(first.cookies, true, cast.head, '');
	expect(await who(stolen)).toBeNull();
	expect(await who(first)).toBe(cast.head);
});

test('signing out ends the session for whoever has its id', async () => {
	const at = await signIn(cast.clerk);
	const copy = device({ ...at.jar });
	await end(at.cookies, true, defaultDisplay);
	expect(at.jar).toEqual({});
	expect(await who(copy)).toBeNull();
});

test('how one reads goes along: into the person at sign-in, into the cookie at sign-out', async () => {
	const at = await signIn(cast.councilMember, { session: 'display:de-x-leicht.large.high' });
	const { session } = await visit(at.cookies, true);
	expect(session?.person).toMatchObject({ locale: 'de-x-leicht', textSize: 'large', contrast: 'high' });
	await end(at.cookies, true, { locale: 'de', text: 'larger', contrast: 'normal' });
	expect(at.jar.session).toBe('display:de.larger.normal');
});

test.each(['', 'display:de.normal.normal', "' or 1=1", 'z'.repeat(41)])(
	'%j is no session',
	async (cookie) => {
		expect(await visit(device({ session: cookie }).cookies, true)).toEqual({
			session: null,
			expiredPerson: null
		});
	}
);

test('after thirty days it has run out, and still says whose typed text is to be kept', async () => {
	const at = await signIn(cast.clerk);
	await later("update private.sessions set expires_at = now() - interval '1 second'");
	expect(await visit(at.cookies, true)).toEqual({ session: null, expiredPerson: cast.clerk });
});

test('ended from elsewhere, it is over and still says whose typed text is to be kept', async () => {
	const [here, elsewhere] = [await signIn(cast.clerk), await signIn(cast.clerk)];
	const { id } = (await visit(elsewhere.cookies, true)).session!;
	await accounts.endOtherSessions({ id, person: { id: cast.clerk } } as App.Session, false);
	expect(await visit(here.cookies, true)).toEqual({ session: null, expiredPerson: cast.clerk });
	await later(
		"update private.sessions set ended_at = now() - interval '25 hours' where ended_at is not null"
	);
	expect(await visit(here.cookies, true)).toEqual({ session: null, expiredPerson: null });
});

test('a session in use moves on', async () => {
	const at = await signIn(cast.clerk);
	await later(`update private.sessions set used_at = now() - interval '2 days', expires_at = now() + interval '3 days'
		where person_id = '${cast.clerk}' and ended_at is null`);
	await visit(at.cookies, true);
	expect(at.set).toHaveLength(2);
	const [{ days }] = await sql(
		`select extract(day from max(expires_at) - now()) as days from private.sessions where used_at > now() - interval '1 minute'`
	);
	expect(Number(days)).toBeGreaterThanOrEqual(29);
});

describe('ending sessions from the account', () => {
	test('one, or all but this one', async () => {
		const [here, tablet, office] = [
			await signIn(cast.planner),
			await signIn(cast.planner),
			await signIn(cast.planner)
		];
		const mine = (await visit(here.cookies, true)).session!.id;
		const tabletId = (await visit(tablet.cookies, true)).session!.id;
		expect((await accounts.find(cast.planner)).sessions).toHaveLength(3);
		await accounts.endSession(cast.planner, tabletId);
		expect([await who(here), await who(tablet), await who(office)]).toEqual([
			cast.planner,
			null,
			cast.planner
		]);
		await accounts.endOtherSessions({ id: mine, person: { id: cast.planner } } as App.Session, false);
		expect([await who(here), await who(office)]).toEqual([cast.planner, null]);
	});

	test("another person's session stays", async () => {
		const planner = await signIn(cast.planner);
		const { id } = (await visit(planner.cookies, true)).session!;
		await accounts.endSession(cast.clerk, id);
		expect(await who(planner)).toBe(cast.planner);
	});
});

describe('posts', () => {
	test('whose post has ended keeps a session that holds and shows nothing', async () => {
		for (const person of [
			cast.formerClerk,
			cast.dismissedPlanner,
			cast.clerkOfAbolishedPost,
			cast.futureClerk
		]) {
			const { session } = await visit((await signIn(person)).cookies, true);
			expect(session?.posts).toEqual([]);
			expect(await organisations.mine(as(person))).toEqual([]);
		}
	});

	test('the end of a term is seen in a running session', async () => {
		const at = await signIn(cast.councilAdviser);
		expect((await visit(at.cookies, true)).session?.posts).toHaveLength(1);
		await later(
			`update public.holdings set ends_on = private.today() - 1 where person_id = '${cast.councilAdviser}'`
		);
		expect((await visit(at.cookies, true)).session?.posts).toEqual([]);
	});
});
