import type { Cookies } from '@sveltejs/kit';
import { Secret, TOTP } from 'otpauth';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as secondFactors from '#lib/people/second-factors.server.ts';
import { hashOf } from '#lib/people/secrets.ts';
import { begin, visit } from '#lib/server/session.ts';
import type { Place } from '#lib/server/place.ts';
import { forget } from '#lib/server/session-memory.ts';
import * as tokens from '#lib/tokens/tokens.server.ts';
import { trying } from './acting.ts';
import { cast, enter, harz } from './cast.ts';
import { as, sql } from './harness.ts';
import { freshSession, signAllIn } from './stage.ts';

beforeAll(async () => {
	await enter();
	await signAllIn();
});
beforeEach(() => sql('truncate private.throttles'));

/** The six digits an app shows now, or some steps of thirty seconds later. */
const digits = (secret: string, steps = 0) =>
	TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: Date.now() + steps * 30_000 });
const wrong = (secret: string) => {
	const near = [-2, -1, 0, 1, 2].map((step) => digits(secret, step));
	return ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !near.includes(code))!;
};

function device() {
	const jar: Record<string, string> = {};
	const cookies = {
		get: (name: string) => jar[name],
		set: (name: string, value: string) => void (jar[name] = value),
		delete: (name: string) => void delete jar[name]
	} as unknown as Cookies;
	return { jar, cookies };
}
async function signIn(personId: string, challenge?: string) {
	const at = device();
	await begin(at.cookies, true, personId, '', challenge);
	return { ...at, session: (await visit(at.cookies, true)).session as App.Session };
}
const keyOf = async (personId: string): Promise<string> =>
	(await sql('select secret from private.second_factors where person_id = $1', [personId]))[0]?.secret;

/** Sets a second factor up from nothing, as if an hour ago, so that no code of now is used up. */
async function setUp(personId: string) {
	await sql('select private.forget_second_factor($1)', [personId]);
	const { session } = await signIn(personId);
	await secondFactors.offer(session);
	const { offer } = await secondFactors.find(personId);
	const codes = (await secondFactors.confirm(session, digits(offer!), 'here'))!;
	await sql('update private.second_factors set last_step = last_step - 120 where person_id = $1', [personId]);
	return { secret: offer!, codes: codes.map((code) => code.replaceAll('-', '')), session };
}

describe('setting up', () => {
	test('takes a code of the key that was shown; ten recovery codes come once', async () => {
		const { session } = await signIn(cast.clerk);
		await secondFactors.offer((await signIn(cast.clerk)).session);
		const { offer } = await secondFactors.find(cast.clerk);
		expect(await secondFactors.confirm(session, wrong(offer!), 'here')).toBeNull();
		expect(await keyOf(cast.clerk)).toBeUndefined();
		const codes = await secondFactors.confirm(session, digits(offer!), 'here');
		expect(new Set(codes).size).toBe(10);
		expect(codes![0]).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
		expect(await secondFactors.confirm(session, digits(offer!), 'here')).toBeNull(); // sent twice
		const stored = await sql('select row_to_json(r)::text as text from private.recovery_codes r');
		expect(stored.map(({ text }) => text).join()).not.toContain(codes![0]!.replaceAll('-', ''));
	});

	test('ends the sessions that were made without it', async () => {
		await sql('select private.forget_second_factor($1)', [cast.head]);
		const elsewhere = await signIn(cast.head);
		const { session } = await setUp(cast.head);
		forget();
		expect((await visit(elsewhere.cookies, true)).session).toBeNull();
		expect(session.person.id).toBe(cast.head);
	});

	test('a key that is offered stays so for an hour, for it may be in the app already', async () => {
		await sql('select private.forget_second_factor($1)', [cast.councilOffice]);
		const { session } = await signIn(cast.councilOffice);
		await secondFactors.offer(session);
		const { offer } = await secondFactors.find(cast.councilOffice);
		await secondFactors.offer(session);
		expect((await secondFactors.find(cast.councilOffice)).offer).toBe(offer);
		await sql(`update private.second_factor_offers set created_at = now() - interval '61 minutes'`);
		await secondFactors.offer(session);
		expect((await secondFactors.find(cast.councilOffice)).offer).not.toBe(offer);
	});

	test('another’s offer is nothing to me', async () => {
		await sql('select private.forget_second_factor($1)', [cast.councilChair]);
		await secondFactors.offer((await signIn(cast.councilChair)).session);
		const { offer } = await secondFactors.find(cast.councilChair);
		const { session } = await signIn(cast.councilOffice);
		expect(await secondFactors.confirm(session, digits(offer!), 'here')).toBeNull();
	});
});

