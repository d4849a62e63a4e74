import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashOf } from '#lib/people/secrets.ts';
import { startServer, type EmbeddedServer } from '#lib/server/embedded/server.ts';
import { migrate } from '#lib/server/embedded/migrate.ts';
import { ownerOf } from '../database/owner.ts';
import { linkIn, operator } from './operator.ts';

/* Each command as a program of its own beside a running database: what it does, what it says, how it ends. */

let folder: string;
let server: EmbeddedServer;
let owner: ReturnType<typeof ownerOf>;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'augenhoehe-operator-'));
	server = await startServer(folder, { durable: false });
	await migrate(server.url, { seed: 'supabase/seed.sql' });
	owner = ownerOf(server.url);
});
afterAll(async () => {
	await owner.close();
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
});

const here = () => ({
	DATABASE_URL: server.url,
	ORIGIN_URL: 'https://beteiligung.example',
	DATA_DIR: folder
});
const run = (...args: string[]) => operator(args, here());
const guest = ['--given-name', 'Petra', '--family-name', 'Neu', '--salutation', 'Frau', '--email'];
const recorded = async (kind: string) =>
	owner.sql('select authority_id, person_id, detail from private.audit_entries where kind = $1 order by id', [
		kind
	]);

describe('administrator', () => {
	const fresh = ['--create', '--name', 'Landkreis Muster', '--prefix', 'MU', '--district', '15099'];

	test('makes authority, organisation, post and invitation, and prints a link that works once', async () => {
		const done = await run(
			'administrator',
			'--authority',
			'muster',
			...guest,
			'neu@muster.example',
			...fresh
		);
		expect(done.status, done.output).toBe(0);
		expect(done.output).toContain('https://beteiligung.example/einladung/');
		expect(done.output).not.toContain('neu@muster.example');
		const hash = hashOf(linkIn(done));
		const [found] = await owner.sql('select public.invitation_find($1) as invitation', [hash]);
		expect(found.invitation).toMatchObject({ organisationName: 'Landkreis Muster', isOpen: true });
		const [post] = await owner.sql(
			'select p.kind from public.invitations i join public.posts p on p.id = i.post_id where i.token_hash = $1',
			[hash]
		);
		expect(post).toEqual({ kind: 'administrator' });
		await owner.sql('select public.invitation_accept($1)', [hash]);
		await expect(owner.sql('select public.invitation_accept($1)', [hash])).rejects.toMatchObject({
			code: 'EXPIR'
		});
		const [entry] = await recorded('operator_invitation');
		expect(entry.authority_id).toBeTruthy();
	});

	test('refuses a second one unless it is meant', async () => {
		const again = ['administrator', '--authority', 'muster', ...guest, 'zweite@muster.example'];
		const refused = await run(...again);
		expect(refused.status).toBe(1);
		expect(refused.output).toMatch(/^muster hat schon eine Verwaltung.*--another.*\n$/);
		expect((await run(...again, '--another')).status).toBe(0);
	});

	test('does not make an authority by a slip of the pen, nor take a prefix twice', async () => {
		const unknown = await run('administrator', '--authority', 'mustr', ...guest, 'x@muster.example');
		expect(unknown).toMatchObject({
			status: 1,
			output: expect.stringMatching(/^Den Planungsträger mustr gibt es nicht/)
		});
		const taken = await run('administrator', '--authority', 'anders', ...guest, 'x@muster.example', ...fresh);
		expect(taken).toMatchObject({
			status: 1,
			output: expect.stringMatching(/^Das Kürzel MU führt schon muster/)
		});
		expect(await owner.sql(`select from public.authorities where key in ('mustr', 'anders')`)).toEqual([]);
	});
});

describe('invite', () => {
	test('finds the post by title and organisation, or by its number', async () => {
		const [post] = await owner.sql(
			`select p.id, p.title, o.name from public.posts p join public.organisations o on o.id = p.organisation_id where p.kind = 'clerk' limit 1`
		);
		const byTitle = await run(
			'invite',
			'--post',
			post.title,
			'--organisation',
			post.name,
			...guest,
			'a@neu.example',
			'--deputy'
		);
		const byNumber = await run(
			'invite',
			'--post',
			post.id,
			...guest,
			'b@neu.example',
			'--until',
			'2099-12-31'
		);
		for (const done of [byTitle, byNumber]) {
			expect(done.status, done.output).toBe(0);
			const [row] = await owner.sql('select public.invitation_find($1) as invitation', [
				hashOf(linkIn(done))
			]);
			expect(row.invitation).toMatchObject({ postTitle: post.title, organisationName: post.name });
		}
	});

	test('refuses a post that is not there', async () => {
		const refused = await run(
			'invite',
			'--post',
			'Gibt es nicht',
			'--organisation',
			'Nirgends',
			...guest,
			'a@neu.example'
		);
		expect(refused).toMatchObject({
			status: 1,
			output: expect.stringMatching(/^Diese Stelle gibt es nicht/)
		});
	});
});

describe('token', () => {
	test('prints a link that signs in once and within twenty minutes, and leaves an entry', async () => {
		const [{ email, id }] = await owner.sql(`select email, id from public.people where family_name = 'Kern'`);
		const done = await run('token', '--email', email.toUpperCase());
		expect(done.status, done.output).toBe(0);
		const hash = hashOf(linkIn(done));
		const [signIn] = await owner.sql(
			`select extract(minute from expires_at - created_at)::int as minutes from private.sign_ins where link_hash = $1`,
			[hash]
		);
		expect(signIn.minutes).toBe(20);
		const outcomes = await owner.sql(
			`select public.sign_in_by_link($1) ->> 'outcome' as outcome from generate_series(1, 2)`,
			[hash]
		);
		expect(outcomes).toEqual([{ outcome: 'signed_in' }, { outcome: 'expired' }]);
		expect(await recorded('operator_sign_in_link')).toMatchObject([{ person_id: id, detail: {} }]);
	});

	test('for nobody is refused', async () => {
		const refused = await run('token', '--email', 'niemand@nirgends.example');
		expect(refused).toEqual({ status: 1, output: 'Mit dieser Mailadresse ist niemand bekannt.\n' });
	});
});

