import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '#lib/server/embedded/migrate.ts';
import { startServer } from '#lib/server/embedded/server.ts';
import { ownerOf } from './owner.ts';

declare module 'vitest' {
	interface ProvidedContext {
		serverUrl: string;
	}
}

/** One PostgreSQL for the whole run, with one migrated database that holds the sample: every test file copies it. */
export default async function setup(project: TestProject) {
	const folder = mkdtempSync(join(tmpdir(), 'augenhoehe-tests-'));
	const server = await startServer(folder, { durable: false });
	const stop = () => server.stop().then(() => rmSync(folder, { recursive: true, force: true }));
	const owner = ownerOf(server.url);
	try {
		await owner.sql('create database sample');
		await migrate(server.url.replace(/\/postgres$/, '/sample'), { seed: 'supabase/seed.sql' });
	} catch (error) {
		await stop();
		throw error;
	} finally {
		await owner.close();
	}
	process.once('SIGTERM', () => void stop().then(() => process.exit(143)));
	project.provide('serverUrl', server.url);
	return stop;
}