describe('signing in', () => {
	test('makes no session without it, whoever asks', async () => {
		await setUp(cast.clerk);
		await expect(signIn(cast.clerk)).rejects.toMatchObject({ code: 'EXPIR' });
		const token = (await secondFactors.challenge(cast.clerk, '/bedarfe'))!;
		await expect(signIn(cast.clerk, hashOf(token))).rejects.toMatchObject({ code: 'EXPIR' });
		const cookie = device();
		cookie.jar.session = token;
		expect(await visit(cookie.cookies, true)).toEqual({ session: null, expiredPerson: null });
	});

	test('with a code it opens one session and leads back; the code and the challenge count once', async () => {
		const { secret } = await setUp(cast.clerk);
		const token = (await secondFactors.challenge(cast.clerk, '/bedarfe'))!;
		const code = digits(secret);
		const passed = { personId: cast.clerk, returnTo: '/bedarfe' };
		expect(await secondFactors.pass(token, code, { addressHash: 'here' })).toEqual(passed);
		expect((await signIn(cast.clerk, hashOf(token))).session.person.id).toBe(cast.clerk);
		await expect(signIn(cast.clerk, hashOf(token))).rejects.toMatchObject({ code: 'EXPIR' });
		const again = (await secondFactors.challenge(cast.clerk, '/start'))!;
		expect(await secondFactors.pass(again, code, { addressHash: 'here' })).toBeNull(); // looked over the shoulder
		expect(await secondFactors.pass(again, digits(secret, 1), { addressHash: 'here' })).not.toBeNull();
	});

	test('two at once with the same code: one', async () => {
		const { secret } = await setUp(cast.clerk);
		const tokens = [
			await secondFactors.challenge(cast.clerk, '/start'),
			await secondFactors.challenge(cast.clerk, '/start')
		];
		const code = digits(secret);
		const passed = await Promise.all(
			tokens.map((token) => secondFactors.pass(token!, code, { addressHash: 'here' }))
		);
		expect(passed.filter(Boolean)).toHaveLength(1);
	});

	test('a recovery code counts once, and only for its person', async () => {
		const kern = await setUp(cast.clerk);
		const voss = await setUp(cast.head);
		const token = (await secondFactors.challenge(cast.clerk, '/start'))!;
		expect(await secondFactors.pass(token, voss.codes[0]!, { addressHash: 'here' })).toBeNull();
		expect(await secondFactors.pass(token, kern.codes[0]!, { addressHash: 'here' })).not.toBeNull();
		const again = (await secondFactors.challenge(cast.clerk, '/start'))!;
		expect(await secondFactors.pass(again, kern.codes[0]!, { addressHash: 'here' })).toBeNull();
		expect((await secondFactors.find(cast.clerk)).codesLeft).toBe(9);
	});

	test('a challenge is one person’s', async () => {
		await setUp(cast.clerk);
		const voss = await setUp(cast.head);
		const token = (await secondFactors.challenge(cast.head, '/start'))!;
		await secondFactors.pass(token, digits(voss.secret), { addressHash: 'here' });
		await expect(signIn(cast.clerk, hashOf(token))).rejects.toMatchObject({ code: 'EXPIR' });
	});

	test('after ten minutes it is over', async () => {
		const { secret } = await setUp(cast.clerk);
		const token = (await secondFactors.challenge(cast.clerk, '/start'))!;
		await sql(`update private.challenges set expires_at = now()`);
		expect(await secondFactors.pass(token, digits(secret), { addressHash: 'here' })).toBeNull();
		expect(await secondFactors.pass('made-up', digits(secret), { addressHash: 'here' })).toBeNull();
	});

	test('five wrong codes from one place, ten from all, and the right one is refused too', async () => {
		const { secret } = await setUp(cast.clerk);
		const tryAt = async (place: object, code: string) =>
			secondFactors.pass((await secondFactors.challenge(cast.clerk, '/start'))!, code, place as Place);
		for (let i = 0; i < 5; i++) expect(await tryAt({ addressHash: 'theirs' }, wrong(secret))).toBeNull();
		await expect(tryAt({ addressHash: 'theirs' }, digits(secret))).rejects.toMatchObject({ status: 429 });
		for (let i = 0; i < 5; i++) expect(await tryAt({ addressHash: `place ${i}` }, wrong(secret))).toBeNull();
		await expect(tryAt({ addressHash: 'elsewhere' }, digits(secret))).rejects.toMatchObject({ status: 429 });

		const [{ id_hash: device }] = await sql(
			'select id_hash from private.sessions where person_id = $1 limit 1',
			[cast.clerk]
		);
		expect(await tryAt({ addressHash: 'theirs', device }, digits(secret))).not.toBeNull(); // from a browser of theirs
	});

	test('whoever has signed in is not held up by those who have not', async () => {
		const { secret, session } = await setUp(cast.clerk);
		const token = (await secondFactors.challenge(cast.clerk, '/start'))!;
		for (let i = 0; i < 5; i++) await secondFactors.pass(token, wrong(secret), { addressHash: 'theirs' });
		expect(await secondFactors.proven(session.person.id, digits(secret, 1), 'mine')).not.toBeNull();
	});

	test('whoever has none is asked for none', async () => {
		expect(await secondFactors.challenge(cast.committeeOfficer, '/start')).toBeNull();
	});
});

