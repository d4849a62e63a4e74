import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { openEmbedded } from './embedded/embedded.ts';
import type { Call } from './embedded/executor.ts';
import { openInterface } from './embedded/interface.ts';
import { migrate, missingChanges } from './embedded/migrate.ts';
import { canListen } from './listening.ts';
import { root } from './root.ts';
import type { Settings, Storage } from './settings.ts';
import { connectionFailure, StartFailure } from './start-failure.ts';

/**
 * An open way to the data. `directUrl` is for jobs and migrations, `databaseUrl` tells whether the database is there;
 * functions go through `call` where there is one, everything else through `fetch`.
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
	directUrl: string;
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
type Connections = Pick<Backend, 'databaseUrl' | 'directUrl'>;

function open({ storage, sample }: Settings): Promise<Opened> {
	switch (storage.mode) {
		case 'embedded':
			return openOwn(storage.dataFolder, sample);
		case 'postgres':
			return overPostgres(storage, false);
		case 'supabase':
			return openSupabase(storage);
	}
}

async function openOwn(dataFolder: string, sample: boolean): Promise<Opened> {
	const server = await openEmbedded(dataFolder);
	try {
		const opened = await overPostgres({ databaseUrl: server.url, directUrl: server.url }, sample);
		return { ...opened, close: () => opened.close().then(server.close) };
	} catch (error) {
		await server.close();
		throw error;
	}
}

async function overPostgres({ databaseUrl, directUrl }: Connections, sample: boolean): Promise<Opened> {
	const failing = (url: string) => (error: unknown) => {
		throw connectionFailure(error, url);
	};
	const seed = sample && join(root, 'supabase', 'seed.sql');
	await migrate(directUrl, { seed }).catch(failing(directUrl));
	if (sample) await requireOnlySample(directUrl);
	const jwtSecret = randomBytes(32).toString('base64url');
	const isPooled = !(await canListen(databaseUrl).catch(failing(databaseUrl)));
	const { call, fetch, close } = await openInterface(databaseUrl, jwtSecret, { isPooled });
	return {
		url: 'http://localhost',
		apiKey: 'local',
		systemKey: 'local',
		databaseUrl,
		directUrl,
		jwtSecret,
		call,
		fetch,
		close
	};
}

/** Whoever has begun in earnest forgot to say so: the door of the sample stays shut. @throws StartFailure */
async function requireOnlySample(url: string) {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		const { rows } = await client.query('select name from public.authorities where not is_sample limit 1');
		if (rows[0])
			throw new StartFailure(
				`In dieser Datenbank steht „${rows[0].name}“, und das sind keine Beispieldaten: Bitte setzen Sie SAMPLE=0, sonst könnte man sich hier ohne Kennwort anmelden.`
			);
	} finally {
		await client.end();
	}
}

async function openSupabase({
	databaseUrl,
	directUrl,
	supabase
}: Extract<Storage, { mode: 'supabase' }>): Promise<Opened> {
	const missing = await missingChanges(directUrl).catch((error) => {
		throw connectionFailure(error, directUrl);
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
		directUrl,
		jwtSecret,
		fetch,
		close: async () => {}
	};
}
