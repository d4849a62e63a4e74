import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hashOf } from '#lib/people/secrets.ts';
import { backend } from '#lib/server/backend.ts';
import { finishLater } from '#lib/server/later.ts';
import * as accounts from '#lib/people/accounts.server.ts';
import * as samples from '#lib/people/samples.server.ts';
import * as signIns from '#lib/people/sign-ins.server.ts';
import { asText } from '#lib/server/mail/letter.ts';
import { cast } from './cast.ts';
import { backToNow, later } from './clock.ts';
import { ask, asSystem, sql } from './harness.ts';
import { freshSession, signAllIn } from './stage.ts';

const kern = 'kern@beispiel.example';
const nobody = 'niemand@beispiel.example';
const authority = { id: 'a0000000-0000-4000-8000-000000000001', name: 'Landkreis Harz' } as App.Authority;
const here = (addressHash = 'here') => ({ addressHash, authority });
const wrong = { outcome: 'wrong' };
const expired = { outcome: 'expired' };
const signedIn = { outcome: 'signed_in', personId: cast.clerk };

afterEach(backToNow);
beforeEach(async () => {
	await finishLater(); // a mail of the test before may still be on its way
	await sql('truncate private.throttles, private.sign_ins, private.mails');
});

/** Code and link of an attempt, from its mail: the one whose link has the hash that is stored. */
async function letter(id: string) {
	await finishLater();
	const [attempt] = await sql('select link_hash from private.sign_ins where id = $1', [id]);
	for (const { letter, recipient } of await sql('select * from private.mails')) {
		const text = asText(letter);
		const token = /\/anmelden\/link\/(\S+)/.exec(text)![1]!;
		if (hashOf(token) !== attempt.link_hash) continue;
		const [, head, tail] = /\n(\d{3}) (\d{3})\n/.exec(text)!;
		return { code: head! + tail!, token, recipient };
	}
	throw new Error('no mail came');
}

async function begin(to = kern) {
	const id = await signIns.begin(to, '/bedarfe', here());
	return { id, ...(await letter(id)) };
}

describe('who has an account stays unknown', () => {
	test('an unknown address begins a sign-in like a known one, and gets no mail', async () => {
		const [unknown, known] = [
			await signIns.begin(nobody, '/start', here()),
			await signIns.begin(kern, '/start', here())
		];
		for (const id of [unknown, known]) expect(id).toMatch(/^[0-9a-f-]{36}$/);
		await letter(known);
		expect(await sql('select from private.mails where recipient = $1', [nobody])).toEqual([]);
	});

	test('a wrong code says the same of both, down to the last try', async () => {
		const [known, unknown] = [
			await signIns.begin(kern, '/start', here()),
			await signIns.begin(nobody, '/start', here())
		];
		const { code } = await letter(known);
		const notIt = code === '000000' ? '000001' : '000000';
		for (let left = 5; left >= 0; left--) {
			for (const id of [known, unknown])
				expect(await signIns.byCode(id, notIt, { addressHash: 'here' })).toEqual({ ...wrong, left });
		}
		for (const id of [known, unknown])
			expect(await signIns.byCode(id, notIt, { addressHash: 'here' })).toEqual(expired);
	});

	test('a wrong password, no password and no account are one answer', async () => {
		await signAllIn();
		await accounts.setPassword(freshSession(cast.clerk), 'Drei Ziegen am Brocken');
		expect(await signIns.byPassword(kern, 'Drei Ziegen im Harz', { addressHash: 'here' })).toBeNull();
		expect(
			await signIns.byPassword('voss@beispiel.example', 'Drei Ziegen im Harz', { addressHash: 'here' })
		).toBeNull();
		expect(await signIns.byPassword(nobody, 'Drei Ziegen im Harz', { addressHash: 'here' })).toBeNull();
		expect(await signIns.byPassword(kern, 'Drei Ziegen am Brocken', { addressHash: 'here' })).toBe(
			cast.clerk
		);
		await accounts.removePassword(freshSession(cast.clerk));
		expect(await signIns.byPassword(kern, 'Drei Ziegen am Brocken', { addressHash: 'here' })).toBeNull();
	});
});

