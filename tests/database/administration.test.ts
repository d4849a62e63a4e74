import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as holdings from '#lib/organisations/holdings.server.ts';
import type { InvitationForm } from '#lib/organisations/invitation.ts';
import * as invitations from '#lib/organisations/invitations.server.ts';
import * as organisations from '#lib/organisations/organisations.server.ts';
import * as posts from '#lib/organisations/posts.server.ts';
import { requireAdministrator } from '#lib/organisations/require-administrator.server.ts';
import { hashOf } from '#lib/people/secrets.ts';
import * as secondFactors from '#lib/people/second-factors.server.ts';
import { backend } from '#lib/server/backend.ts';
import { asText } from '#lib/server/mail/letter.ts';
import { writeLetters } from '#lib/server/mail/letterbox.ts';
import { letters } from '../../src/letters.server.ts';
import { cast, enter, harz, musterkreis, oberharz, places, seniorCouncil } from './cast.ts';
import { as, sql } from './harness.ts';

beforeAll(enter);
beforeAll(() => {
	backend().settings.mail = undefined; // letters stay to be read
});

const form: InvitationForm = {
	salutation: 'Frau',
	givenName: 'Nora',
	familyName: 'Neu',
	email: 'neu@test.example',
	capacity: 'holder',
	startsOn: '2026-01-01',
	endsOn: null
};
const notThere = { status: 404 };
const winkler = () => as(cast.administrator);
const muster = () => as(cast.foreignAdministrator);

const idOf = async (token: string): Promise<string> =>
	(await sql('select id from public.invitations where token_hash = $1', [hashOf(token)]))[0].id;

async function invited(given: Partial<InvitationForm> = {}) {
	await sql('truncate private.mails, private.notices');
	await invitations.invite(winkler(), places['post of clerk'], { ...form, ...given });
	const [told] = await sql('select batch, facts from private.notices');
	expect(told!.facts).toEqual({}); // the secret is drawn when the letter is written
	await writeLetters(letters)({ batch: told!.batch });
	const [mail] = await sql("select * from private.mails where kind = 'invitation'");
	return { mail, token: /\/einladung\/(\S+)/.exec(mail.letter.link.address)![1]! };
}

describe("another authority's administrator", () => {
	test('finds nothing of ours', async () => {
		await expect(organisations.administration(muster(), harz)).rejects.toMatchObject(notThere);
		await expect(organisations.find(muster(), oberharz)).rejects.toMatchObject(notThere);
	});

	test('changes nothing of ours', async () => {
		const details = { name: 'Fremd', place: '', postalAddress: '', phone: '', email: '' };
		const post = { title: 'Fremd', phone: '' };
		const [{ id: holding }] = await sql('select id from public.holdings where person_id = $1', [cast.clerk]);
		for (const attempt of [
			() => organisations.change(muster(), oberharz, details),
			() => organisations.add(muster(), harz, { kind: 'provider', parent: '', ...details }),
			() => organisations.setReplyClock(muster(), harz, { interimDays: 1, finalDays: 1 }),
			() => posts.add(muster(), oberharz, { kind: 'clerk', ...post }),
			() => posts.change(muster(), places['post of clerk'], post),
			() => posts.abolish(muster(), places['post of clerk']),
			() => holdings.changeTerm(muster(), holding, null),
			() => holdings.end(muster(), holding),
			() => invitations.invite(muster(), places['post of clerk'], form)
		])
			await expect(attempt()).rejects.toMatchObject(notThere);
	});

	test('takes back no invitation of ours', async () => {
		const { token } = await invited();
		const id = await idOf(token);
		await expect(invitations.revoke(muster(), id)).rejects.toMatchObject(notThere);
		expect((await invitations.find(token))!.isOpen).toBe(true);
	});
});

