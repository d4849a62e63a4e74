import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openEmbedded } from './embedded/embedded.ts';
import { openInterface } from './embedded/interface.ts';
import { migrate } from './embedded/migrate.ts';
import { root } from './root.ts';
import type { Settings } from './settings.ts';

/** An open way to the data. `databaseUrl` is for jobs and migrations; everything else goes through `fetch`. */
export type Backend = {
	settings: Settings;
	url: string;
	apiKey: string;
	systemKey: string;
	jwtSecret: string;
	fetch: typeof fetch;
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
	const { storage } = settings;
	if (storage.mode === 'supabase') return keep(settings, storage.databaseUrl, supabase(storage.supabase));
	const server = storage.mode === 'embedded' ? await openEmbedded(storage.dataFolder) : undefined;
	const databaseUrl = storage.mode === 'postgres' ? storage.databaseUrl : server!.url;
	try {
		await migrate(databaseUrl, { seed: settings.sample && join(root, 'supabase', 'seed.sql') });
		const jwtSecret = randomBytes(32).toString('base64url');
		const { fetch, close } = await openInterface(databaseUrl, jwtSecret);
		const closeAll = () => close().then(() => server?.close());
		const keys = { url: 'http://localhost', apiKey: 'local', systemKey: 'local' };
		return keep(settings, databaseUrl, { ...keys, jwtSecret, fetch, close: closeAll });
	} catch (error) {
		await server?.close();
		throw error;
	}
}

type Opened = Omit<Backend, 'settings' | 'databaseUrl'>;

function keep(settings: Settings, databaseUrl: string, opened: Opened): Backend {
	const close = async () => {
		held.augenhoeheBackend = undefined;
		await opened.close();
	};
	return (held.augenhoeheBackend = { settings, databaseUrl, ...opened, close });
}

function supabase(project: {
	url: string;
	anonKey: string;
	serviceRoleKey: string;
	jwtSecret: string;
}): Opened {
	const { url, anonKey, serviceRoleKey, jwtSecret } = project;
	return { url, apiKey: anonKey, systemKey: serviceRoleKey, jwtSecret, fetch, close: async () => {} };
}
