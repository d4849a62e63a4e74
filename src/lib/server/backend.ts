import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openEmbedded } from './embedded/embedded.ts';
import type { Call } from './embedded/executor.ts';
import { openInterface } from './embedded/interface.ts';
import { migrate, missingChanges } from './embedded/migrate.ts';
import { root } from './root.ts';
import type { Settings, Storage } from './settings.ts';
import { connectionFailure, StartFailure } from './start-failure.ts';

/**
 * An open way to the data. `databaseUrl` is for jobs and migrations; functions go through `call` where there is one,
 * everything else through `fetch`.
 */
export type Backend = {
	settings: Settings;
	url: string;
	apiKey: string;
	systemKey: string;
	jwtSecret: string;
	fetch: typeof fetch;
	call?: Call;
	databaseUrl: string;
	close: () => Promise<void>;
};

const held = globalThis as { augenhoeheBackend?: Backend };

/** The open backend. @throws Error before the start has finished */
export function backend(): Backend {
	if (!held.augenhoeheBackend) throw new Error('the database has not been opened yet');
	return held.augenhoeheBackend;
}

/**
 * Opens the mode the settings chose and makes it the one everything uses. A database of ours is migrated first;
 * Supabase is migrated by its own command, beforehand.
 * @throws StartFailure with a sentence for whoever started us
 */
export async function openBackend(settings: Settings): Promise<Backend> {
	await held.augenhoeheBackend?.close();
	const opened = await open(settings);
	const close = async () => {
		held.augenhoeheBackend = undefined;
		await opened.close();
	};
	return (held.augenhoeheBackend = { settings, ...opened, close });
}

type Opened = Omit<Backend, 'settings'>;

function open({ storage, sample }: Settings): Promise<Opened> {
	switch (storage.mode) {
		case 'embedded':
			return openOwn(storage.dataFolder, sample);
		case 'postgres':
			return overPostgres(storage.databaseUrl, false).catch((error) => {
				throw connectionFailure(error, storage.databaseUrl);
			});
		case 'supabase':
			return openSupabase(storage);
	}
}

async function openOwn(dataFolder: string, sample: boolean): Promise<Opened> {
	const server = await openEmbedded(dataFolder);
	try {
		const opened = await overPostgres(server.url, sample);
		return { ...opened, close: () => opened.close().then(server.close) };
	} catch (error) {
		await server.close();
		throw error;
	}
}

async function overPostgres(databaseUrl: string, sample: boolean): Promise<Opened> {
	await migrate(databaseUrl, { seed: sample && join(root, 'supabase', 'seed.sql') });
	const jwtSecret = randomBytes(32).toString('base64url');
	const { call, fetch, close } = await openInterface(databaseUrl, jwtSecret);
	return {
		url: 'http://localhost',
		apiKey: 'local',
		systemKey: 'local',
		databaseUrl,
		jwtSecret,
		call,
		fetch,
		close
	};
}

async function openSupabase({
	databaseUrl,
	supabase
}: Extract<Storage, { mode: 'supabase' }>): Promise<Opened> {
	const missing = await missingChanges(databaseUrl).catch((error) => {
		throw connectionFailure(error, databaseUrl);
	});
	if (missing)
		throw new StartFailure(
			`Der Datenbank fehlen ${missing} Änderungen: Bitte führen Sie npm run push aus und starten Sie dann neu.`
		);
	const { url, anonKey, serviceRoleKey, jwtSecret } = supabase;
	return {
		url,
		apiKey: anonKey,
		systemKey: serviceRoleKey,
		databaseUrl,
		jwtSecret,
		fetch,
		close: async () => {}
	};
}