describe('check', () => {
	test('is content with a sound installation, and says what is not', async () => {
		await owner.sql(`update public.authorities set key = 'leer' where false`);
		const sound = await run('check');
		expect(sound.status, sound.output).toBe(0);
		expect(sound.output).not.toMatch(/FEHLER|@/);
		await owner.sql(`create table public.offen (id integer);
			insert into private.mails (kind, recipient, subject, queued_at) values ('x', 'geheim@post.example', 'x', now() - interval '2 hours');
			insert into graphile_worker._private_jobs (task_id, payload, attempts, max_attempts) select min(id), '{}', 25, 25 from graphile_worker._private_tasks`);
		const broken = await run('check', '--backups', folder);
		await owner.sql(
			`drop table public.offen; delete from private.mails where recipient = 'geheim@post.example'; delete from graphile_worker._private_jobs where attempts = 25`
		);
		expect(broken.status).toBe(1);
		expect(broken.output).toMatch(/Zeilenschutz +FEHLER +1 Tabellen/);
		expect(broken.output).toMatch(/Mails +FEHLER +1 Mails/);
		expect(broken.output).toMatch(/Aufträge +FEHLER +1 Aufträge/);
		expect(broken.output).toMatch(/Sicherung +FEHLER +In .* liegt keine Sicherung/);
		expect(broken.output).not.toContain('geheim');
	});

	test('knows how old the newest backup is', async () => {
		const backups = mkdtempSync(join(folder, 'sicherungen-'));
		const file = join(backups, 'alt.zip');
		writeFileSync(file, '');
		const age = async (hours: number) => {
			const time = new Date(Date.now() - hours * 3_600_000);
			utimesSync(file, time, time);
			return (await run('check', '--backups', backups)).output;
		};
		expect(await age(5)).toMatch(/Sicherung +in Ordnung +die neueste ist 5 Stunden alt/);
		expect(await age(60)).toMatch(/Sicherung +FEHLER +die neueste ist 60 Stunden alt/);
	});

	test('of a database that does not answer is a finding, not a stack trace', async () => {
		const away = await operator(['check'], {
			...here(),
			DATABASE_URL: 'postgresql://a:secret@127.0.0.1:1/x'
		});
		expect(away.status).toBe(1);
		expect(away.output).toMatch(/Datenbank +FEHLER +Die Datenbank auf 127.0.0.1:1 antwortet nicht/);
		expect(away.output).not.toMatch(/secret|at .*\.ts:/);
	});
});

test('purge counts in a trial run, then does it, and leaves an entry with the counts', async () => {
	await owner.sql(
		`insert into private.mails (kind, recipient, subject, sent_at, queued_at) select 'x', n || '@alt.example', 'x', now(), now() - interval '13 months' from generate_series(1, 3) n`
	);
	const line = /Nachweise über versandte Mails +3 +12 Monate/;
	expect((await run('purge', '--dry-run')).output).toMatch(line);
	const done = await run('purge');
	expect(done.status, done.output).toBe(0);
	expect(done.output).toMatch(line);
	expect(done.output).not.toContain('@');
	expect(await owner.sql(`select from private.mails where recipient like '%@alt.example'`)).toEqual([]);
	expect((await recorded('operator_purge')).at(-1)?.detail).toMatchObject({ mails: 3 });
});

test('purge without its entry in the audit log does not happen', async () => {
	await owner.sql(
		`insert into private.mails (kind, recipient, subject, sent_at, queued_at) values ('x', 'bleibt@alt.example', 'x', now(), now() - interval '13 months');
		alter table private.audit_entries add constraint refused check (kind <> 'operator_purge') not valid`
	);
	const failed = await run('purge');
	await owner.sql('alter table private.audit_entries drop constraint refused');
	expect(failed.status).toBe(1);
	const left = await owner.sql(
		`delete from private.mails where recipient = 'bleibt@alt.example' returning id`
	);
	expect(left).toHaveLength(1);
});

describe('called wrongly it ends with 2 and says how it is called', () => {
	test.each([
		[['nix'], /^Den Befehl nix gibt es nicht/],
		[['token'], /^Die Angabe --email fehlt\.\n\nAufruf: npm run operator -- token/],
		[['purge', '--dry'], /^Eine der Angaben gibt es hier nicht\.\n\nAufruf: .*purge/],
		[['backup'], /^Bitte nennen Sie eine Datei/],
		[['backup', 'a.zip', 'b.zip'], /^Das ist zu viel: b\.zip/],
		[['administrator', '--authority', 'x', ...guest, 'keine'], /^Das ist keine Mailadresse/]
	])('%j', async (args, sentence) => {
		const { status, output } = await operator(args);
		expect(output).toMatch(sentence);
		expect(status).toBe(2);
	});

	test.each(['administrator', 'invite', 'token', 'backup', 'restore', 'check', 'purge'])(
		'%s --help',
		async (name) => {
			const { status, output } = await operator([name, '--help']);
			expect(output).toMatch(new RegExp(`^Aufruf: npm run operator -- ${name}`));
			expect(status).toBe(0);
		}
	);
});
