import { beforeAll, describe, expect, test } from 'vitest';
import * as holdings from '#lib/organisations/holdings.server.ts';
import type { InvitationForm } from '#lib/organisations/invitation.ts';
import * as invitations from '#lib/organisations/invitations.server.ts';
import * as organisations from '#lib/organisations/organisations.server.ts';
import * as posts from '#lib/organisations/posts.server.ts';
import { requireAdministrator } from '#lib/organisations/require-administrator.server.ts';
import { hashOf } from '#lib/people/secrets.ts';
import { backend } from '#lib/server/backend.ts';
import { asText } from '#lib/server/mail/letter.ts';
import { writeLetters } from '#lib/server/mail/letterbox.ts';
import { letters } from '../../src/letters.server.ts';
import { cast, enter, harz, oberharz, places, seniorCouncil } from './cast.ts';
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
		const details = { name: 'Fremd', place: '', phone: '', email: '' };
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
	const taken = { name: 'Jugendamt', place: '', phone: '', email: '' };
	await expect(
		organisations.add(winkler(), harz, { kind: 'provider', parent: '', ...taken })
	).rejects.toMatchObject({ status: 409, messageKey: 'errors_duplicate' });
});

test('the last administrator stays', async () => {
	const [{ id }] = await sql('select id from public.holdings where person_id = $1', [cast.administrator]);
	await expect(holdings.end(winkler(), id)).rejects.toMatchObject({
		messageKey: 'errors_last_administrator'
	});
});

test('a planner is no post of a council', async () => {
	const post = { kind: 'planner', title: 'Planung', phone: '' } as const;
	await expect(posts.add(winkler(), seniorCouncil, post)).rejects.toMatchObject({
		messageKey: 'errors_post_not_in_such_organisation'
	});
});
