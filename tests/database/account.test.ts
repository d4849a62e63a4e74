import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as feeds from '#lib/meetings/feeds.server.ts';
import * as accounts from '#lib/people/accounts.server.ts';
import * as addressChanges from '#lib/people/address-changes.server.ts';
import * as assistances from '#lib/people/assistances.server.ts';
import * as departures from '#lib/people/departures.server.ts';
import * as proofs from '#lib/people/proofs.server.ts';
import * as secondFactors from '#lib/people/second-factors.server.ts';
import { hashOf } from '#lib/people/secrets.ts';
import * as ownData from '#lib/people/own-data.server.ts';
import { sectionsOf } from '#lib/people/own-data-sections.ts';
import { nameForm } from '#lib/people/person.ts';
import { finishLater } from '#lib/server/later.ts';
import { asText } from '#lib/server/mail/letter.ts';
import * as tokens from '#lib/tokens/tokens.server.ts';
import { asking, doing } from './acting.ts';
import { addresseeOf, open as openCall } from './call-stage.ts';
import { cast, enter, harz, oberharz, seniorCouncil } from './cast.ts';
import { backToNow, later } from './clock.ts';
import { as, sql } from './harness.ts';
import { attaching, complete, report, write } from './stage.ts';

beforeAll(enter);
afterEach(backToNow);
beforeEach(async () => {
	await finishLater();
	await sql('truncate private.throttles, private.mails, private.address_changes');
});

const authority = { id: harz, name: 'Landkreis Harz' } as App.Authority;
let drawn = 0;

/** Signs somebody in, some minutes ago. */
async function sessionOf(personId: string, minutes = 0): Promise<App.Session> {
	const hash = (++drawn).toString(16).padStart(64, '0');
	const [row] = await sql(
		`insert into private.sessions (id_hash, person_id, created_at, expires_at)
		values ($1, $2, now() - $3 * interval '1 minute', now() + interval '1 day') returning public_id`,
		[hash, personId, minutes]
	);
	const [person] = await sql(
		`select id, salutation, given_name as "givenName", family_name as "familyName", email, locale from public.people where id = $1`,
		[personId]
	);
	return {
		id: row.public_id,
		person,
		authority,
		posts: [],
		kept: [],
		lacksSecondFactor: false,
		provenUntil: ''
	};
}
const open = async (personId: string) =>
	Number(
		(
			await sql('select count(*) from private.sessions where person_id = $1 and ended_at is null', [personId])
		)[0].count
	);
const addressOf = async (personId: string) =>
	(await sql('select email from public.people where id = $1', [personId]))[0]?.email;

describe('a name', () => {
	test.each(['Q\u202euix', 'Qu\u200bix', 'Qu\nix'])('%j is refused wherever it is written', async (name) => {
		const written = { salutation: null, givenName: 'Ada', familyName: name };
		await expect(accounts.changeName(as(cast.clerk), written)).rejects.toMatchObject({ code: 'INVAL' });
		for (const statement of [
			`insert into public.people (given_name, family_name, email) values ('Ada', $1, 'quix@test.example')`,
			`insert into public.invitations (post_id, capacity, given_name, family_name, email)
				select id, 'deputy', 'Ada', $1, 'quix@test.example' from public.posts limit 1`,
			`insert into public.assistances (holding_id, given_name, family_name, email, ends_on)
				select id, 'Ada', $1, 'quix@test.example', current_date + 1 from public.holdings limit 1`
		])
			await expect(sql(statement, [name])).rejects.toMatchObject({ code: 'INVAL' });
	});

	test.each(['Nguyễn-Müller', 'O’Neill', 'علی\u200cرضا'])('%s is one', async (name) => {
		expect(nameForm.safeParse({ salutation: '', givenName: 'Ada', familyName: name }).success).toBe(true);
		await accounts.changeName(as(cast.stranger), { salutation: null, givenName: 'Ada', familyName: name });
	});
});

