// What has to be there before we can run: packages and the build. Plain JavaScript without packages.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, say } from './commands.js';

/** Installs the packages of the lockfile unless they are there. Install scripts are not needed. */
export async function install() {
	if (isInstalled()) return;
	say('Installiere die Pakete …');
	const args = ['ci', '--no-audit', '--no-fund', '--include=dev', '--include=optional'];
	await run('npm', args, {
		failure:
			'Die Pakete ließen sich nicht installieren: Bitte prüfen Sie die Verbindung ins Netz und starten Sie neu.'
	});
}

const failure = 'Die Seiten ließen sich nicht bauen.';

/** Writes down the types and settings that follow from the routes; build and tests read them. */
export async function sync() {
	await run('node', [join('node_modules', '@sveltejs', 'kit', 'svelte-kit.js'), 'sync'], { failure });
}

/** Builds the pages unless the build was made from these very sources. */
export async function build({ isSynced = false } = {}) {
	const stamp = join(root, 'build', '.sources');
	const sources = hashOfSources();
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
	say('Baue die Seiten …');
	if (!isSynced) await sync();
	await run('node', [join('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'], {
		failure
	});
	writeFileSync(stamp, sources);
}

/** npm keeps beside the packages what it installed; what the lockfile wants and the system can use must be in it. */
function isInstalled() {
	const kept = join(root, 'node_modules', '.package-lock.json');
	if (!existsSync(kept)) return false;
	const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
	const present = JSON.parse(readFileSync(kept, 'utf8')).packages;
	return Object.entries(wanted).every(
		([path, { version, optional }]) =>
			path === '' || (present[path] ? present[path].version === version : optional)
	);
}

const parts = [
	'src',
	'static',
	'project.inlang/settings.json',
	'package-lock.json',
	'package.json',
	'svelte.config.js',
	'vite.config.ts'
];
const apart = new Set([join('src', 'bin'), join('src', 'lib', 'i18n', 'paraglide')]);

function hashOfSources() {
	const hash = createHash('sha256');
	for (const path of parts.flatMap(filesIn))
		hash
			.update(path)
			.update('\0')
			.update(readFileSync(join(root, path)))
			.update('\0');
	return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]} every file at or below it, in a fixed order
 */
function filesIn(path) {
	if (apart.has(path) || path.endsWith('.test.ts') || !existsSync(join(root, path))) return [];
	if (!statSync(join(root, path)).isDirectory()) return [path];
	return readdirSync(join(root, path))
		.sort()
		.flatMap((name) => filesIn(join(path, name)));
}
