// Scripts of single pages: `import script from './x-page.ts?script'` is the address of that file, bundled for the browser by itself.
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';
import { root } from './commands.js';

const mark = '?script';
const folder = join(root, '.svelte-kit', 'page-scripts');

/** @returns {import('vite').Plugin} */
export function pageScripts() {
	return {
		name: 'page-scripts',
		enforce: 'pre',
		config: () => ({ build: { assetsInlineLimit: (file) => (file.endsWith('.js') ? false : undefined) } }),
		async resolveId(source, importer) {
			if (!source.endsWith(mark)) return;
			const found = await this.resolve(source.slice(0, -mark.length), importer, { skipSelf: true });
			return found && found.id + mark;
		},
		async load(id) {
			if (!id.endsWith(mark)) return;
			const file = id.slice(0, -mark.length);
			this.addWatchFile(file);
			return `export { default } from ${JSON.stringify(`${await bundled(file)}?url`)};`;
		}
	};
}

/** @param {string} entry */
async function bundled(entry) {
	const made = await build({
		configFile: false,
		root,
		logLevel: 'warn',
		build: {
			write: false,
			modulePreload: false,
			rolldownOptions: { input: entry, output: { format: 'es', codeSplitting: false } }
		}
	});
	const { output } = /** @type {import('vite').Rolldown.RolldownOutput} */ ([made].flat()[0]);
	const modules = output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
	if (modules.some((id) => /node_modules[\\/]zod[\\/]/.test(id)))
		throw new Error(`${basename(entry)} takes Zod into the browser: import types only of what has a schema`);
	mkdirSync(folder, { recursive: true });
	const path = join(folder, basename(entry).replace(/ts$/, 'js'));
	writeFileSync(path, output[0].code);
	return path;
}
