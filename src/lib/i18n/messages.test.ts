import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';

type Messages = Record<string, unknown>;

/** Beside their nouns: `src/lib/calls/messages/calls-ledger` for its three languages. */
const files = globSync('src/lib/**/messages/*.de.json').map((file) =>
	file.replaceAll('\\', '/').replace(/\.de\.json$/, '')
);
const read = (file: string, locale: string): Messages =>
	JSON.parse(readFileSync(`${file}.${locale}.json`, 'utf8'));
const keysOf = (messages: Messages) => Object.keys(messages).sort();

/** The names in braces that a sentence waits for, in all its variants. */
function placeholders(message: unknown): string[] {
	const texts = typeof message === 'string' ? [message] : Object.values(variants(message));
	return [...new Set(texts.flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort();
}
function variants(message: unknown): Record<string, string> {
	return (message as { match: Record<string, string> }[])[0]?.match ?? {};
}

const readAll = (pattern: string) =>
	globSync(pattern, { exclude: ['src/lib/i18n/paraglide/**', 'src/**/*.test.ts'] })
		.map((file) => readFileSync(file, 'utf8'))
		.join('\n');
const code = readAll('src/**/*.{svelte,ts}');
const namesInCode = new Set((code + readAll('supabase/**/*.sql')).match(/\b[a-z]+_\w+/g));
/** Keys put together from a beginning and a word, as in `needs_state_${state}`. */
const beginnings = [...code.matchAll(/\b([a-z]+_\w*_)\$\{/g)].map(([, beginning]) => beginning!);
const isUsed = (key: string) =>
	namesInCode.has(key) || beginnings.some((beginning) => key.startsWith(beginning));

test('every file of texts is compiled', () => {
	const settings = readFileSync('project.inlang/settings.json', 'utf8');
	for (const file of files) expect(settings).toContain(`"./${file}.{locale}.json"`);
});

describe.each(files)('%s', (file) => {
	const [german, english, plain] = ['de', 'en', 'de-x-leicht'].map((locale) => read(file, locale));
	const [noun] = basename(file).split('-');

	test('German and English know the same texts', () => {
		expect(keysOf(english!)).toEqual(keysOf(german!));
	});

	test('plain German only rewords what German says', () => {
		expect(keysOf(plain!).filter((key) => !(key in german!))).toEqual([]);
	});

	test('each language fills in the same names', () => {
		for (const [key, message] of Object.entries(german!)) {
			for (const other of [english!, plain!].filter((messages) => key in messages)) {
				expect(placeholders(other[key]), key).toEqual(placeholders(message));
			}
		}
	});

	test('each key begins with its noun', () => {
		expect(keysOf(german!).filter((key) => !key.startsWith(`${noun}_`) && key !== 'app_name')).toEqual([]);
	});

	test('no text is left over', () => {
		expect(keysOf(german!).filter((key) => !isUsed(key))).toEqual([]);
	});

	test('no sentence shouts', () => {
		const shouting = [german!, plain!, english!].flatMap((messages) =>
			Object.entries(messages).filter(([, message]) => JSON.stringify(message).includes('!'))
		);
		expect(shouting).toEqual([]);
	});
});

test('no text stands twice', () => {
	const keys = files.flatMap((file) => keysOf(read(file, 'de')));
	expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
});

test('every text asked for exists', () => {
	const all = new Set(files.flatMap((file) => keysOf(read(file, 'de'))));
	const asked = [...code.matchAll(/\bm\.(\w+)/g)].map(([, key]) => key!);
	expect(asked.filter((key) => !all.has(key))).toEqual([]);
});

const textsOf = (message: unknown) => (typeof message === 'string' ? { '': message } : variants(message));
/** Every text in German, plain or not: its key, which variant it is, and its words. */
const germanTexts = files.flatMap((file) =>
	['de', 'de-x-leicht'].flatMap((locale) =>
		Object.entries(read(file, locale)).flatMap(([key, message]) =>
			Object.entries(textsOf(message)).map(([variant, text]) => ({ key, variant, text }))
		)
	)
);

test('a name after a preposition is declined: it is called `whom`, and comes from `declined`', () => {
	const plain =
		/\b(an|aus|bei|durch|für|gegen|mit|nach|neben|ohne|über|um|unter|von|vor|wegen|zu) \{(name|who|person|member|writer|by|givenBy|uploadedBy)\}/i;
	expect(germanTexts.filter(({ text }) => plain.test(text))).toEqual([]);
	const given = [...code.matchAll(/\bwhom: ([^\s]{1,9})/g)].map(([, words]) => words!);
	expect(given.length).toBeGreaterThan(15);
	expect(given.filter((words) => !/^(declined\(|forWhom\(|string)/.test(words))).toEqual([]);
});

test('of one there is not "one of one"', () => {
	const counted = /\bvon \{(addressees|asked|organisations|total)\}/;
	const lacking = germanTexts.filter(({ text, variant }) => {
		const name = counted.exec(text)?.[1];
		return name && !new RegExp(`\\b${name}(=\\*|Plural=other)`).test(variant);
	});
	expect(lacking).toEqual([]);
});

test('a question takes no colon', () => {
	expect(germanTexts.filter(({ text }) => text.includes('?:'))).toEqual([]);
});

test('what one signs in with is a Kennwort, everywhere', () => {
	expect(germanTexts.filter(({ text }) => /passwor/i.test(text))).toEqual([]);
});
