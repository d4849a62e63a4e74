import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import type { System } from './system.ts';

/** `reports` in all `authorities`, evenly; in the first, which is measured, at least `measured`. */
export type Filling = { authorities: number; reports: number; measured?: number };

/** Fills a system by the files of its own build, and signs its people in. */
export async function fill({ build, owner }: System, { authorities, reports, measured = 60 }: Filling) {
	await owner.query(`set bench.authorities = '${authorities}'`);
	await owner.query(`set bench.reports = '${Math.floor(reports / authorities)}'`);
	await owner.query(`set bench.first = '${measured}'`);
	for (const file of ['fill.sql', 'fill-calls.sql', 'people.sql']) await owner.query(sqlOf(build.root, file));
	await signIn(owner);
	await talk(owner);
}

/** Ours where the build, from before the file was written, has none. */
function sqlOf(root: string, file: string): string {
	const own = join(root, 'tests', 'bench', file);
	return readFileSync(existsSync(own) ? own : join(import.meta.dirname, file), 'utf8');
}

/** By the numbers that the files give them. Every head is of another organisation: the n-th of the n-th. */
const planners = [1, 11, 12, 13, 14, 15, 16, 17];
const heads = [3, 32, 33, 34, 35, 36, 37, 38];

const signedIn = [...planners, ...heads];
const sessionOf = (person: number) => String.fromCharCode(97 + signedIn.indexOf(person)).repeat(40);
const cookie = (person: number) => ({ cookie: `session=${sessionOf(person)}`, accept: 'text/html' });
const oneOf = (people: number[]) => (n: number) => cookie(people[n % people.length]!);

/** The headers of a signed-in person: every request is another's than the one before. */
export const planner = oneOf(planners);
export const head = oneOf(heads);

/** By what a real sign-in would have written. */
async function signIn(owner: pg.Client) {
	for (const person of signedIn)
		await owner.query(
			`insert into private.sessions (id_hash, person_id, expires_at) values ($1, $2, now() + interval '1 day') on conflict do nothing`,
			[createHash('sha256').update(sessionOf(person)).digest('hex'), id('1', person)]
		);
}

/** The report whose page is measured; until `talk` its chronicle has one entry. */
export const talkedOf = 'MAB-2025-12';
const entries = 50;

/** Questions and replies as people give them, until a report's chronicle has 50 entries. */
async function talk(owner: pg.Client) {
	const counted = `select count(*)::integer as said from public.need_report_messages m join public.need_reports r on r.id = m.report_id where r.number = $1`;
	const { said } = (await owner.query(counted, [talkedOf])).rows[0];
	for (let n = said; n < entries - 1; n++) {
		const [kind, person] = n % 2 === 0 ? ['question', 1] : ['reply', 2];
		await owner.query('begin');
		await owner.query(`select set_config('request.jwt.claims', $1, true)`, [
			JSON.stringify({ sub: id('1', Number(person)), role: 'authenticated' })
		]);
		await owner.query(
			`insert into public.need_report_messages (authority_id, report_id, kind, body, person_id, post_id)
			select authority_id, id, $2, 'Wie viele Menschen betrifft das, und seit wann fehlt das Angebot? Bitte fragen Sie auch im Nachbarort nach.', $3, $4
			from public.need_reports where number = $1`,
			[talkedOf, kind, id('1', Number(person)), id('2', Number(person))]
		);
		await owner.query('commit');
	}
}

const id = (kind: string, n: number) => `${kind}0000001-0000-4000-9000-${String(n).padStart(12, '0')}`;
