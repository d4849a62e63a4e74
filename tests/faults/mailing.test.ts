import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { readPostmaster } from '#lib/server/embedded/processes.ts';
import { letter, postOffice } from '../database/post-office.ts';
import { ownerOf } from '../database/owner.ts';
import { dataFolder, postmaster, start } from './program.ts';

/* Whatever happens amid a mailing: nobody gets a letter twice, and one sees of each whether it went out. */

const people = Array.from({ length: 500 }, (_, n) => `person${n}@test.example`);

test.each(['the program', 'the program and its database'])(
	'%s is killed amid a mailing of 500: each letter went out once or is shown as uncertain',
	async (killed) => {
		const folder = await dataFolder();
		const office = await postOffice();
		onTestFinished(office.close);
		const mail = { SMTP_URL: `smtp://127.0.0.1:${office.port}`, MAIL_FROM: 'post@example.org' };
		const first = await start(folder, mail);
		await queue(folder);
		await vi.waitFor(() => expect(office.received.length).toBeGreaterThan(100), {
			timeout: 60_000,
			interval: 5
		});
		if (killed !== 'the program') process.kill(postmaster(folder), 'SIGKILL');
		first.kill('SIGKILL');
		await first.ended;
		expect(office.received.length).toBeLessThan(people.length);

		await start(folder, mail);
		await vi.waitFor(async () => expect(await open(folder)).toEqual([]), {
			timeout: 200_000,
			interval: 1000
		});
		const reached = office.received.map(({ to }) => [to].flat()[0]!.text);
		expect(new Set(reached).size).toBe(reached.length);
		const all = await mails(folder);
		expect(all).toHaveLength(people.length);
		expect(all.filter(({ state }) => state !== 'sent' && state !== 'unsure')).toEqual([]);
		expect(all.filter(({ state, recipient }) => state === 'sent' && !reached.includes(recipient))).toEqual(
			[]
		);
		expect(all.filter(({ state }) => state === 'unsure').length).toBeLessThanOrEqual(2); // as many as are handed over at a time
		expect(all.filter(({ state, has_words }) => state === 'sent' && has_words)).toEqual([]);
	},
	400_000
);

const queue = (folder: string) =>
	inDatabase(folder, ({ sql }) =>
		sql('select public.mail_queue_many($1)', [
			JSON.stringify(
				people.map((recipient) => ({ kind: 'question', recipient, letter, occasion: 'runde:1' }))
			)
		])
	);

type Row = { recipient: string; state: string; has_words: boolean };
const mails = (folder: string) =>
	inDatabase(folder, ({ sql }) =>
		sql<Row>(
			`select recipient, state, letter is not null as has_words from private.mails where occasion = 'runde:1'`
		)
	);
const open = async (folder: string) =>
	(await mails(folder)).filter(({ state }) => state === 'queued' || state === 'sending');

async function inDatabase<T>(
	folder: string,
	ask: (owner: ReturnType<typeof ownerOf>) => Promise<T>
): Promise<T> {
	const password = readFileSync(join(folder, 'password'), 'utf8').trim();
	const { port } = readPostmaster(join(folder, 'database'))!;
	const owner = ownerOf(`postgresql://postgres:${password}@127.0.0.1:${port}/postgres`);
	return ask(owner).finally(owner.close);
}
