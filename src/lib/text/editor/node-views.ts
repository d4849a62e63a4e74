import type { Node } from 'prosemirror-model';
import type { Decoration, NodeView, NodeViewConstructor } from 'prosemirror-view';
import { sentence, type EditorWords } from './words.ts';

/*
 * What is shown of nodes that need the words of the page, or an address.
 */

function element<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	attributes: Record<string, string> = {},
	...children: (globalThis.Node | string)[]
): HTMLElementTagNameMap[Name] {
	const made = document.createElement(name);
	for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
	made.append(...children);
	return made;
}

/** A picture; its words are also there for the eye, and their want for everybody. */
function picture(node: Node, words: EditorWords, hrefOf: (file: string) => string): NodeView {
	const { file, alt } = node.attrs as { file: string; alt: string | null };
	const image = element('img', { src: hrefOf(file), alt: alt ?? '' });
	const said =
		alt === null
			? words.pictureBare
			: alt === ''
				? words.pictureDecorative
				: sentence(words.picture, { alt });
	const line = element('p', { class: 'soft', ...(alt ? { 'aria-hidden': 'true' } : {}) }, said);
	return { dom: element('div', { class: 'picture' }, image, line) };
}

const numberIn = (decorations: readonly Decoration[]) =>
	String(decorations.map(({ spec }) => (spec as { number?: number }).number).find(Boolean) ?? '');

/** The place of a note, by its number. */
function notePlace(decorations: readonly Decoration[], words: EditorWords): NodeView {
	const dom = element('sup');
	const show = (all: readonly Decoration[]) => {
		const number = numberIn(all);
		const [before = ''] = words.note.split('{number}');
		dom.replaceChildren(element('span', { class: 'sr-only' }, before), number);
	};
	show(decorations);
	return {
		dom,
		update(node, all) {
			if (node.type.name !== 'note_place') return false;
			show(all);
			return true;
		}
	};
}

export const nodeViewsFor = (
	words: EditorWords,
	hrefOf: (file: string) => string
): Record<string, NodeViewConstructor> => ({
	picture: (node) => picture(node, words, hrefOf),
	note_place: (_node, _view, _getPos, decorations) => notePlace(decorations, words),
	notes() {
		const dom = element('ol', { class: 'notes', 'aria-label': words.notes });
		return { dom, contentDOM: dom };
	}
});
