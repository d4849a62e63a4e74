import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { href, routeOf, words } from './addresses.ts';

test('German addresses lead to the folders with English names', () => {
	expect(routeOf('/')).toBe('/');
	expect(routeOf('/bedarfe/neu')).toBe('/needs/new');
	expect(routeOf('/bedarfe/HZ-2026-142')).toBe('/needs/HZ-2026-142');
	expect(routeOf('/barrierefreiheit')).toBe('/accessibility');
});

test('an English folder is no second address of a page', () => {
	expect(routeOf('/needs')).toBe('/not-found');
	expect(routeOf('/bedarfe/new')).toBe('/not-found');
});

test('a survey may be named like a part of the site', () => {
	expect(routeOf('/abfragen/karte/ruecklauf')).toBe('/surveys/karte/response');
	expect(routeOf('/abfragen/record/nachweis')).toBe('/surveys/record/record');
	expect(routeOf('/abfragen/neu')).toBe('/surveys/neu');
	expect(routeOf('/abfragen/jugend/record')).toBe('/not-found');
});

test('words without a folder of another name, and ids, stay as they are', () => {
	expect(routeOf('/health')).toBe('/health');
	expect(routeOf('/start')).toBe('/start');
	expect(routeOf('/api/v1/needs')).toBe('/api/v1/needs');
	expect(routeOf('/q/7k3f2ab')).toBe('/short/7k3f2ab');
});

test('the address of a page is told by its folder', () => {
	expect(href('/')).toBe('/');
	expect(href('/needs/[number]/answer', { number: 'HZ-2026-142' })).toBe('/bedarfe/HZ-2026-142/beantworten');
	expect(href('/needs/drafts/[id]/[step]', { id: '7', step: 'topic' })).toBe('/bedarfe/entwurf/7/thema');
	expect(href('/needs/list.[format=format]', { format: 'csv' })).toBe('/bedarfe/liste.csv');
	expect(href('/meetings/feed/[secret].ics', { secret: 'a1' })).toBe('/kalender/abo/a1.ics');
	expect(href('/[kind=call]/[slug]/response', { kind: 'surveys', slug: 'map' })).toBe(
		'/abfragen/map/ruecklauf'
	);
});

test('each page has one address, which leads to it', () => {
	const routes = globSync('src/routes/**/+{page.svelte,page.server.ts,server.ts}')
		.map((file) => file.replaceAll('\\', '/').replace(/^src\/routes|\/\+[^/]*$/g, '') || '/')
		.filter((route) => !route.startsWith('/api/'));
	const given: Record<string, string> = {
		kind: 'surveys',
		slug: 'map',
		format: 'xlsx',
		paper: 'pdf',
		step: 'topic'
	};
	const params = new Proxy(given, { get: (all, name: string) => all[name] ?? 'x1' }) as never;
	const filled = (route: string) => route.replace(/\[(\w+)[^\]]*\]/g, (_, name) => given[name] ?? 'x1');
	expect(routes.length).toBeGreaterThan(100);
	for (const route of routes) expect(routeOf(href(route as '/', params))).toBe(filled(route));
	expect(new Set(Object.values(words)).size).toBe(Object.keys(words).length);
});

test('no address is written out but in the list of them', () => {
	const german = Object.keys(words).filter((word) => words[word] !== word);
	const written = new RegExp(`["'\`}(]/(${german.join('|')})(?=[/?#"'\`{$\\s)]|$)`, 'gm');
	const withoutComments = (text: string) =>
		text.replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(^|\s)\/\/.*/g, '');
	const sources = globSync(['src/**/*.{ts,js,svelte}', 'supabase/schemas/**/*.sql'], {
		exclude: ['src/**/*.test.ts', 'src/lib/i18n/paraglide/**', 'src/bin/node24/**']
	});
	const found = sources.flatMap((file) =>
		[...withoutComments(readFileSync(file, 'utf8')).matchAll(written)].map(([match]) => `${file}: ${match}`)
	);
	expect(found).toEqual([]);
});