describe('what is stored about oneself', () => {
	test('is told whole, and says nothing of others', async () => {
		const number = await report();
		const own = await ownData.find(as(cast.clerk));
		expect(own.person).toMatchObject({ familyName: 'Kern', email: 'kern@beispiel.example' });
		expect(own.posts).toMatchObject([{ organisationName: 'Stadt Oberharz am Brocken' }]);
		expect(own.reports).toContainEqual(
			expect.objectContaining({ number, hasWritten: true, hasReleased: false })
		);
		expect((await ownData.find(as(cast.head))).entries).toContainEqual(
			expect.objectContaining({ number, kind: 'released', personName: 'Herr Voß' })
		);
		expect(JSON.stringify(own)).not.toContain('voss@');
		expect(JSON.stringify(own)).not.toMatch(/hash|[0-9a-f]{64}/);
	});

	test('has what one typed: begun and saved, said, entered and attached', async () => {
		const number = await report();
		const draft = await write(cast.clerk, oberharz, { description: 'Nur im Entwurf' });
		await asking(cast.clerk, attaching(draft, { name: 'Skizze.png' }));
		await asking(
			cast.clerk,
			`select public.write_need_report_message('${number}', 'addition', 'Nachgetragen')`
		);
		const addressee = await addresseeOf(await openCall(oberharz));
		const saved = `'${addressee}', 'care', 0, 'nil_return', '{"offers": "Sonnenhof"}', '{}'`;
		await doing(cast.clerk, `select public.save_survey_answer(${saved})`);
		await asking(
			cast.clerk,
			`select public.add_meeting('${oberharz}', now() + interval '1 day', null, 'Rat der Ortschaften', null, null, true)`
		);
		await asking(cast.clerk, `select public.state_calendar('${oberharz}', 'kept')`);
		await sql(
			`insert into private.kept_forms (person_id, path, fields) values ($1, '/konto/name', '{"givenName": "Grace"}')`,
			[cast.clerk]
		);
		const own = await ownData.find(as(cast.clerk));
		for (const [part, said] of [
			[own.drafts, { answers: expect.objectContaining({ description: 'Nur im Entwurf' }) }],
			[own.attachments, { fileName: 'Skizze.png', number: null }],
			[own.messages, { kind: 'addition', number, text: 'Nachgetragen' }],
			[own.savedAnswers, { answers: { offers: 'Sonnenhof' } }],
			[own.meetings, { title: 'Rat der Ortschaften' }],
			[own.calendars, { state: 'kept' }],
			[own.keptForms, { path: '/konto/name', fields: { givenName: 'Grace' } }]
		] as const)
			expect(part).toContainEqual(expect.objectContaining(said));
		const words = JSON.stringify(sectionsOf(own, { rightsIn: String, auditIn: String }));
		for (const typed of [
			'Nur im Entwurf',
			'Skizze.png',
			'Nachgetragen',
			'Sonnenhof',
			'Rat der Ortschaften',
			'Grace'
		])
			expect(words).toContain(typed);
	});

	test('has no word of a draft once one has left its organisation: others go on writing it', async () => {
		await sql(
			`insert into public.need_report_drafts (authority_id, organisation_id, answers, written_by) values ($1, $2, $3, $4)`,
			[harz, oberharz, { title: 'Begonnen', description: 'Was danach dazukam' }, cast.formerClerk]
		);
		const { drafts } = await ownData.find(as(cast.formerClerk));
		expect(drafts).toMatchObject([{ title: null, answers: null }]);
	});

	test('has a meeting as long as nobody else changed it: their words are not one’s own', async () => {
		const id = await asking(
			cast.councilOffice,
			`select public.add_meeting('${seniorCouncil}', now() + interval '1 day', null, 'Sitzung der Ersten', null, null, true)`
		);
		const titles = async (person: string) =>
			(await ownData.find(as(person))).meetings.map(({ title }) => title);
		expect(await titles(cast.councilOffice)).toContain('Sitzung der Ersten');
		await asking(
			cast.councilChair,
			`select public.change_meeting('${id}', 0, now() + interval '2 days', null, 'Sitzung der Zweiten', null, null, true)`
		);
		expect(await titles(cast.councilOffice)).not.toContain('Sitzung der Zweiten');
		expect(await titles(cast.councilChair)).toContain('Sitzung der Zweiten');
	});

	test('counts every place that points to the person, asked of the catalogue', async () => {
		const { links } = await ownData.find(as(cast.clerk));
		const tables = links.map(({ table, column }) => `${table}.${column}`);
		expect(tables).toContain('public.holdings.person_id');
		expect(tables).toContain('public.need_reports.written_by');
	});
});

