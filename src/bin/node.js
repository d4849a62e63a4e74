// Which Node runs us. Plain JavaScript without packages: it runs before anything is installed.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { run, say, root, Stop } from './commands.js';

const needed = { major: 22, minor: 18 }; // runs TypeScript as it stands

export const isNewEnough = (version = process.versions.node) => {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	return major > needed.major || (major === needed.major && minor >= needed.minor);
};

/**
 * The Node to run with: this one, or where it is too old Node 24, which is put in place on the first start (189 MB).
 * From then on it stands first on the path and is what `run` calls `node`, so that npm and everything else use it too.
 * @throws {Stop} where npm has no Node for the system
 */
export async function findNode() {
	if (isNewEnough()) return process.execPath;
	const folder = join(root, 'src', 'bin', 'node24');
	const node = join(folder, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
	if (!existsSync(node)) await install(folder, node);
	process.env.PATH = `${dirname(node)}${delimiter}${process.env.PATH}`;
	process.env.AUGENHOEHE_NODE = node;
	return node;
}

/**
 * The arguments that serve the pages. A small heap is swept more often instead of growing towards what the machine has:
 * live objects take some 70 MB. NODE_OPTIONS may say otherwise.
 */
export const serving = [
	...(/max-old-space-size/.test(process.env.NODE_OPTIONS ?? '')
		? []
		: ['--max-old-space-size=144', '--max-semi-space-size=16']),
	join(root, 'src', 'bin', 'serve.ts')
];

/**
 * What they are served with in their environment: few pools of memory beside the heap, for threads that pack pages and hash
 * passwords would otherwise keep one each.
 */
export const servingEnv = { MALLOC_ARENA_MAX: '2' };

/**
 * @param {string} folder
 * @param {string} node
 */
async function install(folder, node) {
	const please = `Bitte installieren Sie Node 24 (https://nodejs.org), hier läuft Node ${process.versions.node}.`;
	if (process.platform !== 'linux') throw new Stop(please);
	say(`Node ${process.versions.node} ist zu alt, hole Node 24 …`);
	await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, failure: please });
	if (!existsSync(node)) throw new Stop(please);
	execFileSync(node, ['--version']);
}
