import pg from 'pg';
import { byWhom } from '../lib/chronicle/entry.ts';
import { href } from '../lib/i18n/addresses.ts';
import type { Backend } from '../lib/server/backend.ts';
import type { Settings } from '../lib/server/settings.ts';

/** Says where the pages are and, with the sample, as whom one can sign in. */
export async function greet({ publicAddress, roles, sample }: Settings, port: number) {
	if (!roles.includes('web'))
		return console.log(
			`\nAugenhöhe erledigt Aufträge: http://localhost:${port}/health\nBeenden mit Strg+C.\n`
		);
	const address = process.env.ORIGIN_URL ? publicAddress : `http://localhost:${port}`;
	console.log(`\nAugenhöhe läuft: ${address}`);
	if (sample) await introduce(address);
	console.log('Beenden mit Strg+C.\n');
}

async function introduce(address: string) {
	console.log(`\nBeispieldaten – frei erfunden. Mit einem Klick anmelden: ${address}${href('/sign-in')}`);
	for (const { name, posts } of await samplePeople())
		console.log(`  ${name.padEnd(15)} ${byWhom(posts[0]?.title, posts[0]?.organisationName)}`);
	console.log(`Mails der Beispielpersonen: ${address}${href('/mailbox')}\n`);
}

type Person = { name: string; posts: { title: string; organisationName: string }[] };

async function samplePeople(): Promise<Person[]> {
	const { databaseUrl } = (globalThis as { augenhoeheBackend?: Backend }).augenhoeheBackend!;
	const client = new pg.Client({ connectionString: databaseUrl });
	await client.connect();
	try {
		const { rows } = await client.query('select public.sample_people() as people');
		return rows[0].people;
	} finally {
		await client.end();
	}
}
