import { prepareJobs } from '../lib/server/embedded/migrate.ts';
import { supabase } from './supabase.ts';

/**
 * npm run push: brings the database of `DATABASE_URL`, on Supabase or of one's own making, to the newest state with the
 * Supabase CLI. The jobs' own tables come first, since our functions name them.
 */
export async function push(url: string) {
	await prepareJobs(url);
	const { status, stdout, stderr } = supabase(url, 'db', 'push');
	if (status !== 0) throw new Error(`supabase db push: ${stderr || stdout}`);
}

if (import.meta.main) {
	const url = process.env.DATABASE_URL;
	if (url) await push(url);
	else console.error('Die Einstellung DATABASE_URL fehlt: Bitte nennen Sie die Verbindung zur Datenbank.');
	process.exitCode = url ? 0 : 1;
}
