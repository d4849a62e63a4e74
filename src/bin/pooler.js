// Which pgbouncer the tests put before the database. Plain JavaScript: `npm test` asks before it runs them.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The system's pgbouncer, which Debian keeps out of most people's path; nothing where there is none. */
export function systemPooler() {
	const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
	return folders.map((folder) => join(folder, 'pgbouncer')).find((path) => existsSync(path));
}
