// npm start: from a fresh clone to running pages. `--dev` serves the sources instead of the build.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ending, main, root } from './commands.js';
import { findNode, serving, servingEnv } from './node.js';
import { build, install } from './prepare.js';
import { supervised } from './supervised.js';

const isDev = process.argv.includes('--dev');

await main(async () => {
	const node = await findNode();
	await install();
	if (isDev) return develop(node);
	await build();
	const env = { ...servingEnv, ...process.env };
	return supervised(() => spawn(node, serving, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env }));
});

/**
 * Vite ends before our pages can say goodbye to the database, so it is stopped here.
 * @param {string} node
 */
async function develop(node) {
	const vite = [
		join('node_modules', 'vite', 'bin', 'vite.js'),
		'dev',
		'--port',
		process.env.PORT ?? '3000',
		'--strictPort'
	];
	const status = await ending(spawn(node, vite, { stdio: 'inherit' }));
	if (!process.env.DATABASE_URL)
		await ending(spawn(node, [join(root, 'src', 'bin', 'stop.ts')], { stdio: 'inherit' }));
	return status;
}