describe('another address', () => {
	const anew = 'kern.neu@test.example';
	const links = async () => {
		await finishLater();
		const rows = await sql('select recipient, letter from private.mails');
		const mails = rows.map(({ recipient, letter }) => ({ recipient, text: asText(letter) }));
		const token = (word: RegExp) => mails.map(({ text }) => word.exec(text)?.[1]).find(Boolean)!;
		return {
			mails,
			confirm: token(/\/adresse\/([\w-]+)\s/),
			object: token(/\/adresse\/([\w-]+)\/einspruch/)
		};
	};

	test('counts once it is confirmed, once; other sessions end', async () => {
		const here = await sessionOf(cast.clerk);
		await sessionOf(cast.clerk);
		await addressChanges.begin(here, anew, 'here');
		const { confirm, mails } = await links();
		expect(mails.map(({ recipient }) => recipient).sort()).toEqual([anew, 'kern@beispiel.example'].sort());
		expect(await addressOf(cast.clerk)).toBe('kern@beispiel.example');
		const change = { oldEmail: 'kern@beispiel.example', newEmail: anew };
		expect(await addressChanges.toConfirm(confirm)).toEqual(change);
		expect(await addressChanges.confirm(confirm, here.id)).toBe(true);
		expect(await addressOf(cast.clerk)).toBe(anew);
		expect(await addressChanges.toConfirm(confirm)).toBeNull();
		expect(await addressChanges.toConfirm('made-up')).toBeNull();
		expect(await open(cast.clerk)).toBe(1);
		expect(await addressChanges.confirm(confirm, here.id)).toBe(false);
	});

	test('the old one takes it back within seven days, with everything set up since', async () => {
		await sessionOf(cast.clerk);
		const [{ email: before }] = await sql('select email from public.people where id = $1', [cast.clerk]);
		await addressChanges.begin(await sessionOf(cast.clerk), 'dieb@test.example', 'here');
		const { confirm, object } = await links();
		await addressChanges.confirm(confirm, null);
		await sql(`insert into private.passwords (person_id, hash) values ($1, 'x')`, [cast.clerk]);
		await sql(
			`insert into private.second_factors (person_id, secret, last_step) values ($1, repeat('B', 32), 0)`,
			[cast.clerk]
		);
		const thief = await sessionOf(cast.clerk);
		await tokens.add(as(cast.clerk), thief, { name: 'Des Diebes', scopes: ['read'], days: '365' });
		await feeds.replace(thief, randomUUID());
		await doing(
			cast.clerk,
			`select public.name_assistant((select id from public.holdings where person_id = '${cast.clerk}'), 'Herr', 'Dieb', 'Dieb', 'dieb2@test.example', current_date + 300, '${thief.id}')`
		);
		await sql(`update private.address_changes set confirmed_at = now() - interval '6 days'`);
		expect(await addressChanges.object(object)).toBe(true);
		expect(await tokens.list(as(cast.clerk))).toEqual([]);
		expect(await feeds.find(cast.clerk)).toBeNull();
		expect(
			await sql(
				`select revoked_at is not null as ended from public.assistances where email = 'dieb2@test.example'`
			)
		).toEqual([{ ended: true }]);
		expect(await addressOf(cast.clerk)).toBe(before);
		expect(await open(cast.clerk)).toBe(0);
		expect(
			await sql(
				`select kind from private.audit_entries where person_id = $1 and kind ~ '^(address|token_r|session_e)'`,
				[cast.clerk]
			)
		).toEqual(
			expect.arrayContaining(
				['address_changed', 'address_objected', 'token_revoked', 'session_ended'].map((kind) => ({ kind }))
			)
		);
		for (const table of ['passwords', 'second_factors'])
			expect(await sql(`select from private.${table} where person_id = $1`, [cast.clerk]), table).toEqual([]);
		expect(await addressChanges.object(object)).toBe(false);
	});

	test('after seven days, or a day without confirming, the links are over', async () => {
		await addressChanges.begin(await sessionOf(cast.clerk), 'spaet@test.example', 'here');
		const { confirm, object } = await links();
		await later('8 days');
		expect(await addressChanges.confirm(confirm, null)).toBe(false);
		expect(await addressChanges.object(object)).toBe(false);
		expect(await addressChanges.confirm('made-up', null)).toBe(false);
		expect(await addressChanges.object(confirm)).toBe(false);
	});

	test('an objection before the confirmation ends it', async () => {
		await addressChanges.begin(await sessionOf(cast.clerk), 'spaet@test.example', 'here');
		const { confirm, object } = await links();
		expect(await addressChanges.object(object)).toBe(true);
		expect(await addressChanges.confirm(confirm, null)).toBe(false);
	});

	test('one that somebody has is answered alike, and hears it by mail only', async () => {
		const here = await sessionOf(cast.clerk);
		expect(await addressChanges.begin(here, 'VOSS@beispiel.example', 'here')).toBe(
			await addressChanges.begin(here, 'frei@test.example', 'here')
		);
		const { mails } = await links();
		const toVoss = mails.find(({ recipient }) => recipient === 'VOSS@beispiel.example');
		expect(toVoss!.text).toContain('gehört aber schon zu Ihrem');
		expect(toVoss!.text).not.toContain('/adresse/');
		expect(await sql('select from private.address_changes')).toHaveLength(2);
	});

	test('both take the same way through the database', async () => {
		const here = await sessionOf(cast.head);
		const plan = async (email: string) =>
			(
				await sql(
					`explain (format text) select public.address_change_begin('${cast.head}', '${email}', 'x', repeat('a', 64), repeat('b', 64), '${here.id}')`
				)
			).length;
		expect(await plan('kern@beispiel.example')).toBe(await plan('frei@test.example'));
	});

	test('taken meanwhile, it is not taken twice', async () => {
		await addressChanges.begin(await sessionOf(cast.head), 'wettlauf@test.example', 'here');
		const { confirm } = await links();
		await sql(`update public.people set email = 'Wettlauf@test.example' where id = $1`, [cast.stranger]);
		expect(await addressChanges.confirm(confirm, null)).toBe(false);
		expect(await addressOf(cast.head)).toBe('voss@beispiel.example');
	});

	test('five an hour', async () => {
		const here = await sessionOf(cast.head);
		for (let i = 0; i < 5; i++) await addressChanges.begin(here, `n${i}@test.example`, 'here');
		await expect(addressChanges.begin(here, 'n6@test.example', 'here')).rejects.toMatchObject({
			status: 429
		});
	});
});

