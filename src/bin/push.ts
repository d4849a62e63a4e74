import { migrate } from '../lib/server/embedded/migrate.ts';

/**
 * npm run push: brings the database of `DATABASE_URL`, on Supabase or of one's own making, to the newest state: the jobs' own
 * tables, then in one transaction what migrations are missing and the present form of every rule. The Supabase CLI builds
 * the same in steps: docs/decisions/0025.
 */
export const push = (url: string) => migrate(url, { roles: false });

if (import.meta.main) {
	const url = process.env.DIRECT_URL || process.env.DATABASE_URL;
	if (url) await push(url);
	else console.error('Die Einstellung DATABASE_URL fehlt: Bitte nennen Sie die Verbindung zur Datenbank.');
	process.exitCode = url ? 0 : 1;
}
