import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import hoodiecrow from 'hoodiecrow-imap';
import type { ownerOf } from '../database/owner.ts';
import { freePort } from '../free-port.ts';
import { ownerIn } from './database.ts';

/** The program with a database and a mailbox of its own: in a long story time passes for everything at once. */
export interface Program {
	address: string;
	sql: ReturnType<typeof ownerOf>['sql'];
	/** Days pass: everything that was is so much longer ago, and everything to come so much nearer. */
	pass: (days: number) => Promise<void>;
	/** Waits until all jobs are done, after one of the clock if it is named. */
	work: (job?: string) => Promise<void>;
	/** The mail server of a recipient returns what was sent there. */
	bounce: (recipient: string) => Promise<void>;
}

/** A test on a program of its own; `page` and `browser` lead there. */
export const test = base.extend<{ program: Program }>({
	program: [
		async ({}, use) => {
			const folder = mkdtempSync(join(tmpdir(), 'augenhoehe-program-'));
			const mailbox = await openMailbox();
			const program = await start(folder, { BOUNCE_IMAP_URL: mailbox.url });
			const owner = ownerIn(folder);
			await use({
				address: program.address,
				sql: owner.sql,
				...clockOf(owner.sql),
				...mailsOf(owner.sql, mailbox)
			});
			await owner.close();
			await program.stop();
			mailbox.close();
			rmSync(folder, { recursive: true, force: true });
		},
		{ timeout: 90_000 }
	],
	baseURL: ({ program }, use) => use(program.address)
});
export { expect };

async function start(folder: string, environment: Record<string, string>) {
	const port = await freePort();
	const address = `http://localhost:${port}`;
	const child = spawn(process.execPath, ['src/bin/serve.ts'], {
		env: { ...process.env, PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'warn', ...environment },
		stdio: ['ignore', 'ignore', 'inherit']
	});
	const ended = new Promise((done) => child.once('exit', done));
	const isReady = () =>
		fetch(`${address}/health`).then(
			({ ok }) => ok,
			() => false
		);
	await expect.poll(isReady, { timeout: 60_000, intervals: [100] }).toBe(true);
	return { address, stop: () => (child.kill('SIGTERM'), ended) };
}

/** Sessions last, so that nobody has to sign in again; terms began long ago; figures are of a whole month. */
const clockOf = (sql: Program['sql']) => ({
	pass: async (days: number) =>
		void (await sql(`do $do$
			declare t record; n constant interval := '${days} days';
			begin
				set local session_replication_role = replica;
				set local timezone = 'Europe/Berlin';
				for t in select c.table_schema as schema, c.table_name as name, string_agg(format('%1$I = %1$I - %2$L::interval', c.column_name, n), ', ') as moves
					from information_schema.columns c join information_schema.tables b using (table_schema, table_name)
					where b.table_type = 'BASE TABLE' and c.table_schema in ('public', 'private') and c.table_name not in ('sessions', 'holdings', 'figure_snapshots')
						and c.data_type in ('date', 'timestamp with time zone') and c.is_generated = 'NEVER'
					group by 1, 2
				loop
					execute format('update %I.%I set %s', t.schema, t.name, t.moves);
				end loop;
				update public.call_steps s set meetings = (select jsonb_agg(m || jsonb_build_object(
					'firstInside', (m ->> 'firstInside')::timestamptz - n, 'firstAfter', (m ->> 'firstAfter')::timestamptz - n)) from jsonb_array_elements(s.meetings) m);
			end $do$`))
});

function mailsOf(sql: Program['sql'], mailbox: Awaited<ReturnType<typeof openMailbox>>) {
	async function work(job?: string) {
		if (job) await sql('select graphile_worker.add_job($1)', [job]);
		const waiting = () => sql('select task_identifier from graphile_worker.jobs');
		await expect.poll(waiting, { timeout: 30_000, intervals: [50] }).toEqual([]);
	}
	async function bounce(recipient: string) {
		const sent = await sql<{ id: string }>(
			`select id from private.mails where recipient = $1 and state = 'sent'`,
			[recipient]
		);
		for (const { id } of sent) mailbox.receive(id, recipient);
		await work('read_bounces');
	}
	return { work, bounce };
}

/** The mailbox that reports of mail servers come back to. */
async function openMailbox() {
	const server = hoodiecrow({ plugins: ['UIDPLUS'], storage: { INBOX: { messages: [] } } });
	const listening = server.server.listen(0, '127.0.0.1');
	await new Promise((done) => listening.once('listening', done));
	const { port } = listening.address() as AddressInfo;
	const report = readFileSync('tests/database/bounces/postfix.eml', 'utf8').replaceAll('\n', '\r\n');
	return {
		url: `imap://testuser:testpass@127.0.0.1:${port}/INBOX`,
		receive: (mail: string, recipient: string) =>
			server.appendMessage(
				'INBOX',
				[],
				false,
				report
					.replaceAll('{id}@augenhoehe.example', `${mail}@localhost`)
					.replaceAll('kern@beispiel.example', recipient)
			),
		close: () => server.close()
	};
}
