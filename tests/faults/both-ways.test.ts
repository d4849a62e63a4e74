import { createHash } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { startServer } from '#lib/server/embedded/server.ts';
import { site } from '../accessibility/site.ts';
import { setStage } from '../accessibility/stage.ts';
import { ownerOf } from '../database/owner.ts';
import { openProject } from '../database/project.ts';
import { cast, type Member } from '../journeys/people.ts';
import { dataFolder, start } from './program.ts';

/*
 * Two programs on one database: one calls functions itself, the other goes through supabase-js to the interface, as on
 * Supabase. Whoever asks for whatever page gets the same bytes from both.
 */
const common = {
	ORIGIN_URL: 'http://localhost',
	SMTP_URL: 'smtp://localhost:1',
	MAIL_FROM: 'tests@example.org'
};
const members = Object.keys(cast) as Member[];
const atOnce = 6;

test('every page is the same for everybody on both ways', async () => {
	const folder = await dataFolder();
	const { url } = await startServer(folder);
	const owner = ownerOf(url);
	onTestFinished(owner.close);
	const addresses = await stage(owner.sql);
	const project = await openProject(url);
	onTestFinished(project.close);
	const [ours, theirs] = await Promise.all([
		start(folder, { ...common, DATABASE_URL: url }),
		start(folder, { ...common, ...project.environment })
	]);

	const asked = ['signed out' as const, ...members].flatMap((who) =>
		addresses.map((address) => ({ who, address }))
	);
	const different: string[] = [];
	const seen = new Map<number, number>();
	const ask = async () => {
		for (let one = asked.pop(); one; one = asked.pop()) {
			const status = await same(ours!.address, theirs!.address, one);
			if (status) seen.set(status, (seen.get(status) ?? 0) + 1);
			else different.push(`${one.who}: ${one.address}`);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, ask));
	expect(different).toEqual([]);
	expect([...seen.keys()].sort()).toEqual([200, 303, 404]);
	expect(project.heard.length).toBeGreaterThan(1000); // the other way was really taken
}, 300_000);

/** Sets the stage and signs everybody in. @returns the address of every page, once */
async function stage(sql: ReturnType<typeof ownerOf>['sql']): Promise<string[]> {
	const [holding] = await sql(
		`select id from public.holdings where post_id = '20000000-0000-4000-8000-000000000111' limit 1`
	);
	const places = site(await setStage(sql), holding.id);
	for (const who of members)
		await sql(
			`insert into private.sessions (id_hash, person_id, expires_at)
			select $1, id, now() + interval '1 day' from public.people where email = $2`,
			[createHash('sha256').update(sessionOf(who)).digest('hex'), `${who}@beispiel.example`]
		);
	await sql(`update graphile_worker._private_jobs set run_at = 'infinity'`); // nothing changes in between
	return [...new Set(Object.values(places).flatMap((list) => list.map(({ address }) => address)))];
}

const sessionOf = (who: Member) => who.padEnd(40, 'x').replace(/[^a-z2-7]/g, 'z');

/** The status on which both agree, or nothing. Asked again: a minute may have passed between the two. */
async function same(
	ours: string,
	theirs: string,
	{ who, address }: { who: Member | 'signed out'; address: string }
) {
	for (let attempt = 1; attempt <= 3; attempt++) {
		const [one, other] = await Promise.all([ours, theirs].map((origin) => page(origin + address, who)));
		if (one!.text === other!.text) return one!.status;
	}
}

/** What every answer draws anew: a key for its scripts, the id of what a form will make, the moment. */
const drawn = /nonce="[^"]+"|(?<=name="(?:form_)?id" value=")[^"]+|(?<=now:")[^"]+/g;

async function page(url: string, who: Member | 'signed out') {
	const headers = {
		accept: 'text/html',
		...(who !== 'signed out' && { cookie: `session=${sessionOf(who)}` })
	};
	const answer = await fetch(url, { headers, redirect: 'manual' });
	const number = answer.headers.get('x-request-id') ?? ''; // an error page shows it
	const text = (await answer.text()).replaceAll(number, '').replaceAll(drawn, '');
	return { status: answer.status, text: `${answer.status} ${answer.headers.get('location')}\n${text}` };
}
