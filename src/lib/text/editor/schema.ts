import { Schema, type Attrs, type DOMOutputSpec, type Node } from 'prosemirror-model';
import { formats, isAddress, type Block, type Format, type Mark } from '../block.ts';
import { plainOfBlocks } from '../plain.ts';

/*
 * The block model as a document of the editor. Whatever the model allows has a place here; what has no command is kept and shown. What
 * is written for the page is also what is read from the clipboard.
 */

/** What the lists of a page say of their count. */
const types: Partial<Record<Format, string>> = {
	decimal: '1',
	'lower-alpha': 'a',
	'upper-alpha': 'A',
	'lower-roman': 'i',
	'upper-roman': 'I'
};
export const isCounted = (format: Format) => format in types;

const listOf = ({ format, start }: Attrs): DOMOutputSpec =>
	isCounted(format as Format)
		? ['ol', { 'data-format': format, type: types[format as Format], start }, 0]
		: ['ul', { 'data-format': format, class: format === 'none' ? 'unmarked' : undefined }, 0];

const itemOf = ({ number }: Attrs): DOMOutputSpec =>
	number === null
		? ['li', 0]
		: [
				'li',
				{ class: 'unmarked', 'data-number': number },
				['span', { contenteditable: 'false' }, number],
				['div', 0]
			];

const spanOf = (name: string) => (element: HTMLElement) =>
	Math.min(Math.max(Number.parseInt(element.getAttribute(name) ?? '1') || 1, 1), 100);
const cellAttributes = {
	colspan: { default: 1 },
	rowspan: { default: 1 },
	/* Asked for by prosemirror-tables; nobody sets it. */
	colwidth: { default: null }
};
const spansOf = (node: Node) => ({
	colspan: node.attrs.colspan > 1 ? node.attrs.colspan : undefined,
	rowspan: node.attrs.rowspan > 1 ? node.attrs.rowspan : undefined
});
const readSpans = (element: HTMLElement) => ({
	colspan: spanOf('colspan')(element),
	rowspan: spanOf('rowspan')(element)
});

const elements: Record<Mark, string> = {
	strong: 'strong',
	emphasis: 'em',
	underline: 'u',
	strike: 's',
	superscript: 'sup',
	subscript: 'sub',
	code: 'code'
};
const plainMarks = Object.fromEntries(
	(Object.entries(elements) as [Mark, string][]).map(([mark, tag]) => [
		mark,
		{ parseDOM: [{ tag }], toDOM: (): DOMOutputSpec => [tag, 0] }
	])
) as Record<Mark, { parseDOM: { tag: string }[]; toDOM: () => DOMOutputSpec }>;