describe('code and link', () => {
	test('the code signs in once and leads back', async () => {
		const { id, code } = await begin();
		expect(await signIns.byCode(id, code, { addressHash: 'here' })).toEqual({
			...signedIn,
			returnTo: '/bedarfe'
		});
		expect(await signIns.byCode(id, code, { addressHash: 'here' })).toEqual(expired);
	});

	test('the link signs in once', async () => {
		const { token } = await begin();
		expect(await signIns.byLink(token)).toMatchObject(signedIn);
		expect(await signIns.byLink(token)).toEqual(expired);
		expect(await signIns.byLink('made-up')).toEqual(expired);
	});

	test('whoever used the link has used the code too', async () => {
		const { id, code, token } = await begin();
		await signIns.byLink(token);
		expect(await signIns.byCode(id, code, { addressHash: 'here' })).toEqual(expired);
	});

	test('the seventh try fails, right code or not', async () => {
		const { id, code } = await begin();
		const notIt = code === '000000' ? '000001' : '000000';
		for (let i = 0; i < 6; i++) await signIns.byCode(id, notIt, { addressHash: 'here' });
		expect(await signIns.byCode(id, code, { addressHash: 'here' })).toEqual(expired);
	});

	test('both end after twenty minutes', async () => {
		const { id, code, token } = await begin();
		await later('20 minutes');
		expect(await signIns.byCode(id, code, { addressHash: 'here' })).toEqual(expired);
		expect(await signIns.byLink(token)).toEqual(expired);
	});

	test('another mail ends the code and the link of the one before', async () => {
		const first = await begin();
		const id = await signIns.again({ id: first.id }, here());
		const second = await letter(id);
		expect(await signIns.byCode(first.id, first.code, { addressHash: 'here' })).toEqual(expired);
		expect(await signIns.byLink(first.token)).toEqual(expired);
		expect(await signIns.byCode(id, second.code, { addressHash: 'here' })).toMatchObject(signedIn);
		await signIns.again({ token: second.token }, here());
	});

	test('a code of one attempt is nothing to another', async () => {
		const [one, other] = [await begin(), await begin()];
		expect(await signIns.byCode(one.id, other.code, { addressHash: 'here' })).toMatchObject(wrong);
	});

	test('neither is stored, only their hashes', async () => {
		const { code, token } = await begin();
		const [stored] = await sql('select row_to_json(s)::text as text from private.sign_ins s');
		expect(stored.text).not.toContain(code);
		expect(stored.text).not.toContain(token);
	});
});

/** Six wrong codes for each of so many mails. */
async function wrongCodes(mails: number, placeOf: (mail: number) => string) {
	for (let i = 0; i < mails; i++) {
		const { id, code } = await begin();
		const notIt = code === '000000' ? '000001' : '000000';
		for (let n = 0; n < 6; n++) await signIns.byCode(id, notIt, { addressHash: placeOf(i) });
	}
}