const codeSent = async () => {
	await finishLater();
	const [{ letter }] = await sql('select letter from private.mails order by queued_at desc');
	const [, head, tail] = /\n(\d{3}) (\d{3})\n/.exec(asText(letter))!;
	return head! + tail!;
};

describe('a fresh proof', () => {
	/** What a screen left signed in must not do; each is asked as the person, straight and past every page. */
	const lasting: [what: string, does: (session: App.Session) => Promise<unknown>][] = [
		['a password', (session) => accounts.setPassword(session, 'Drei Ziegen am Brocken')],
		['no password', (session) => accounts.removePassword(session)],
		['another address', (session) => addressChanges.begin(session, 'dieb3@test.example', 'here')],
		['a second factor', (session) => secondFactors.offer(session)],
		['a feed', (session) => feeds.replace(session, randomUUID())],
		[
			'a token',
			(session) => tokens.add(as(session.person.id), session, { name: 'Neu', scopes: ['read'], days: '30' })
		],
		[
			'an assistant',
			async (session) =>
				assistances.name(as(session.person.id), session, {
					holding: (await sql('select id from public.holdings where person_id = $1', [session.person.id]))[0]
						.id,
					salutation: 'Herr',
					givenName: 'Dieb',
					familyName: 'Dieb',
					email: 'dieb4@test.example',
					endsOn: (await sql('select (current_date + 9)::text as day'))[0].day
				})
		],
		['the end of the account', (session) => departures.leave(session)]
	];

	test.each(lasting)('is asked before %s', async (_, does) => {
		for (const session of [
			await sessionOf(cast.neighbour, 16),
			{ ...(await sessionOf(cast.planner)), person: (await sessionOf(cast.neighbour, 16)).person }
		])
			await expect(does(session)).rejects.toMatchObject({ messageKey: 'errors_prove_first' });
	});

	test('comes from a code by mail, of the own account only', async () => {
		const old = await sessionOf(cast.neighbour, 16);
		const foreign = await proofs.sendCode(await sessionOf(cast.planner), '/konto', { addressHash: 'here' });
		expect(await proofs.byCode(old, foreign, await codeSent(), { addressHash: 'here' })).toEqual({
			outcome: 'expired'
		});
		await expect(feeds.replace(old, randomUUID())).rejects.toMatchObject({
			messageKey: 'errors_prove_first'
		});
		const attempt = await proofs.sendCode(old, '/konto', { addressHash: 'here' });
		expect(await proofs.byCode(old, attempt, await codeSent(), { addressHash: 'here' })).toMatchObject({
			outcome: 'signed_in'
		});
		for (const [, does] of lasting.slice(2, 6)) await does(old);
	});

	test('comes from the password, and from no other', async () => {
		await accounts.setPassword(await sessionOf(cast.neighbour), 'Drei Ziegen am Brocken');
		const old = await sessionOf(cast.neighbour, 16);
		expect(await proofs.byPassword(old, 'Drei Ziegen im Harz', { addressHash: 'here' })).toBe(false);
		await expect(accounts.removePassword(old)).rejects.toMatchObject({ messageKey: 'errors_prove_first' });
		expect(await proofs.byPassword(old, 'Drei Ziegen am Brocken', { addressHash: 'here' })).toBe(true);
		await accounts.removePassword(old);
	});

	test('of whoever has a second factor comes from that alone', async () => {
		const at = await sessionOf(cast.neighbour);
		await accounts.setPassword(at, 'Drei Ziegen am Brocken');
		await sql(
			`insert into private.second_factors (person_id, secret, last_step) values ($1, repeat('B', 32), 0)`,
			[cast.neighbour]
		);
		await sql(`insert into private.recovery_codes (person_id, code_hash) values ($1, $2)`, [
			cast.neighbour,
			hashOf('abcdefghjkmn')
		]);
		const old = await sessionOf(cast.neighbour, 16);
		expect(await proofs.byPassword(old, 'Drei Ziegen am Brocken', { addressHash: 'here' })).toBe(false);
		const attempt = await proofs.sendCode(old, '/konto', { addressHash: 'here' });
		expect(await proofs.byCode(old, attempt, await codeSent(), { addressHash: 'here' })).toEqual({
			outcome: 'expired'
		});
		expect(await proofs.byFactor(old, 'nnnnnnnnnnnn', { addressHash: 'here' })).toBe(false);
		expect(await proofs.byFactor(old, 'abcdefghjkmn', { addressHash: 'here' })).toBe(true);
		expect(
			await proofs.byFactor(await sessionOf(cast.neighbour, 16), 'abcdefghjkmn', { addressHash: 'here' })
		).toBe(false);
		await feeds.replace(old, randomUUID());
		await sql('select private.forget_second_factor($1)', [cast.neighbour]);
	});

	test('is not asked to end things: everywhere, with what programs and calendars open with', async () => {
		const here = await sessionOf(cast.neighbour);
		await tokens.add(as(cast.neighbour), here, { name: 'Alt', scopes: ['read'], days: '30' });
		await feeds.replace(here, randomUUID());
		const old = await sessionOf(cast.neighbour, 60);
		await accounts.endOtherSessions(old, false);
		expect(await tokens.list(as(cast.neighbour))).not.toEqual([]);
		await accounts.endOtherSessions(old, true);
		expect(await open(cast.neighbour)).toBe(1);
		expect(await tokens.list(as(cast.neighbour))).toEqual([]);
		expect(await feeds.find(cast.neighbour)).toBeNull();
	});
});