export const schema = new Schema({
	nodes: {
		doc: { content: 'block+ notes?' },
		paragraph: { group: 'block', content: 'inline*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
		/** Only in what was typed as Markdown; sections have their heading in a field of its own. */
		heading: {
			group: 'block',
			content: 'inline*',
			defining: true,
			attrs: { level: {}, number: { default: null } },
			toDOM: ({ attrs }) => ['p', { class: 'heading', 'data-number': attrs.number ?? undefined }, 0]
		},
		list: {
			group: 'block',
			content: 'item+',
			attrs: { format: { default: 'bullet' }, start: { default: 1 } },
			parseDOM: [
				{
					tag: 'ul, ol',
					getAttrs: (element) => readList(element.dataset.format, element.getAttribute('start'))
				}
			],
			toDOM: ({ attrs }) => listOf(attrs)
		},
		item: {
			content: 'block+',
			defining: true,
			attrs: { number: { default: null } },
			parseDOM: [
				{
					tag: 'li[data-number]',
					contentElement: 'div',
					getAttrs: (element) => ({ number: element.dataset.number })
				},
				{ tag: 'li' }
			],
			toDOM: ({ attrs }) => itemOf(attrs)
		},
		quote: {
			group: 'block',
			content: 'block+',
			defining: true,
			parseDOM: [{ tag: 'blockquote' }],
			toDOM: () => ['blockquote', 0]
		},
		box: {
			group: 'block',
			content: 'block+',
			defining: true,
			parseDOM: [{ tag: 'div.box' }],
			toDOM: () => ['div', { class: 'box' }, 0]
		},
		/** A table or picture with what is written below it. */
		figure: {
			group: 'block',
			content: '(table | picture) caption?',
			defining: true,
			isolating: true,
			parseDOM: [{ tag: 'figure' }],
			toDOM: () => ['figure', 0]
		},
		caption: {
			content: 'inline*',
			isolating: true,
			parseDOM: [{ tag: 'figcaption' }],
			toDOM: () => ['figcaption', 0]
		},
		picture: {
			attrs: { file: {}, alt: { default: null } },
			parseDOM: [
				{
					tag: 'img[data-file]',
					getAttrs: (element) =>
						/^[a-z0-9-]{1,64}$/i.test(element.dataset.file ?? '') && {
							file: element.dataset.file,
							alt: element.getAttribute('alt')
						}
				}
			],
			toDOM: ({ attrs }) => ['img', { 'data-file': attrs.file, alt: attrs.alt ?? undefined }]
		},
		table: {
			content: 'row+',
			tableRole: 'table',
			isolating: true,
			parseDOM: [{ tag: 'table' }],
			toDOM: () => ['table', ['tbody', 0]]
		},
		row: {
			/* None where every column is taken by cells that reach down into it. */
			content: '(cell | head_cell)*',
			tableRole: 'row',
			/** Whether it is one of the rows in the table's head. */
			attrs: { isHead: { default: false } },
			parseDOM: [{ tag: 'tr', getAttrs: (element) => ({ isHead: 'head' in element.dataset }) }],
			toDOM: ({ attrs }) => ['tr', attrs.isHead ? { 'data-head': '' } : {}, 0]
		},
		cell: {
			content: 'block+',
			tableRole: 'cell',
			isolating: true,
			attrs: cellAttributes,
			parseDOM: [{ tag: 'td', getAttrs: readSpans }],
			toDOM: (node) => ['td', spansOf(node), 0]
		},
		head_cell: {
			content: 'block+',
			tableRole: 'header_cell',
			isolating: true,
			/** `isSaid`: a head by itself, not only for standing in the table's head. */
			attrs: { ...cellAttributes, isSaid: { default: false } },
			parseDOM: [
				{
					tag: 'th',
					getAttrs: (element) => ({ ...readSpans(element), isSaid: element.getAttribute('scope') === 'row' })
				}
			],
			toDOM: (node) => ['th', { ...spansOf(node), scope: node.attrs.isSaid ? 'row' : 'col' }, 0]
		},
		/** A block that the editor has no form for; it stays as it is. */
		kept: {
			group: 'block',
			atom: true,
			attrs: { block: {} },
			toDOM: ({ attrs }) => ['p', { class: 'kept' }, plainOfBlocks([attrs.block as Block])]
		},
		notes: {
			content: 'note+',
			parseDOM: [{ tag: 'ol.notes', priority: 60 }],
			toDOM: () => ['ol', { class: 'notes' }, 0]
		},
		note: {
			content: 'block+',
			defining: true,
			isolating: true,
			/* One without a key is given one as soon as it appears (notes.ts). */
			attrs: { key: { default: '' }, place: { default: 'foot' } },
			parseDOM: [{ tag: 'li', context: 'notes/', priority: 60 }],
			toDOM: () => ['li', 0]
		},
		text: { group: 'inline' },
		line_break: {
			group: 'inline',
			inline: true,
			selectable: false,
			linebreakReplacement: true,
			parseDOM: [{ tag: 'br' }],
			toDOM: () => ['br']
		},
		note_place: {
			group: 'inline',
			inline: true,
			atom: true,
			attrs: { key: {} },
			parseDOM: [{ tag: 'sup[data-note]', priority: 60, getAttrs: ({ dataset }) => ({ key: dataset.note }) }],
			toDOM: ({ attrs }) => ['sup', { 'data-note': attrs.key }, attrs.key]
		}
	},
	marks: {
		link: {
			attrs: { href: {} },
			inclusive: false,
			parseDOM: [
				{
					tag: 'a[href]',
					getAttrs: (element) => {
						const href = element.getAttribute('href') ?? '';
						return isAddress(href) && href.length <= 2_000 && { href };
					}
				}
			],
			toDOM: ({ attrs }) => ['a', { href: attrs.href }, 0]
		},
		language: {
			attrs: { language: {} },
			parseDOM: [{ tag: 'span[lang]', getAttrs: ({ lang }) => ({ language: lang }) }],
			toDOM: ({ attrs }) => ['span', { lang: attrs.language }, 0]
		},
		...plainMarks
	}
});

function readList(format: string | undefined, start: string | null): Attrs {
	const known = formats.find((one) => one === format) ?? 'bullet';
	const count = Number(start ?? 1);
	return { format: known, start: Number.isInteger(count) && count >= 0 && count <= 100_000 ? count : 1 };
}

/** Whether a node is a block of the model; items, rows and cells only hold some. */
export const isBlock = (node: Node): boolean => node.type.isInGroup('block');