test.each(['clerk', 'head', 'planner', 'councilChair', 'formerClerk'] as const)(
	'the pages of the administration do not exist for a %s',
	async (role) => {
		await expect(organisations.administration(as(cast[role]), harz)).rejects.toMatchObject(notThere);
		const [{ posts: held }] = await sql('select private.posts_of($1) as posts', [cast[role]]);
		const locals = { session: { posts: held, authority: { id: harz } } } as App.Locals;
		expect(() => requireAdministrator({ locals, route: { id: '/administration' } })).toThrow(
			expect.objectContaining(notThere)
		);
	}
);

describe('an invitation', () => {
	test('says who invites to which post, and admits once', async () => {
		const { token, mail } = await invited();
		expect(mail).toMatchObject({ recipient: form.email });
		expect(asText(mail.letter)).toContain('Herr Winkler lädt Sie ein');
		expect(asText(mail.letter)).toContain('Fragen? Frau Albrecht, Sozialplanung, 03941 0000-100');
		expect(await invitations.find(token)).toMatchObject({ invitedBy: 'Herr Winkler', isOpen: true });
		const personId = await invitations.accept(token);
		expect(await organisations.mine(as(personId))).toMatchObject([{ name: 'Stadt Oberharz am Brocken' }]);
		await expect(invitations.accept(token)).rejects.toMatchObject({ code: 'EXPIR' });
		expect((await invitations.find(token))!.isOpen).toBe(false);
	});

	test('somebody known gets the post, not a second account', async () => {
		const { token } = await invited({ email: 'LORENZ@beispiel.example', capacity: 'deputy' });
		expect(await invitations.accept(token)).toBe(cast.committeeOfficer);
	});

	test('taken back, replaced or two weeks old it admits nobody', async () => {
		const first = await invited({ email: 'zwei@test.example' });
		const second = await invited({ email: 'Zwei@test.example' });
		await expect(invitations.accept(first.token)).rejects.toMatchObject({ code: 'EXPIR' });
		await invitations.revoke(winkler(), await idOf(second.token));
		await expect(invitations.accept(second.token)).rejects.toMatchObject({ code: 'EXPIR' });
		const third = await invited({ email: 'drei@test.example' });
		await sql('update public.invitations set expires_at = now() where accepted_at is null');
		await expect(invitations.accept(third.token)).rejects.toMatchObject({ code: 'EXPIR' });
		expect(await invitations.find('made-up')).toBeNull();
	});

	test('its secret is stored as a hash and shown to no administrator', async () => {
		const { token } = await invited();
		const [stored] = await sql(
			'select string_agg(row_to_json(i)::text, $1) as text from public.invitations i',
			[' ']
		);
		expect(stored.text).not.toContain(token);
		expect(JSON.stringify(await organisations.administration(winkler(), harz))).not.toMatch(/hash|token/i);
	});
});

test('a vacant post with open duties stands before one without', async () => {
	const { vacant } = await organisations.administration(winkler(), harz);
	expect(vacant[0]!.duties).toBeGreaterThan(0);
	expect(vacant.map(({ duties }) => duties)).toEqual(
		vacant.map(({ duties }) => duties).sort((a, b) => b - a)
	);
});

test('a name that is taken is refused with a sentence', async () => {
	const taken = { name: 'Jugendamt', place: '', postalAddress: '', phone: '', email: '' };
	await expect(
		organisations.add(winkler(), harz, { kind: 'provider', parent: '', ...taken })
	).rejects.toMatchObject({ status: 409, messageKey: 'errors_duplicate' });
});

