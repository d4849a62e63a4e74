import { spawn } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { isPostgres } from '#lib/server/embedded/processes.ts';
import { folderFailure } from '#lib/server/start-failure.ts';
import { startServer } from '#lib/server/embedded/server.ts';
import { ownerOf } from '../database/owner.ts';
import { freePort } from '../free-port.ts';
import { dataFolder, launch, postmaster, start, untilStatus } from './program.ts';

/* What is in the way of a start is said in one sentence, and a stop leaves nothing behind. */

test('a taken port', async () => {
	const taken = createServer();
	onTestFinished(() => void taken.close());
	await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
	const { port } = taken.address() as AddressInfo;
	const program = launch(await dataFolder(), port);
	expect(await program.ended).toBe(1);
	expect(program.output().trim()).toBe(
		`Der Anschluss ${port} ist belegt: Bitte beenden Sie das andere Programm oder wählen Sie einen anderen, zum Beispiel mit PORT=${port + 1} npm start.`
	);
});

test('a data folder that another program uses, which goes on undisturbed', async () => {
	const folder = await dataFolder();
	const first = await start(folder);
	const second = launch(folder, await freePort());
	expect(await second.ended).toBe(1);
	expect(second.output().trim()).toMatch(/^Der Datenordner .+ gehört schon einem laufenden Programm: .+\.$/);
	await untilStatus(`${first.address}/health`, 200);
});

test('a data folder that cannot be written', async () => {
	const folder = await dataFolder();
	chmodSync(folder, 0o555);
	onTestFinished(() => chmodSync(folder, 0o755));
	const isRoot = process.getuid?.() === 0; // whom modes do not hold back
	const program = launch(isRoot ? '/sys/kernel/augenhoehe' : folder, await freePort());
	expect(await program.ended).toBe(1);
	expect(program.output().trim()).toMatch(/^Der Datenordner .+ kann nicht beschrieben werden: .+\.$/);
});

test('a full disk', () => {
	const failure = folderFailure(Object.assign(new Error(), { code: 'ENOSPC' }), '.data') as Error;
	expect(failure.message).toBe(
		'Der Datenträger mit dem Datenordner .data ist voll: Bitte schaffen Sie Platz und starten Sie dann neu.'
	);
});

test('the door of the sample, with somebody behind it who is no sample', async () => {
	const folder = await dataFolder();
	const server = await startServer(folder);
	const owner = ownerOf(server.url);
	await owner.sql(
		`insert into public.authorities (key, name, prefix, district_key, is_sample) values ('ernst', 'Landkreis Ernst', 'ER', '15999', false)`
	);
	await owner.close();
	await server.stop();
	const program = launch(folder, await freePort());
	expect(await program.ended).toBe(1);
	expect(program.output()).toMatch(
		/„Landkreis Ernst“, und das sind keine Beispieldaten: Bitte setzen Sie SAMPLE=0/
	);
});

test('a setting that is wrong', async () => {
	const program = launch(await dataFolder(), await freePort(), { SAMPLE: 'off' });
	expect(await program.ended).toBe(1);
	expect(program.output().trim()).toMatch(/^Die Einstellung ORIGIN_URL fehlt: .+\.$/);
});

test('a stop ends everything, the database included', async () => {
	const folder = await dataFolder();
	const program = await start(folder);
	const database = postmaster(folder);
	program.kill('SIGTERM');
	expect(await program.ended).toBe(0);
	expect(isPostgres(database)).toBe(false);
});

test('a stop in the middle of the start leaves nothing behind either', async () => {
	const folder = await dataFolder();
	const program = launch(folder, await freePort());
	await untilStatus(`${program.address}/health`, 503);
	program.kill('SIGTERM');
	expect(await program.ended).toBe(0);
	expect(() => postmaster(folder)).toThrow(); // its file is gone
});

test('npm that is told to stop takes the program with it, though its shell says nothing', async () => {
	const folder = await dataFolder();
	const port = await freePort();
	const shell = spawn('sh', ['-c', `"${process.execPath}" src/bin/serve.ts; true`], {
		env: { ...process.env, PORT: String(port), DATA_DIR: folder, npm_lifecycle_event: 'start' },
		stdio: 'ignore'
	});
	await untilStatus(`http://localhost:${port}/health`, 200);
	const database = postmaster(folder);
	shell.kill('SIGTERM');
	await untilStatus(`http://localhost:${port}/health`, 0);
	await vi.waitFor(() => expect(isPostgres(database)).toBe(false), 10_000);
});
