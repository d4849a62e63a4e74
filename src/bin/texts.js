// npm run texts: compiles the messages of every language, unless that was done from these very messages.
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './commands.js';

export const textOptions = {
	project: join(root, 'project.inlang'),
	outdir: join(root, 'src/lib/i18n/paraglide'),
	/** @type {['baseLocale']} */
	strategy: ['baseLocale']
};
const stamp = join(textOptions.outdir, '.compiled');

/**
 * @param {{ types?: boolean }} wishes `types`: with declarations, which take as long again and only the type check reads
 */
export async function compileTexts({ types = false } = {}) {
	const wanted = hashOfMessages();
	const [made, withTypes] = existsSync(stamp) ? readFileSync(stamp, 'utf8').split(' ') : [];
	if (made === wanted && (withTypes || !types)) return;
	const { compile } = await import('@inlang/paraglide-js');
	await compile({ ...textOptions, emitTsDeclarations: types });
	writeFileSync(stamp, types ? `${wanted} types` : wanted);
}

function hashOfMessages() {
	const hash = createHash('sha256');
	const messages = globSync('src/lib/**/messages/*.json', { cwd: root }).sort();
	for (const path of ['project.inlang/settings.json', 'package-lock.json', ...messages])
		hash
			.update(path)
			.update('\0')
			.update(readFileSync(join(root, path)))
			.update('\0');
	return hash.digest('hex');
}

if (import.meta.main) await compileTexts({ types: true });