describe('the last administrator', () => {
	const stays = { messageKey: 'errors_last_administrator' };
	const day = async (days: number): Promise<string> =>
		(await sql('select (private.today() + $1::integer)::text as day', [days]))[0].day;
	const own = async (): Promise<string> =>
		(await sql('select id from public.holdings where person_id = $1', [cast.administrator]))[0].id;
	/** Somebody beside the administrator, from a day to a day. */
	const beside = async (
		person: string,
		from: number,
		until: number | null,
		capacity = 'deputy'
	): Promise<string> =>
		(
			await sql(
				`insert into public.holdings (post_id, person_id, capacity, starts_on, ends_on)
				select post_id, $2, $5, private.today() + $3::integer, private.today() + $4::integer from public.holdings where id = $1 returning id`,
				[await own(), person, from, until, capacity]
			)
		)[0].id;
	afterEach(async () => {
		await sql('alter table public.holdings disable trigger keep_an_administrator');
		await sql('update public.holdings set ends_on = null, ended_at = null where id = $1', [await own()]);
		await sql(
			'delete from public.holdings where post_id = (select post_id from public.holdings where id = $1) and id <> $1',
			[await own()]
		);
		await sql('alter table public.holdings enable trigger keep_an_administrator');
	});

	test('stays today, tomorrow and in a year', async () => {
		await expect(holdings.end(winkler(), await own())).rejects.toMatchObject(stays);
		for (const days of [0, 1, 365])
			await expect(holdings.changeTerm(winkler(), await own(), await day(days))).rejects.toMatchObject(stays);
	});

	test('leaves to a deputy who stays, in either order, and the deputy is then the last', async () => {
		const deputy = await beside(cast.stranger, 0, null);
		await holdings.changeTerm(winkler(), await own(), await day(1));
		for (const end of [0, 1, 30])
			await expect(holdings.changeTerm(winkler(), deputy, await day(end))).rejects.toMatchObject(stays);
		await expect(holdings.end(winkler(), deputy)).rejects.toMatchObject(stays);
		await holdings.changeTerm(winkler(), await own(), null);
		await holdings.changeTerm(winkler(), deputy, await day(1));
		await expect(holdings.changeTerm(winkler(), await own(), await day(1))).rejects.toMatchObject(stays);
		await expect(holdings.end(winkler(), await own())).rejects.toMatchObject(stays);
	});

	test('leaves to a successor who begins the day after, not one day later', async () => {
		const successor = await beside(cast.stranger, 6, null, 'holder');
		await holdings.changeTerm(winkler(), await own(), await day(5));
		await expect(holdings.changeTerm(winkler(), await own(), await day(4))).rejects.toMatchObject(stays);
		await expect(holdings.end(winkler(), successor)).rejects.toMatchObject(stays);
	});
});

test('a term that is over is not made longer; its person is not the administration’s any more', async () => {
	const [{ id }] = await sql('select id from public.holdings where person_id = $1 and ended_at is null', [
		cast.neighbour
	]);
	await sql(
		`insert into private.second_factors (person_id, secret, last_step) values ($1, repeat('B', 32), 0)`,
		[cast.neighbour]
	);
	await sql(
		'update public.holdings set starts_on = private.today() - 9, ends_on = private.today() - 1 where id = $1',
		[id]
	);
	await expect(holdings.changeTerm(winkler(), id, null)).rejects.toMatchObject({
		messageKey: 'errors_term_is_over'
	});
	await expect(secondFactors.reset(winkler(), id)).rejects.toMatchObject(notThere);
	await sql('update public.holdings set ends_on = null where id = $1', [id]);
	await sql(
		`insert into public.holdings (post_id, person_id, capacity, starts_on)
		select p.id, $1, 'deputy', private.today() + 9 from public.posts p where p.authority_id = $2 and p.kind = 'clerk' limit 1`,
		[cast.neighbour, musterkreis]
	);
	await expect(secondFactors.reset(winkler(), id)).rejects.toMatchObject({
		messageKey: 'errors_posts_elsewhere'
	});
	await sql('delete from public.holdings where person_id = $1 and authority_id = $2', [
		cast.neighbour,
		musterkreis
	]);
	expect(await secondFactors.reset(winkler(), id)).toMatchObject({ id: cast.neighbour });
});

test('a planner is no post of a council', async () => {
	const post = { kind: 'planner', title: 'Planung', phone: '' } as const;
	await expect(posts.add(winkler(), seniorCouncil, post)).rejects.toMatchObject({
		messageKey: 'errors_post_not_in_such_organisation'
	});
});