describe('limits', () => {
	test('five mails per account and place in a quarter of an hour, twenty from all places, known or not', async () => {
		for (const email of [kern, nobody]) {
			for (let i = 0; i < 5; i++) await signIns.begin(email, '/start', here());
			const spelled = ` ${email.toUpperCase()}`;
			await expect(signIns.begin(spelled, '/start', here())).rejects.toMatchObject({ status: 429 });
			for (let i = 0; i < 15; i++) await signIns.begin(email, '/start', here(`place ${i}`));
			await expect(signIns.begin(spelled, '/start', here('elsewhere'))).rejects.toMatchObject({
				status: 429
			});
		}
		await later('16 minutes');
		await signIns.begin(kern, '/start', here());
	});

	test('thirty from one network address', async () => {
		for (let i = 0; i < 30; i++) await signIns.begin(`${i}@beispiel.example`, '/start', here());
		await expect(signIns.begin(kern, '/start', here())).rejects.toMatchObject({ status: 429 });
		await signIns.begin(kern, '/start', here('elsewhere'));
	});

	test('eight passwords per account and place', async () => {
		for (let i = 0; i < 8; i++) await signIns.byPassword(nobody, 'x', { addressHash: 'here' });
		await expect(signIns.byPassword(nobody, 'x', { addressHash: 'here' })).rejects.toMatchObject({
			status: 429
		});
	}, 30_000);

	test('thirty wrong codes a day close the code there, but not the link', async () => {
		await wrongCodes(5, () => 'here');
		await later('16 minutes');
		const { id, code, token } = await begin();
		expect(await signIns.byCode(id, code, { addressHash: 'here' })).toEqual(expired);
		expect(await signIns.byLink(token)).toMatchObject(signedIn);
	});

	describe('slow whoever guesses, not whom they guess at', () => {
		const device = hashOf('a browser of Frau Kern');
		const password = 'Drei Ziegen am Brocken';
		const refused = { status: 429 };
		/** As many from everywhere as all places together may. */
		const tried = (key: string, count: number) =>
			sql(`insert into private.throttles (key, count) select $1 || private.account_hash($2), $3`, [
				key,
				kern,
				count
			]);
		beforeEach(async () => {
			await signAllIn();
			await accounts.setPassword(freshSession(cast.clerk), password);
			await sql(
				`insert into private.sessions (id_hash, person_id, expires_at, ended_at)
				values ($1, $2, now() - interval '1 hour', now() - interval '1 hour') on conflict do nothing`,
				[device, cast.clerk]
			);
		});

		test('the right password gets in from another place', async () => {
			for (let i = 0; i < 8; i++) await signIns.byPassword(kern, 'falsch', { addressHash: 'theirs' });
			await expect(signIns.byPassword(kern, password, { addressHash: 'theirs' })).rejects.toMatchObject(
				refused
			);
			expect(await signIns.byPassword(kern, password, { addressHash: 'mine' })).toBe(cast.clerk);
		}, 30_000);

		test('and from a browser of theirs, also in the same network and while everybody guesses', async () => {
			await tried('password:account:', 60);
			for (let i = 0; i < 8; i++)
				await signIns.byPassword(kern, 'falsch', { addressHash: 'ours' }).catch(() => {});
			await expect(signIns.byPassword(kern, password, { addressHash: 'ours' })).rejects.toMatchObject(
				refused
			);
			expect(await signIns.byPassword(kern, password, { addressHash: 'ours', device })).toBe(cast.clerk);
			const borrowed = { addressHash: 'ours', device: hashOf('a browser of somebody else') };
			await expect(signIns.byPassword(kern, password, borrowed)).rejects.toMatchObject(refused);
		}, 30_000);

		test('so does a code by mail', async () => {
			await wrongCodes(5, () => 'theirs');
			await later('16 minutes');
			const elsewhere = await begin();
			expect(await signIns.byCode(elsewhere.id, elsewhere.code, { addressHash: 'mine' })).toMatchObject(
				signedIn
			);
			await sql(`update private.throttles set count = 100 where key like 'wrong:account:%'`);
			const { id, code } = await begin();
			expect(await signIns.byCode(id, code, { addressHash: 'mine' })).toEqual(expired);
			const { id: own, code: right } = await begin();
			expect(await signIns.byCode(own, right, { addressHash: 'theirs', device })).toMatchObject(signedIn);
		});

		test('and a mail to get one', async () => {
			await tried('begin:account:', 20);
			await expect(signIns.begin(kern, '/start', here('mine'))).rejects.toMatchObject(refused);
			await signIns.begin(kern, '/start', { ...here('theirs'), device });
		});
	});

	test('forms without sign-in are counted for all processes together', async () => {
		await sql(`insert into private.throttles (key, count) values ('guest:address:there', 119)`);
		const count = (place: string) => ask(asSystem().rpc('count_guest', { p_address_hash: place }));
		await count('there');
		await expect(count('there')).rejects.toMatchObject({ code: 'LIMIT' });
		await count('elsewhere');
		await later('2 minutes');
		await count('there');
	});

	test('who counts sees hashes only', async () => {
		await begin();
		const keys = await sql('select key from private.throttles');
		expect(keys.map(({ key }) => key).join()).not.toContain('kern');
	});
});

describe('the door of the sample', () => {
	test('does not exist outside the sample mode', async () => {
		expect(backend().settings.sample).toBe(false);
		expect(await samples.list()).toEqual([]);
		await expect(samples.find(cast.clerk)).rejects.toMatchObject({ status: 404 });
	});

	test('lets in sample people only', async () => {
		backend().settings.sample = true;
		try {
			expect((await samples.list()).map(({ name }) => name)).toContain('Frau Kern');
			expect(await samples.find(cast.clerk)).toMatchObject({ name: 'Frau Kern' });
			await expect(samples.find(cast.deputyPlanner)).rejects.toMatchObject({ status: 404 });
			await expect(samples.find(null)).rejects.toMatchObject({ status: 404 });
		} finally {
			backend().settings.sample = false;
		}
	});
});
