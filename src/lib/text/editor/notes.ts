import type { Node } from 'prosemirror-model';
import {
	NodeSelection,
	Plugin,
	PluginKey,
	TextSelection,
	type Command,
	type EditorState
} from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { noteAround } from './around.ts';
import { schema } from './schema.ts';

/*
 * Notes stand in a list below the text, each known by its key. They are counted in the order of their places.
 */

const { nodes } = schema;

interface Place {
	key: string;
	pos: number;
}

function placesIn(node: Node, start: number): Place[] {
	const places: Place[] = [];
	node.descendants((child, pos) => {
		if (child.type === nodes.notes) return false;
		if (child.type === nodes.note_place) places.push({ key: child.attrs.key as string, pos: start + pos });
		return true;
	});
	return places;
}

interface NoteFound {
	note: Node;
	key: string;
	/** Before the note. */
	pos: number;
}

function notesIn(doc: Node): NoteFound[] {
	const last = doc.lastChild;
	if (last?.type !== nodes.notes) return [];
	const found: NoteFound[] = [];
	const start = doc.content.size - last.nodeSize + 1;
	last.forEach((note, offset) => found.push({ note, key: note.attrs.key as string, pos: start + offset }));
	return found;
}

const allPlaces = (doc: Node): Place[] => [
	...placesIn(doc, 0),
	...notesIn(doc).flatMap(({ note, pos }) => placesIn(note, pos + 1))
];

/** Keys of notes in the order in which they are counted; notes may have notes. */
export function noteOrder(doc: Node): string[] {
	const notes = new Map(notesIn(doc).map((found) => [found.key, found]));
	const order = new Set<string>();
	let places = placesIn(doc, 0);
	while (places.length > 0) {
		const added = [...new Set(places.map(({ key }) => key))].filter(
			(key) => notes.has(key) && !order.has(key)
		);
		for (const key of added) order.add(key);
		places = added.flatMap((key) => placesIn(notes.get(key)!.note, 0));
	}
	for (const key of notes.keys()) order.add(key);
	return [...order];
}

function freeKey(doc: Node): string {
	const taken = new Set([...notesIn(doc), ...allPlaces(doc)].map(({ key }) => key));
	let count = 1;
	while (taken.has(String(count))) count += 1;
	return String(count);
}

/** Puts a note at the end of what is selected, and the cursor into the note. */
export const addNote: Command = ({ doc, selection, tr }, dispatch) => {
	const { $to, to } = selection;
	if (!$to.parent.inlineContent) return false;
	if (!dispatch) return true;
	const key = freeKey(doc);
	tr.insert(to, nodes.note_place.create({ key }));
	const order = allPlaces(tr.doc).map((place) => place.key);
	const isLater = (other: string) => !order.includes(other) || order.indexOf(other) > order.indexOf(key);
	const notes = notesIn(tr.doc);
	const note = nodes.note.create({ key }, nodes.paragraph.create());
	const end = tr.doc.content.size;
	const pos = notes.find((one) => isLater(one.key))?.pos ?? (notes.length > 0 ? end - 1 : end);
	tr.insert(pos, notes.length > 0 ? note : nodes.notes.create(null, note));
	/* Into the paragraph of the note, which may be the first of the list. */
	tr.setSelection(TextSelection.create(tr.doc, notes.length > 0 ? pos + 2 : pos + 3));
	dispatch(tr.scrollIntoView());
	return true;
};

/** The key of the note whose place is selected or beside the cursor. */
function keyAt({ selection }: EditorState): string | undefined {
	if (selection instanceof NodeSelection && selection.node.type === nodes.note_place)
		return selection.node.attrs.key as string;
	const { nodeBefore, nodeAfter } = selection.$from;
	const found = [nodeBefore, nodeAfter].find((node) => selection.empty && node?.type === nodes.note_place);
	return found?.attrs.key as string | undefined;
}

/** From a place to its note. */
export const goToNote: Command = (state, dispatch) => {
	const key = keyAt(state);
	const found = notesIn(state.doc).find((note) => note.key === key);
	if (!found) return false;
	const end = state.doc.resolve(found.pos + found.note.nodeSize - 1);
	dispatch?.(state.tr.setSelection(TextSelection.near(end, -1)).scrollIntoView());
	return true;
};

/** From a note to its place in the text. */
export const goToPlace: Command = (state, dispatch) => {
	const key = noteAround(state.selection)?.node.attrs.key as string | undefined;
	const place = allPlaces(state.doc).find((one) => one.key === key);
	if (!place) return false;
	dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, place.pos + 1)).scrollIntoView());
	return true;
};

/** Takes the note away in which the cursor is, with all its places. */
export const removeNote: Command = (state, dispatch) => {
	const found = noteAround(state.selection);
	if (!found) return false;
	if (!dispatch) return true;
	const key = found.node.attrs.key as string;
	const places = allPlaces(state.doc).filter((place) => place.key === key && !isWithin(place.pos, found));
	const notes = notesIn(state.doc);
	const { tr } = state;
	if (notes.length > 1) tr.delete(found.pos, found.pos + found.node.nodeSize);
	else tr.delete(found.pos - 1, state.doc.content.size);
	for (const { pos } of places.toReversed()) {
		const mapped = tr.mapping.map(pos);
		tr.delete(mapped, mapped + 1);
	}
	const back = tr.mapping.map(places[0]?.pos ?? 0);
	tr.setSelection(TextSelection.near(tr.doc.resolve(back)));
	dispatch(tr.scrollIntoView());
	return true;
};

const isWithin = (pos: number, { pos: start, node }: { pos: number; node: Node }) =>
	pos > start && pos < start + node.nodeSize;

/** What the notes of a document are called by their keys: their count, from 1. */
export const noteNumbers = new PluginKey<Map<string, number>>('notes');

/** Counts notes, and keeps each note with one key and each place with a note. */
export const notesPlugin = new Plugin<Map<string, number>>({
	key: noteNumbers,
	state: {
		init: (_config, { doc }) => numbersOf(doc),
		apply: (tr, numbers) => (tr.docChanged ? numbersOf(tr.doc) : numbers)
	},
	props: {
		decorations(state) {
			const numbers = noteNumbers.getState(state) ?? new Map<string, number>();
			const places = allPlaces(state.doc).map(({ key, pos }) =>
				Decoration.node(pos, pos + 1, {}, { number: numbers.get(key) })
			);
			const notes = notesIn(state.doc).map(({ key, note, pos }) =>
				Decoration.node(pos, pos + note.nodeSize, { value: String(numbers.get(key)) })
			);
			return DecorationSet.create(state.doc, [...places, ...notes]);
		}
	},
	appendTransaction(transactions, _before, state) {
		if (!transactions.some(({ docChanged }) => docChanged)) return null;
		const { tr } = state;
		const known = new Set<string>();
		for (const { key, note, pos } of notesIn(state.doc)) {
			const own = key === '' || known.has(key) ? freeKey(tr.doc) : key;
			if (own !== key) tr.setNodeMarkup(pos, null, { ...note.attrs, key: own });
			known.add(own);
		}
		const lost = allPlaces(state.doc).filter(({ key }) => !known.has(key));
		for (const { pos } of lost.toReversed()) tr.delete(pos, pos + 1);
		return tr.docChanged ? tr : null;
	}
});

const numbersOf = (doc: Node) => new Map(noteOrder(doc).map((key, at) => [key, at + 1]));
