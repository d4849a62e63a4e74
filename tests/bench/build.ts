import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ending, root } from '../../src/bin/commands.js';

/** A built program: its folder, and the commit it was built from. */
export type Build = { root: string; commit: string };

const git = (...args: string[]) => execFileSync('git', args, { cwd: root }).toString().trim();

/** What `npm run bench` has just built: this folder as it stands. */
export const ownBuild = (): Build => ({
	root,
	commit: git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') ? ' and changes' : '')
});

/** Builds another commit in the system's folder for temporary files, and leaves it there for the next time. */
export async function buildOf(commit: string): Promise<Build> {
	const short = git('rev-parse', '--short=7', `${commit}^{commit}`);
	const place = join(tmpdir(), `augenhoehe-build-${short}`);
	if (!existsSync(place)) await make(short, place);
	lendPackages(place);
	return { root: place, commit: short };
}

async function make(commit: string, place: string) {
	const unfinished = mkdtempSync(`${place}-`);
	try {
		const packed = spawn('git', ['archive', commit], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
		const unpacked = spawn('tar', ['x', '-C', unfinished], { stdio: [packed.stdout, 'ignore', 'inherit'] });
		if ((await ending(unpacked)) !== 0) throw new Error(`commit ${commit} cannot be unpacked`);
		lendPackages(unfinished);
		const prepare = `const { install, build } = await import('./src/bin/prepare.js'); await install(); await build();`;
		const args = ['--input-type=module', '--eval', prepare];
		const building = spawn(process.execPath, args, { cwd: unfinished, stdio: 'inherit' });
		if ((await ending(building)) !== 0) throw new Error(`commit ${commit} cannot be built`);
		renameSync(unfinished, place);
	} finally {
		rmSync(unfinished, { recursive: true, force: true });
	}
}

/** The packages are ours where the lockfile asks for the same; otherwise it installs its own. */
function lendPackages(place: string) {
	if (packagesOf(place) !== packagesOf(root)) return;
	rmSync(join(place, 'node_modules'), { recursive: true, force: true });
	symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'));
}

function packagesOf(folder: string): string {
	const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
	return JSON.stringify({ ...packages, '': undefined });
}
