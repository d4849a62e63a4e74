import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

// npm run dead-code: exports, files, packages and fields of documents that nothing uses. It compares words, so it may miss some, but never cries wolf.

/** What SvelteKit reads by name. */
const kitNames =
	/^(load|actions|csr|ssr|prerender|trailingSlash|config|entries|match|handle\w*|init|reroute|transport|GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/;
const isEntry = (/** @type {string} */ file) =>
	/(^src\/(hooks|app|params\/)|\/\+|\.d\.ts$|^src\/bin\/|^tests\/|\.test\.ts$|^[^/]+$|database\.types\.ts$)/.test(
		file
	);

const files = globSync(['src/**/*.{ts,js,svelte}', 'tests/**/*.{ts,js}', '*.{ts,js}', 'package.json'], {
	exclude: ['src/lib/i18n/paraglide/**', 'src/bin/node24/**']
}).map((file) => file.replaceAll('\\', '/'));
const texts = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
const words = new Map([...texts].map(([file, text]) => [file, new Set(text.match(/[\w$]+/g))]));
const isTest = (/** @type {string} */ file) => /(\.test\.ts$|^tests\/)/.test(file);

/** @param {string} file @param {string} name */
function isUsed(file, name) {
	const others = files.filter((other) => other !== file && words.get(other)?.has(name));
	const times =
		texts.get(file)?.match(new RegExp(`(?<![\\w$])${name.replace('$', '\\$')}(?![\\w$])`, 'g'))?.length ?? 0;
	return others.some((other) => !isTest(other)) || (others.length > 0 && times > 1);
}

/** @type {string[]} */
const dead = [];
for (const [file, text] of texts) {
	if (file.endsWith('.svelte') || isEntry(file)) continue;
	const named = text.matchAll(/^export (?:async )?(?:function\*?|const|let|class|enum) ([\w$]+)/gm);
	const listed = [...text.matchAll(/^export \{([^}]*)\}/gm)].flatMap(
		([, names]) => names?.match(/[\w$]+(?=\s*(,|$))/g) ?? []
	);
	for (const name of [...[...named].map(([, name]) => name ?? ''), ...listed]) {
		if (!kitNames.test(name) && !isUsed(file, name)) dead.push(`${file}: ${name} is used nowhere`);
	}
}

/** A field of a document that no other line names. What is handed out whole is read by its person. */
for (const [file, text] of texts) {
	if (isTest(file) || !text.includes('strictObject(') || file.endsWith('/own-data.ts')) continue;
	for (const [, name = ''] of text.matchAll(/^\t+(\w+): (?:z$|z\.|instant\b|calendarDay\b)/gm)) {
		const line = new RegExp(`^(?!\\t+${name}: (?:z$|z\\.|instant\\b|calendarDay\\b)).*\\b${name}\\b`, 'm');
		const isRead = files.some(
			(other) => !isTest(other) && words.get(other)?.has(name) && line.test(texts.get(other) ?? '')
		);
		if (!isRead) dead.push(`${file}: nobody reads the field ${name}`);
	}
}

const imports = [...texts]
	.filter(([file]) => !isTest(file))
	.map(([, text]) => text)
	.join('\n');
for (const file of files.filter((file) => !isEntry(file))) {
	const isImported = ["'", "?script'"].some((end) => imports.includes(`/${basename(file)}${end}`));
	if (!isImported) dead.push(`${file}: nothing imports this file`);
}

const configs = globSync(['.prettierrc', 'project.inlang/*.json', '.ci/*', 'src/app.css']);
const everything = [...texts.values(), ...configs.map((file) => readFileSync(file, 'utf8'))].join('\n');
/** Kit asks for it beside itself. */
const peers = ['@sveltejs/vite-plugin-svelte'];
const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
	const isMentioned = everything.indexOf(name) !== everything.lastIndexOf(name);
	const isTypes = name.startsWith('@types/');
	if (!isMentioned && !isTypes && !peers.includes(name)) dead.push(`package.json: ${name} is used nowhere`);
}

if (dead.length) {
	console.error(dead.join('\n'));
	process.exitCode = 1;
}
