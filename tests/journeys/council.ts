import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { harz, type Sql } from './surveying.ts';
import { unique } from './people.ts';

/** A council with an office, a chair, eleven members, four advisers and a substitute. */
export interface Council {
	id: string;
	name: string;
	office: string;
	/** The chair first. */
	members: string[];
	advisers: string[];
	substitute: string;
	/** Of the members, in their order; of the substitute. */
	names: string[];
	substituteName: string;
}

export async function foundCouncil(sql: Sql): Promise<Council> {
	const id = randomUUID();
	const name = unique('Beirat der Zwölf');
	await sql(
		`insert into public.organisations (id, authority_id, kind, name) values ($1, $2, 'advisory_council', $3)`,
		[id, harz, name]
	);
	const seat = async (kind: string, title: string, familyName: string) => {
		const person = randomUUID();
		await sql(
			`insert into public.people (id, salutation, given_name, family_name, email) values ($1, 'Frau', 'Ada', $2, $3)`,
			[person, familyName, `${person}@test.example`]
		);
		await sql(
			`with post as (insert into public.posts (organisation_id, kind, title) values ($1, $2, $3) returning id)
			insert into public.holdings (post_id, person_id, capacity, starts_on) select id, $4, 'holder', current_date - 9 from post`,
			[id, kind, title, person]
		);
		return person;
	};
	const words = [
		'Ahorn',
		'Birke',
		'Buche',
		'Eiche',
		'Erle',
		'Esche',
		'Fichte',
		'Kiefer',
		'Linde',
		'Pappel',
		'Ulme',
		'Weide'
	];
	const members: string[] = [];
	for (const [n, word] of words.entries())
		members.push(
			await seat(n ? 'council_voting' : 'council_chair', n ? `Mitglied ${n + 10}` : 'Vorsitz', word)
		);
	const advisers = [];
	for (const n of [1, 2, 3, 4]) advisers.push(await seat('council_advisory', `Beratung ${n}`, `Rat${n}`));
	return {
		id,
		name,
		office: await seat('council_office', 'Geschäftsstelle', 'Fehmarn'),
		members,
		advisers,
		substitute: await seat('council_substitute', 'Ersatzmitglied', 'Holunder'),
		names: words.map((word) => `Frau ${word}`),
		substituteName: 'Frau Holunder'
	};
}

/** A joint statement of the council, whose wording is frozen. @returns its id and the title of its round */
export async function freeze(sql: Sql, { id }: Council, points: string[]) {
	const [call, addressee, statement] = [randomUUID(), randomUUID(), randomUUID()];
	const title = unique('Altenhilfeplan');
	await sql(frozen({ call, addressee, statement, organisation: id, title, points }));
	return { statement, title };
}

/** Writes a frozen statement past every trigger: what rounds and statements want to be true is not told here. */
export function frozen(of: {
	call: string;
	addressee: string;
	statement: string;
	organisation: string;
	title: string;
	points: string[];
}): string {
	const { call, addressee, statement, organisation, title, points } = of;
	const wording = JSON.stringify({ points });
	const hash = createHash('sha256').update(wording).digest('hex');
	const lines = points.map((body, n) => `('${harz}', '${statement}', ${n + 1}, 'suggestion', '${body}')`);
	return `begin; set local session_replication_role = replica;
		insert into public.calls (id, authority_id, kind, slug, title, covering_text, opens_at, closes_at, post_id, purpose, legal_basis, readers, retention)
		values ('${call}', '${harz}', 'rounds', 'runde-${call.slice(0, 8)}', '${title}', 'Bitte nehmen Sie Stellung.', now(), now() + interval '60 days',
			'20000000-0000-4000-8000-000000000003', 'Zweck', 'Grundlage', 'Alle', 'Zehn Jahre');
		insert into public.rounds (call_id, authority_id) values ('${call}', '${harz}');
		insert into public.call_addressees (id, authority_id, call_id, organisation_id, organisation_name)
		select '${addressee}', '${harz}', '${call}', id, name from public.organisations where id = '${organisation}';
		insert into public.statements (id, authority_id, call_id, addressee_id, organisation_id, kind, state, intro, wording, wording_hash, frozen_at)
		values ('${statement}', '${harz}', '${call}', '${addressee}', '${organisation}', 'joint', 'frozen', 'Wir begrüßen den Entwurf.', '${wording}', '${hash}', now());
		insert into public.statement_points (authority_id, statement_id, place, kind, body) values ${lines.join()};
		commit`;
}

/** Somebody at a device of their own, signed in. */
export async function arriveAs(
	browser: Browser,
	sql: Sql,
	person: string,
	{ path, ...options }: BrowserContextOptions & { path: string }
): Promise<Page> {
	const token = [...randomBytes(40)].map((byte) => 'abcdefghijklmnopqrstuvwxyz234567'[byte % 32]).join('');
	await sql(`select public.session_create($1, $2, 'Firefox', now() + interval '1 day')`, [
		createHash('sha256').update(token).digest('hex'),
		person
	]);
	const context = await browser.newContext(options);
	await context.addCookies([
		{ name: 'session', value: token, url: `http://localhost:${process.env.TEST_PORT}` }
	]);
	const page = await context.newPage();
	await page.goto(path);
	return page;
}

/** The others vote by the verb that the pages use. */
export async function voteAs(sql: Sql, vote: string, person: string, choice: string) {
	await sql(`do $do$ begin
		perform set_config('request.jwt.claims', '{"sub": "${person}", "role": "authenticated"}', true);
		perform public.cast_vote('${vote}', (select id from public.vote_electors where vote_id = '${vote}' and person_id = '${person}'), gen_random_uuid(), '{"1": "${choice}"}');
	end $do$`);
}