describe('replacing and removing', () => {
	test('takes a code; the old key counts until the new one is confirmed', async () => {
		const { secret, codes, session } = await setUp(cast.clerk);
		expect(await secondFactors.replace(session, wrong(secret), 'here')).toBe(false);
		expect(await secondFactors.replace(session, codes[0]!, 'here')).toBe(true);
		expect(await keyOf(cast.clerk)).toBe(secret);
		const { offer } = await secondFactors.find(cast.clerk);
		await secondFactors.confirm(session, digits(offer!), 'here');
		expect(await keyOf(cast.clerk)).toBe(offer);
	});

	test('the code that replaces it proves the session too: nobody is asked twice', async () => {
		const { codes, session } = await setUp(cast.clerk);
		await sql(`update private.sessions set created_at = now() - interval '16 minutes' where public_id = $1`, [
			session.id
		]);
		expect(await secondFactors.replace(session, codes[0]!, 'here')).toBe(true);
		const { offer } = await secondFactors.find(cast.clerk);
		expect(await secondFactors.confirm(session, digits(offer!), 'here')).toHaveLength(10);
	});

	test('a key cannot be slipped in past the old one', async () => {
		const { session } = await setUp(cast.clerk);
		await secondFactors.offer(session);
		expect((await secondFactors.find(cast.clerk)).offer).toBeNull();
	});

	test('new recovery codes end the old ones', async () => {
		const { secret, codes } = await setUp(cast.clerk);
		expect(await secondFactors.renewCodes(freshSession(cast.clerk), digits(secret), 'here')).toHaveLength(10);
		expect(await secondFactors.remove(freshSession(cast.clerk), codes[1]!, 'here')).toBe(false);
		expect(await secondFactors.remove(freshSession(cast.clerk), digits(secret, 1), 'here')).toBe(true);
		expect(await keyOf(cast.clerk)).toBeUndefined();
	});
});