describe('leaving', () => {
	test('takes a fresh proof, and nobody leaves in another’s name', async () => {
		const old = await sessionOf(cast.neighbour, 16);
		await expect(departures.leave(old)).rejects.toMatchObject({ messageKey: 'errors_prove_first' });
		const other = await sessionOf(cast.planner);
		await expect(departures.leave({ ...other, person: old.person })).rejects.toMatchObject({
			messageKey: 'errors_prove_first'
		});
		expect(await addressOf(cast.neighbour)).toBeDefined();
	});

	test('the last administrator cannot', async () => {
		const here = await sessionOf(cast.administrator);
		expect(await departures.find(here)).toMatchObject({ isLastAdministrator: true });
		await expect(departures.leave(here)).rejects.toMatchObject({ messageKey: 'errors_last_administrator' });
		expect(await addressOf(cast.administrator)).toBeDefined();
	});

	test('the only planner hears how much nobody else will answer', async () => {
		await report();
		const [{ count }] = await sql(
			'select count(*)::integer from public.need_reports where authority_id = $1 and final_at is null',
			[harz]
		);
		const planners = await sql(
			`select h.person_id as id from public.holdings h join public.posts p on p.id = h.post_id
			where h.authority_id = $1 and p.kind = 'planner' and h.person_id <> $2`,
			[harz, cast.planner]
		);
		const here = await sessionOf(cast.planner);
		const others = (endsOn: string) =>
			sql(`update public.holdings set ends_on = ${endsOn} where person_id = any ($1)`, [
				planners.map(({ id }) => id)
			]);
		await others('private.today() - 1');
		expect(await departures.find(here)).toMatchObject({ isLastPlanner: true, unanswered: count });
		await others('null');
		expect(await departures.find(here)).toMatchObject({ isLastPlanner: planners.length === 0 });
		expect(await departures.find(await sessionOf(cast.clerk))).toMatchObject({
			isLastPlanner: false,
			unanswered: 0
		});
	});

	test('leaves no name and no address in any column, and the post’s words where they were', async () => {
		const person = cast.deputyClerk; // Dirk Rabe, rabe@test.example: words that stand nowhere else
		const contact = { contact: 'Herr Rabe, 03943 1234' };
		const draft = await write(person, oberharz, contact);
		const number = await report(contact, { writer: person, releaser: cast.head, organisation: oberharz });
		await doing(
			cast.planner,
			`select public.write_need_report_message('${number}', 'question', 'Seit wann?')`
		);
		await doing(
			person,
			`select public.write_need_report_message('${number}', 'reply', 'Seit dem Frühjahr.')`
		);
		const here = await sessionOf(person);
		await addressChanges.begin(here, 'rabe.neu@test.example', 'here');
		await proofs.sendCode(here, '/konto', { addressHash: 'here' });
		await finishLater();
		await sql(
			`insert into private.mails (kind, recipient, subject, letter, sent_at, state) values ('x', 'kern@beispiel.example', 'Neues', '{"paragraphs": ["Herr Rabe hat geschrieben"]}', now(), 'sent')`
		);
		await sql(
			`insert into private.kept_forms (person_id, path, fields) values ($1, '/x', '{"name": "Rabe"}')`,
			[person]
		);
		expect((await mentions()).length).toBeGreaterThan(5);

		await departures.leave(here);
		expect(await mentions()).toEqual([]);
		const chronicle = await sql(
			`select e.kind, e.person_name, e.post_title, e.detail from public.events e join public.need_reports r on r.id = e.subject_id where r.number = $1 order by e.id`,
			[number]
		);
		expect(chronicle).toMatchObject([
			{ kind: 'released', person_name: 'Herr Voß', detail: { writtenIn: 'Hauptamt und Soziales' } },
			{ kind: 'question' },
			{ kind: 'reply', person_name: null, post_title: expect.stringContaining('Hauptamt') }
		]);
		expect(
			await sql('select title, written_by from public.need_reports where number = $1', [number])
		).toEqual([{ title: complete.title, written_by: null }]);
		expect(await sql('select written_by from public.need_report_drafts where id = $1', [draft])).toEqual([
			{ written_by: null }
		]);
		const [line] = await sql(
			`select kind, subject, person_id from public.administration_events where kind = 'account_deleted'`
		);
		expect(line).toMatchObject({ subject: expect.stringContaining('Stadt Oberharz'), person_id: null });
		await expect(departures.leave(here)).rejects.toMatchObject({ messageKey: 'errors_prove_first' });
	});

	test('an assistant and a member who is assisted leave no name either', async () => {
		const assistant = {
			writer: cast.chairAssistant,
			releaser: cast.councilOffice,
			organisation: seniorCouncil
		};
		await report({}, assistant);
		expect((await mentions(['Frau Sommer', 'sommer@', 'Brandt', 'brandt@'])).length).toBeGreaterThan(3);
		await departures.leave(await sessionOf(cast.chairAssistant));
		await departures.leave(await sessionOf(cast.councilChair));
		expect(await mentions(['Frau Sommer', 'sommer@', 'Brandt', 'brandt@'])).toEqual([]);
	});

	test('makes the post vacant', async () => {
		const here = await sessionOf(cast.officePlanner);
		await departures.leave(here);
		const vacant = await doing(cast.planner, `select organisation_name from private.vacancies('${harz}')`);
		expect(vacant).toContainEqual({ organisation_name: 'Jugendamt' });
	});

	test('nothing in the sample district holds anybody back', async () => {
		await sql(`create table private.held (email text, reason text);
			do $do$
			declare v record;
			begin
				for v in select id, email from public.people loop
					begin
						perform private.delete_person(v.id, 'account_deleted');
						raise exception 'taken back' using errcode = 'UNDOO';
					exception when sqlstate 'UNDOO' then null;
						when others then insert into private.held values (v.email, sqlerrm);
					end;
				end loop;
			end $do$`);
		const held = await sql('select reason, count(*)::integer as people from private.held group by reason');
		await sql('drop table private.held');
		expect(held).toEqual([{ reason: 'errors_last_administrator', people: 2 }]);
	});

	test('no name in a chronicle becomes another one', async () => {
		for (const change of [
			`person_name = 'Frau Anders'`,
			`detail = detail || '{"writtenBy": "Frau Anders"}'`,
			`detail = '{}'`
		])
			await expect(
				sql(`update public.events set ${change} where kind = 'assessed'`),
				change
			).rejects.toMatchObject({
				code: 'FINAL'
			});
	});
});

/** Every column of every table in which the person is still found. */
async function mentions(words = ['Rabe', 'rabe@', 'Dirk']): Promise<string[]> {
	const columns = await sql<{ name: string; query: string }>(`
		select c.oid::regclass || '.' || a.attname as name, format('select count(*) from %s where %s', c.oid::regclass,
			(select string_agg(format('%I::text ~* %L', a.attname, '(^|[^[:alpha:]])' || w), ' or ') from unnest($$${`{${words.join(',')}}`}$$::text[]) w)) as query
		from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
		where c.relnamespace::regnamespace::text in ('public', 'private') and c.relkind in ('r', 'p')
			and a.atttypid in ('text'::regtype, 'jsonb'::regtype, 'text[]'::regtype, 'tsvector'::regtype)`);
	const found: string[] = [];
	for (const { name, query } of columns) if (Number((await sql(query))[0].count) > 0) found.push(name);
	return found;
}
