import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderFailure, StartFailure } from '../start-failure.ts';
import { binary } from './binaries.ts';
import { run } from './processes.ts';

/**
 * Makes the data folder usable: writable, with the owner's password and a database cluster in `database`.
 * @returns the cluster's folder and the password
 * @throws StartFailure when the folder cannot be written or the disk is full
 */
export async function prepareFolder(folder: string): Promise<{ database: string; password: string }> {
	const database = join(folder, 'database');
	const passwordFile = join(folder, 'password');
	try {
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		probe(join(folder, 'write-probe'));
		if (!existsSync(passwordFile))
			writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
	} catch (error) {
		throw folderFailure(error, folder);
	}
	if (!existsSync(join(database, 'PG_VERSION'))) await initialise(database, passwordFile);
	if (process.platform !== 'win32') chmodSync(database, 0o700); // a copy that was put back may be open to others
	return { database, password: readFileSync(passwordFile, 'utf8').trim() };
}

/** What PostgreSQL printed before it gave up, as one sentence. */
export function databaseFailure(output: string, database: string): StartFailure {
	const code = /No space left|disk is full/i.test(output)
		? 'ENOSPC'
		: /Permission denied|Read-only file system/i.test(output)
			? 'EACCES'
			: undefined;
	const known = folderFailure({ code }, database);
	if (known instanceof StartFailure) return known;
	const last = output.trim().split('\n').at(-1) ?? '';
	return new StartFailure(`Die eingebaute Datenbank in ${database} ließ sich nicht starten: ${last}`);
}

/** Built beside its place and moved there when complete: an interrupted first start leaves no half database. */
async function initialise(database: string, passwordFile: string) {
	const fresh = `${database}.new`;
	rmSync(fresh, { recursive: true, force: true });
	const args = [
		'-D',
		fresh,
		'-U',
		'postgres',
		'-E',
		'UTF8',
		'-A',
		'scram-sha-256',
		`--pwfile=${passwordFile}`
	];
	args.push('--locale=C', '--locale-provider=icu', '--icu-locale=de-DE', '--no-instructions');
	const { code, output } = await run(binary('initdb'), args);
	if (code !== 0) throw databaseFailure(output, database);
	renameSync(fresh, database);
}

function probe(path: string) {
	writeFileSync(path, 'x'.repeat(8192));
	rmSync(path);
}
