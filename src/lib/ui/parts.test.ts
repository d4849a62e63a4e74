import { createRawSnippet, type ComponentProps } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import ChartBars from './ChartBars.svelte';
import DescriptionText from './DescriptionText.svelte';
import ErrorSummary from './ErrorSummary.svelte';
import Field from './Field.svelte';
import HelpLine from './HelpLine.svelte';
import PageHead from './PageHead.svelte';
import RadioGroup from './RadioGroup.svelte';
import Table from './Table.svelte';

const text = (html: string) => html.replace(/<!--.*?-->/g, '');

describe('Field', () => {
	test('label, hint and error belong to the input', () => {
		const html = render(Field, {
			props: { name: 'place', label: 'Ort', hint: 'Ein Ortsteil', error: 'Bitte nennen Sie den Ort.' }
		}).body;
		expect(html).toContain('for="place"');
		expect(html).toMatch(/<input[^>]* id="place"[^>]* aria-describedby="place-hint place-error"/);
		expect(html).toContain('aria-invalid="true"');
		expect(html).toContain('id="place-error"');
	});

	test('what was typed is kept in every kind of input', () => {
		const value = 'a<b>"c"';
		const typed = (type: string) =>
			render(Field, {
				props: { name: 'x', label: 'X', type, value, options: [{ value, label: 'gewählt' }] }
			}).body;
		expect(typed('text')).toContain('value="a&lt;b>&quot;c&quot;"');
		expect(typed('textarea')).toContain('a&lt;b>"c"</textarea>');
		expect(typed('select')).toContain('selected=""');
	});
});

test('the error summary takes the focus and leads to the field; without errors there is none', () => {
	const html = render(ErrorSummary, { props: { errors: { place: 'Bitte nennen Sie den Ort.' } } }).body;
	expect(html).toMatch(/tabindex="-1" autofocus/);
	expect(html).toContain('<a href="#place">Bitte nennen Sie den Ort.</a>');
	expect(text(render(ErrorSummary, { props: { errors: {} } }).body)).toBe('');
	expect(text(render(ErrorSummary, { props: { errors: undefined } }).body)).toBe('');
});

test('the first radio button carries the name that the error summary links to', () => {
	const options = ['acute', 'year'].map((value) => ({ value, label: value }));
	const html = render(RadioGroup, {
		props: { name: 'urgency', legend: 'Wie dringend?', options, value: 'year' }
	}).body;
	expect(html).toMatch(/id="urgency"[^>]*value="acute"/);
	expect(html).toMatch(/id="urgency-2"[^>]*value="year" checked/);
});

test('a table keeps its roles, heads its rows and names its order', () => {
	const cell = createRawSnippet<[{ nr: string }, string]>((row) => ({ render: () => `<b>${row().nr}</b>` }));
	const html = render(Table<{ nr: string }>, {
		props: {
			caption: 'Bedarfe',
			columns: [
				{ key: 'nr', label: 'Nummer', sortHref: '?s=nr', sorted: 'descending' },
				{ key: 'x', label: 'Ort' },
				{ key: 'gap', label: 'Geschlossen?' }
			],
			rows: [{ nr: 'HZ-2026-1' }],
			cell
		}
	}).body;
	expect(html).toContain('aria-sort="descending"');
	expect(html).toContain('<th scope="row" role="rowheader">');
	expect(html).toContain('data-label="Ort: "');
	expect(html).toContain('data-label="Geschlossen? "');
	expect(html.match(/role="(table|row|rowgroup|columnheader|cell)"/g)).toHaveLength(10);
});

test('what people write stays text, in paragraphs', () => {
	const html = text(
		render(DescriptionText, { props: { text: 'Eins\nzwei\n\n<script>alert(1)</script>' } }).body
	);
	expect(html).toBe('<div class="paragraphs"><p>Eins\nzwei</p><p>&lt;script>alert(1)&lt;/script></p></div>');
});

test('a hidden number is a word, and draws no bar', () => {
	const bars = [
		{ label: 'Pflege', value: 12 },
		{ label: 'Hospiz', value: 0, shown: 'weniger als 5' }
	];
	const props = {
		title: 'Bedarfe',
		description: 'Pflege führt.',
		bars,
		labelHead: 'Feld',
		valueHead: 'Zahl'
	};
	const html = render(ChartBars, { props }).body;
	expect(html.match(/<rect/g)).toHaveLength(1);
	expect(text(html).match(/weniger als 5/g)).toHaveLength(2);
});

test('a vacant post still names a number to call', () => {
	const help = { name: '', title: 'Sozialplanung', phone: '03941 0000-100', email: null };
	const html = text(render(HelpLine, { props: { help } }).body);
	expect(html).toContain('<b>Sozialplanung</b>');
	expect(html).toContain('href="tel:039410000100"');
	expect(html).not.toContain('mailto');
});

describe('PageHead', () => {
	const shown = (props: Omit<ComponentProps<typeof PageHead>, 'title'>) => {
		const { head, body } = render(PageHead, { props: { title: 'Ort', ...props } });
		return { title: /<title>(.*)<\/title>/.exec(head)?.[1], body: text(body) };
	};

	test('a page with errors says so in its title', () => {
		expect(shown({ hasErrors: true }).title).toBe('Fehler: Ort – Augenhöhe');
	});

	test('what a form did stands first in the title, and above the h1', () => {
		const { title, body } = shown({ done: 'Gespeichert.' });
		expect(title).toBe('Gespeichert. – Ort – Augenhöhe');
		expect(body).toMatch(/<div role="status">.*<p>Gespeichert\.<\/p>.*<h1>/s);
	});

	test('errors go before what was done', () => {
		const { title, body } = shown({ hasErrors: true, done: 'Gespeichert.' });
		expect(title).toBe('Fehler: Ort – Augenhöhe');
		expect(body).not.toContain('Gespeichert.');
	});

	test('what the page says itself stands in the title only', () => {
		const { title, body } = shown({ result: 'Vorschau' });
		expect(title).toBe('Vorschau – Ort – Augenhöhe');
		expect(body).not.toContain('Vorschau');
	});

	test('a step has its number in the title', () => {
		const { title, body } = shown({ step: { task: 'Bedarf melden', step: 2, of: 6 } });
		expect(title).toBe('Schritt 2 von 6: Ort – Augenhöhe');
		expect(body).toContain('Bedarf melden – Schritt 2 von 6');
	});
});

test('a group says its hint and what is wrong in its legend', () => {
	const props = { name: 'urgency', legend: 'Wie dringend?', hint: 'Ungefähr.', error: 'Bitte wählen Sie.' };
	const html = text(render(RadioGroup, { props: { ...props, options: [] } }).body);
	expect(html).toMatch(/<legend>.*Ungefähr\..*Bitte wählen Sie\..*<\/legend>/s);
});
