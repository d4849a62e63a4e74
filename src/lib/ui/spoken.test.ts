import { globSync, readFileSync } from 'node:fs';
import { parse, type AST } from 'svelte/compiler';
import { expect, test } from 'vitest';

/* What a screen reader was heard to swallow or to break, looked for in every component. */

type Element = AST.RegularElement | AST.Component;
type Part = { type: string } & Record<string, unknown>;

const components = globSync('src/**/*.svelte')
	.sort()
	.map((file) => {
		const source = readFileSync(file, 'utf8');
		const template = parse(source, { modern: true }).fragment;
		return { file, source, template, elements: within(template) };
	});

/** All elements and components in a part of a template, in order. */
function within(part: unknown): Element[] {
	if (Array.isArray(part)) return part.flatMap(within);
	if (typeof part !== 'object' || part === null) return [];
	const { type, ...rest } = part as Part;
	const below = Object.values(rest).flatMap(within);
	return ['RegularElement', 'SvelteElement', 'Component'].includes(type)
		? [part as Element, ...below]
		: below;
}

const inside = ({ fragment }: Element) => within(fragment);
const has = ({ attributes }: Element, name: string) =>
	attributes.some((attribute) => 'name' in attribute && attribute.name === name);
const sourceOf = ({ start, end }: Element, source: string) => source.slice(start, end);

/** The places where `isWrong` holds, to be read in a failing test. */
function wrong(isWrong: (element: Element, source: string) => boolean): string[] {
	return components.flatMap(({ file, source, elements }) =>
		elements
			.filter((element) => isWrong(element, source))
			.map((element) => `${file}: ${sourceOf(element, source).slice(0, 160)}`)
	);
}

test('what a form did is said by the head of the page, first in the title', () => {
	const says = components.filter(
		({ file, elements, source }) =>
			!file.endsWith('ui/PageHead.svelte') &&
			elements.some(
				(element) => element.name === 'Notice' && sourceOf(element, source).startsWith('<Notice tone="ok"')
			) &&
			!elements.some((element) => has(element, 'result'))
	);
	expect(says.map(({ file }) => file)).toEqual([]);
});

test('one region speaks of a page: mistakes, what a form did, saving by itself, or how far a job has come', () => {
	const speaking = (source: string) => /role="(status|alert|log)"|aria-live/.test(source);
	expect(components.filter(({ source }) => speaking(source)).map(({ file }) => file)).toEqual([
		'src/lib/imports/ImportPage.svelte',
		'src/lib/text/TextEditor.svelte',
		'src/lib/text/editor/EditorDialogs.svelte',
		'src/lib/ui/AutosaveState.svelte',
		'src/lib/ui/ErrorSummary.svelte',
		'src/lib/ui/PageHead.svelte',
		'src/routes/documents/[slug]/[version=count]/import/[reading=uuid]/+page.svelte'
	]);
	const both = components.filter(
		({ elements }) =>
			elements.some(({ name }) => name === 'AutosaveState') &&
			elements.some((element) => element.name === 'PageHead' && has(element, 'done'))
	);
	expect(both.map(({ file }) => file)).toEqual([]);
});

test('hint and error of a group are not tied to what holds it: that is never spoken', () => {
	expect(
		wrong(
			(element, source) =>
				has(element, 'aria-describedby') &&
				(element.name === 'fieldset' || /^[^>]*role="radiogroup"/.test(sourceOf(element, source)))
		)
	).toEqual([]);
});

test('nothing inside a link breaks it into several', () => {
	const blocks = ['div', 'p', 'ul', 'ol', 'h2', 'h3', 'h4', 'StateWord'];
	const breaks = (element: Element, source: string) =>
		blocks.includes(element.name) ||
		/^<\w+[^>]*class="[^"]*\b(sr-only|block|inline-block|flex|inline-flex)\b/.test(sourceOf(element, source));
	expect(
		wrong(
			(element, source) =>
				['a', 'LinkButton'].includes(element.name) && inside(element).some((part) => breaks(part, source))
		)
	).toEqual([]);
});

test('a term has one value: what can be done about it belongs inside', () => {
	expect(
		wrong(
			(element) =>
				['dl', 'div'].includes(element.name) &&
				inside(element).some(
					({ name }, index, all) => name === 'dd' && all.slice(index + 1).find(isTermOrValue)?.name === 'dd'
				)
		)
	).toEqual([]);
});
const isTermOrValue = ({ name }: Element) => ['dt', 'dd'].includes(name);

test('no sentence is chopped by insertions and deletions', () => {
	const marked = wrong(({ name }) => ['ins', 'del'].includes(name));
	// Differences alone, which stand below the whole new text (TextDifference.svelte).
	expect(marked.filter((place) => !place.startsWith('src/lib/text/'))).toEqual([]);
});

test('what stands by itself begins with a heading', () => {
	expect(
		wrong(
			(element) =>
				element.name === 'article' && !/^(h[2-6]|svelte:element)$/.test(inside(element)[0]?.name ?? '')
		)
	).toEqual([]);
});

test('a button in a list or table says which thing it is about', () => {
	const speaksOf = (button: Element, source: string) =>
		has(button, 'aria-label') ||
		has(button, 'aria-describedby') ||
		/sr-only|\{m\.\w+\(\{|\{(?!m\.)\w/.test(source.slice(button.fragment.nodes[0]?.start, button.end));
	const silent = components.flatMap(({ file, source, template }) =>
		repeated(template)
			.flatMap(within)
			.filter((element) => /^button$/i.test(element.name) && !speaksOf(element, source))
			.map((button) => `${file}: ${sourceOf(button, source)}`)
	);
	expect(silent).toEqual([]);
});

/** What is shown once for each of several things: in a loop, or in a snippet that takes the thing. */
function repeated(part: unknown): unknown[] {
	if (Array.isArray(part)) return part.flatMap(repeated);
	if (typeof part !== 'object' || part === null) return [];
	const { type, parameters, ...rest } = part as Part;
	const isFor = type === 'EachBlock' || (type === 'SnippetBlock' && (parameters as unknown[]).length > 0);
	return isFor ? [part] : Object.values(rest).flatMap(repeated);
}

test('a drawing has one name, and a table is not named by what frames it', () => {
	expect(
		wrong((element) => has(element, 'aria-label') && inside(element).some(({ name }) => name === 'title'))
	).toEqual([]);
	expect(
		wrong(
			(element) => has(element, 'aria-labelledby') && inside(element).some(({ name }) => name === 'caption')
		)
	).toEqual([]);
});