describe('planners and administrators', () => {
	const real = async (isSample: boolean) =>
		sql('update public.authorities set is_sample = $1 where id = $2', [isSample, harz]);

	test('of a real authority have no rights until it is set up', async () => {
		const plan = `select public.list_needs('${harz}')`;
		const administer = `select public.administration('${harz}')`;
		await real(false);
		try {
			const { session } = await signIn(cast.planner);
			expect(session.lacksSecondFactor).toBe(true);
			expect(session.posts).toHaveLength(1);
			expect((await trying(cast.planner, plan)).word).toBe('NOTFD');
			expect((await trying(cast.administrator, administer)).word).toBe('NOTFD');
			expect((await signIn(cast.councilMember)).session.lacksSecondFactor).toBe(false);

			await secondFactors.offer((await signIn(cast.administrator)).session);
			const { offer } = await secondFactors.find(cast.administrator);
			const at = await signIn(cast.administrator);
			await secondFactors.confirm(at.session, digits(offer!), 'here');
			forget();
			expect((await visit(at.cookies, true)).session?.lacksSecondFactor).toBe(false);
			expect((await trying(cast.administrator, administer)).word).toBe('yes');
			await expect(
				secondFactors.remove(freshSession(cast.administrator), digits(offer!, 1), 'here')
			).rejects.toMatchObject({ messageKey: 'errors_second_factor_required' });
		} finally {
			await real(true);
			await sql('select private.forget_second_factor($1)', [cast.administrator]);
		}
	});
});

describe('a lost factor', () => {
	const holdingOf = async (personId: string): Promise<string> =>
		(await sql('select id from public.holdings where person_id = $1', [personId]))[0].id;

	test('is reset by the administrator: recorded, sessions and tokens end', async () => {
		const { secret, session } = await setUp(cast.clerk);
		await tokens.add(as(cast.clerk), session, { name: 'Sitzungsdienst', scopes: ['read'], days: '30' });
		const holding = await holdingOf(cast.clerk);
		for (const stranger of [cast.planner, cast.head, cast.clerk, cast.foreignAdministrator])
			await expect(secondFactors.reset(as(stranger), holding)).rejects.toMatchObject({ status: 404 });
		expect(await keyOf(cast.clerk)).toBe(secret);
		expect(await secondFactors.reset(as(cast.administrator), holding)).toMatchObject({
			email: 'kern@beispiel.example'
		});
		expect(await keyOf(cast.clerk)).toBeUndefined();
		expect(
			await sql('select from private.sessions where person_id = $1 and ended_at is null', [cast.clerk])
		).toEqual([]);
		expect(await tokens.list(as(cast.clerk))).toEqual([]);
		expect(
			await sql(
				`select subject, person_id from public.administration_events where kind = 'second_factor_reset'`
			)
		).toEqual([
			{ subject: 'Hauptamt und Soziales, Stadt Oberharz am Brocken', person_id: cast.administrator }
		]);
		await expect(secondFactors.reset(as(cast.administrator), holding)).rejects.toMatchObject({
			messageKey: 'errors_no_second_factor'
		});
	});

	test('of somebody who assists with another authority is not reset here, until that has ended', async () => {
		const { secret } = await setUp(cast.clerk);
		const [{ id }] = await sql(
			`insert into public.assistances (authority_id, holding_id, email, given_name, family_name, ends_on, expires_at, accepted_at, assistant_id)
			select h.authority_id, h.id, 'kern@beispiel.example', 'Sabine', 'Kern', current_date + 9, now() + interval '1 day', now(), $1
			from public.holdings h where h.person_id = $2 returning id`,
			[cast.clerk, cast.foreignClerk]
		);
		const reset = async () => secondFactors.reset(as(cast.administrator), await holdingOf(cast.clerk));
		await expect(reset()).rejects.toMatchObject({ messageKey: 'errors_posts_elsewhere' });
		expect(await keyOf(cast.clerk)).toBe(secret);
		await sql('update public.assistances set revoked_at = now() where id = $1', [id]);
		await reset();
		expect(await keyOf(cast.clerk)).toBeUndefined();
	});

	test('nobody resets the own one: that would be a way past the code', async () => {
		await setUp(cast.administrator);
		await expect(
			secondFactors.reset(as(cast.administrator), await holdingOf(cast.administrator))
		).rejects.toMatchObject({ messageKey: 'errors_own_second_factor' });
		await sql('select private.forget_second_factor($1)', [cast.administrator]);
	});
});
