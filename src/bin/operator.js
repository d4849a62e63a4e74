// npm run operator -- <command>: what an operator does beside the pages. Plain JavaScript: it runs before the install.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ending, main, root } from './commands.js';
import { findNode } from './node.js';
import { install } from './prepare.js';

process.env.INIT_CWD ??= process.cwd(); // npm says where it was called; file names are meant from there

await main(async () => {
	const node = await findNode();
	await install();
	const program = join(root, 'src', 'bin', 'operator', 'operator.ts');
	return ending(spawn(node, [program, ...process.argv.slice(2)], { stdio: 'inherit' }));
});
