import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { hashOf } from '#lib/people/secrets.ts';
import { contracts, type Database } from '#lib/server/database.ts';
import { databaseTypes } from '../../src/bin/database-types.ts';
import { asking, doing, trying, type Actor } from './acting.ts';
import { cast, harz, roles, seniorCouncil } from './cast.ts';
import { breaches } from './contracts.ts';
import { databaseUrl, sql } from './harness.ts';
import { functionsToRead } from './reading.ts';
import { complete, setStage, take, town, upload, type Stage } from './stage.ts';
import { answersTo, prepareSweep, type Told } from './sweep.ts';

/*
 * Everybody reads every document there is, and each answer is held against its contract: no field that it does not name, none
 * missing, none of another kind. The other tests do the same with what they read through the verbs: see harness.ts.
 */

const files = Object.entries(import.meta.glob(['/src/lib/**/*.ts', '!**/*.test.ts']));
const declaring = files.filter(([path]) => /\bdocument\(\s*'/.test(readFileSync(`.${path}`, 'utf8')));

/** A secret as it is stored. */
const hashed = (secret: string) => `'${hashOf(secret)}'`;

let stage: Stage;
const seen = new Set<string>();
beforeAll(async () => {
	await Promise.all(declaring.map(([, load]) => load()));
	stage = await setStage();
	await furnish();
	await prepareSweep(await functionsToRead(stage, ['Tagespflege']), []);
});

describe('what is told keeps its contract', () => {
	test.each(roles)('to %s', async (role) => {
		expect(wrongIn(await answersTo(cast[role]))).toEqual([]);
	});

	test('to the machinery', async () => {
		const told: Told[] = [];
		for (const [name, rest] of Object.entries(machinery)) {
			const [call, from = ''] = rest.split(' of ');
			const rows = await sql<Told>(
				`select '${name}' as name, public.${name}(${call}) as answer ${from && `from ${from}`}`
			);
			told.push(...rows);
		}
		expect(wrongIn(told)).toEqual([]);
	});

	test('to whoever changes something', async () => {
		const told: Told[] = [];
		for (const [name, [actor, args]] of Object.entries(verbs(stage))) {
			const { rows, message } = await trying(actor, `select public.${name}(${args}) as answer`);
			expect(message).toBeUndefined();
			told.push({ name, answer: rows[0]!.answer });
		}
		expect(wrongIn(told)).toEqual([]);
	});

	test('and every function that answers with one has a contract', async () => {
		const functions = await sql<{ name: string }>(
			`select p.proname as name from pg_proc p join pg_type t on t.oid = p.prorettype where p.pronamespace = 'public'::regnamespace
				and (p.prorettype in ('json'::regtype, 'jsonb'::regtype, 'record'::regtype) or t.typtype = 'c')`
		);
		expect(functions.map(({ name }) => name).filter((name) => !contracts.has(name))).toEqual([]);
	});

	test('and there was something to tell of every document', () => {
		expect([...contracts.keys()].filter((name) => !seen.has(name))).toEqual([]);
	});
});

test('nothing reads one without its contract', () => {
	// @ts-expect-error -- what it answers is known to its contract only
	const reading = (db: Database) => db.rpc('need_report', { p_number: 'HZ-2026-1' });
	expect(reading).toBeTypeOf('function');
});

test('the generated types are current: npm run types', async () => {
	expect(await databaseTypes(databaseUrl)).toBe(readFileSync('src/lib/server/database.types.ts', 'utf8'));
});

function wrongIn(told: Told[]): string[] {
	for (const { name, answer } of told) if (Array.isArray(answer) ? answer.length : answer) seen.add(name);
	return [...new Set(told.flatMap(({ name, answer }) => breaches(name, answer)))];
}

/**
 * What only the server's own role asks: with which arguments, of which rows. What takes a secret stands behind what gives it,
 * and what ends sessions behind what asks for one.
 */
const machinery: Record<string, string> = {
	authority_for_host: `'localhost', 'harz'`,
	session_find: 'id_hash of private.sessions',
	account_of: 'id of public.people',
	account_leaving: 'id of public.people',
	second_factor_of: 'id of public.people',
	feed_of: 'id of public.people',
	kept_form_find: 'person_id, path of private.kept_forms',
	sample_people: '',
	access_token_find: 'token_hash of private.access_tokens',
	feed_find: `hash, 'here' of unnest(array[${hashed('feed')}, 'none']) hash`,
	sign_in_begin: `'kern@beispiel.example', 'here', ${hashed('code')}, ${hashed('link')}`,
	sign_in_again: `null, ${hashed('link')}, 'here', ${hashed('code')}, ${hashed('again')}`,
	sign_in_by_code: `id, hash, 'here' of private.sign_ins, unnest(array['wrong', ${hashed('code')}, 'late']) hash`,
	sign_in_by_link: `hash of unnest(array[${hashed('again')}, 'none']) hash`,
	sign_in_password: `email, 'here' of public.people`,
	second_factor_confirm: `'${cast.clerk}', '${cast.clerk}', repeat('B', 32), 1, '{}'`,
	address_change_begin: `'${cast.clerk}', 'kern.neu@test.example', 'here', ${hashed('confirm')}, ${hashed('object')}, '${cast.clerk}'`,
	address_change_find: `${hashed('confirm')}, ''`,
	address_change_confirm: `${hashed('confirm')}, null`,
	address_change_object: hashed('object'),
	challenge_try: `${hashed('challenge')}, 'here'`,
	challenge_pass: `${hashed('challenge')}, 1, null`,
	second_factor_try: `'${cast.foreignPlanner}', 'here'`,
	invitation_find: hashed('invitation'),
	assistance_find: hashed('assistance'),
	addressee_link_find: 'token_hash of private.addressee_links',
	unsubscribe_find: `private.unsubscribe_token(id, 'reports') of public.people`,
	mail_outbox: '',
	mail_digests_due: '',
	import_to_read: 'id of public.imports',
	import_to_take: 'id of public.imports',
	reading_to_do: 'id of public.document_readings',
	letters_due: 'batch, 100 of private.notices',
	mail_pass: 'batch of private.mails where batch is not null'
};

/** Verbs that answer with a document. */
const verbs = (stage: Stage): Record<string, [Actor, string]> => ({
	report_barrier: [null, `'${harz}', gen_random_uuid(), 'Zu klein.'`],
	preview_meetings: [cast.councilOffice, `'${seniorCouncil}', '${meetings}'`],
	import_meetings: [cast.councilOffice, `'${seniorCouncil}', '${meetings}'`],
	save_section: [
		cast.planner,
		`'${stage.workingVersion}', '${stage.section}', 1, 'Neu', '{"blocks": [], "notes": []}', '', 0, gen_random_uuid()`
	],
	answer_nil: [cast.councilChair, `'${stage.councilAddressee}', 'youth'`],
	reset_second_factor: [
		cast.foreignAdministrator,
		`(select id from public.holdings where person_id = '${cast.foreignPlanner}')`
	]
});
const meetings = JSON.stringify([
	{
		uid: 'rat-1@test.example',
		startsAt: '2027-03-01T17:00:00Z',
		endsAt: null,
		isAllDay: false,
		title: 'Beirat',
		place: null,
		isPublic: true,
		isCancelled: false,
		sequence: 0
	}
]);

/** What the stage has none of: a session, a feed, what waits for the night, secrets by their hashes. */
async function furnish() {
	await take(await upload([{ ...complete, given_by: 'Frau Kern' }]));
	await take(await upload([member], members), cast.administrator);
	await doing(cast.planner, `select public.request_import('${await upload([complete])}')`);
	const offer = await asking(
		cast.councilChair,
		`select public.name_assistant('${stage.holdingOfChair}', 'Frau', 'Eva', 'Hilfe', 'eva@test.example', current_date + 9, private.person_id())`
	);
	await sql(
		`insert into private.mails (authority_id, person_id, kind, recipient, subject, letter, due_at)
			select $1, $2, 'question', 'kern@beispiel.example', 'x', $3, due_at from unnest(array[null, now()]) due_at`,
		[harz, cast.clerk, letter]
	);
	await sql(`
		select public.session_create(${hashed('session')}, '${cast.planner}', 'Firefox', now() + interval '1 day'),
			public.feed_replace('${cast.planner}', ${hashed('feed')}, '${cast.planner}'),
			public.kept_form_keep('${cast.clerk}', '/bedarfe', '{"title": "Bus", "groups": ["a"]}'),
			public.invitation_token('${stage.invitation}', ${hashed('invitation')}),
			public.assistance_token('${offer}', ${hashed('assistance')}),
			public.password_set('${cast.clerk}', 'scrypt', '${cast.clerk}'),
			public.challenge_begin('${cast.foreignPlanner}', ${hashed('challenge')}, '/start'),
			public.second_factor_offer('${cast.clerk}', '${cast.clerk}', repeat('B', 32));`);
}

const letter = { locale: 'de', subject: 'x', greeting: 'x', paragraphs: [], closing: [] };
const members = { by: cast.administrator, kind: 'members' };
const member = {
	organisation: town,
	post: 'Hauptamt und Soziales',
	salutation: 'Frau',
	given_name: 'Gerda',
	family_name: 'Gast',
	email: 'gerda@test.example',
	capacity: 'deputy'
};
