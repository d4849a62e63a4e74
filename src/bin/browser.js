// Which browser the tests use. Plain JavaScript: the journeys' configuration asks too.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, say, Stop } from './commands.js';

/* The first has no window to draw and takes less than half the time. */
const names = [
	'chromium-headless-shell',
	'chromium',
	'chromium-browser',
	'google-chrome',
	'google-chrome-stable',
	'microsoft-edge'
];
const places = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
];

/** The system's Chromium; nothing where there is none, then Playwright takes its own. */
export function systemBrowser() {
	const folders = (process.env.PATH ?? '').split(delimiter);
	const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
	return [...onPath, ...places].find((path) => existsSync(path));
}

/**
 * Makes sure that there is a browser: the system's, Playwright's download, or Debian's package.
 * @throws {Stop} when none can be had
 */
export async function getBrowser() {
	if (systemBrowser()) return;
	const { chromium } = await import('playwright');
	if (existsSync(chromium.executablePath())) return;
	say('Hole einen Browser für die Tests …');
	const { status } = await run('node', [join('node_modules', 'playwright', 'cli.js'), 'install', 'chromium']);
	if (status === 0 && existsSync(chromium.executablePath()) && starts(chromium.executablePath())) return;
	if (await installPackage()) return;
	throw new Stop(
		'Die Tests brauchen einen Browser: Bitte installieren Sie Chromium, zum Beispiel mit apt-get install chromium.'
	);
}

/** The download may lack libraries of the system. @param {string} path */
function starts(path) {
	try {
		execFileSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 });
		return true;
	} catch {
		return false;
	}
}

async function installPackage() {
	if (process.platform !== 'linux') return false;
	const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const install = (/** @type {string} */ name) => ['install', '-y', '-q', '--no-install-recommends', name];
	for (const args of [['update', '-q'], install('chromium-headless-shell'), install('chromium')]) {
		const [command = '', ...rest] = [...sudo, 'apt-get', ...args];
		await run(command, rest, { env });
		if (systemBrowser()) return true;
	}
	return false;
}
