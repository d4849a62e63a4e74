// npm run bench: measures the built pages on this machine and writes tests/bench/RESULTS.md.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ending, main, root } from './commands.js';
import { findNode } from './node.js';
import { build, install } from './prepare.js';

await main(async () => {
	const node = await findNode();
	await install();
	await build();
	const bench = join(root, 'tests', 'bench', 'bench.ts');
	return ending(spawn(node, [bench, ...process.argv.slice(2)], { stdio: 'inherit' }));
});
