import * as fc from 'fast-check';
import { marks, type Block, type Run, type Text } from '../../src/lib/text/block.ts';
import { block, runs } from './random.ts';

/*
 * Random edits of a text, as editors make them: in any row of blocks, items, rows, cells or runs.
 */

const edit = fc.record({
	kind: fc.constantFrom('remove', 'move', 'copy', 'word', 'mark', 'block', 'runs', 'shell', 'note', 'space'),
	row: fc.nat(),
	at: fc.nat(),
	to: fc.nat(),
	word: fc.constantFrom('Rufbus', 'Neu,', 'und', '(x)'),
	block,
	runs
});
export const edits = fc.array(edit, { minLength: 1, maxLength: 5 });
type Edit = typeof edit extends fc.Arbitrary<infer One> ? One : never;

/** All arrays of things in a text, and all shells that say something of themselves. */
function inside(text: Text) {
	const rows: unknown[][] = [text.blocks, text.notes];
	const texts: Run[][] = [];
	const shells: Block[] = [];
	const visit = (blocks: Block[]) => {
		for (const one of blocks) {
			shells.push(one);
			if (one.kind === 'paragraph' || one.kind === 'heading') texts.push(one.runs);
			if (one.kind === 'list') rows.push(one.items, ...one.items.map((item) => item.blocks));
			if (one.kind === 'list') for (const item of one.items) visit(item.blocks);
			if (one.kind === 'table') {
				const all = [...one.head, ...one.body];
				rows.push(one.head, one.body, ...all, ...all.flat().map((cell) => cell.blocks));
				for (const cell of all.flat()) visit(cell.blocks);
			}
			if ('caption' in one && one.caption) texts.push(one.caption);
			if (one.kind === 'quote' || one.kind === 'box') {
				rows.push(one.blocks);
				visit(one.blocks);
			}
		}
	};
	visit(text.blocks);
	for (const note of text.notes) {
		rows.push(note.blocks);
		visit(note.blocks);
	}
	return { rows: rows.filter((row) => row.length > 0), texts, shells };
}

function make(text: Text, one: Edit) {
	const { rows, texts, shells } = inside(text);
	const row = rows[one.row % Math.max(1, rows.length)] ?? [];
	const words = texts[one.row % Math.max(1, texts.length)] ?? [];
	const shell = shells[one.row % Math.max(1, shells.length)];
	const at = one.at % Math.max(1, row.length);
	const run = words[one.at % Math.max(1, words.length)];
	const isNotes = row === (text.notes as unknown[]);
	if (one.kind === 'remove') row.splice(at, 1);
	else if (one.kind === 'move') row.splice(one.to % (row.length + 1), 0, ...row.splice(at, 1));
	else if (one.kind === 'copy' && row[at] !== undefined && !isNotes) row.push(structuredClone(row[at]));
	else if (one.kind === 'block')
		text.blocks.splice(one.at % (text.blocks.length + 1), 0, structuredClone(one.block));
	else if (one.kind === 'runs') words.splice(one.to % (words.length + 1), 0, ...structuredClone(one.runs));
	else if (one.kind === 'word' && run && 'text' in run) run.text = run.text.replace(/\S+/, one.word);
	else if (one.kind === 'space' && run && 'text' in run) run.text = run.text.replace(/ /g, '\u00a0');
	else if (one.kind === 'mark' && run && 'text' in run)
		run.marks = [marks[one.to % marks.length] ?? 'strong'];
	else if (one.kind === 'shell' && shell?.kind === 'heading') shell.level = 1 + (one.to % 9);
	else if (one.kind === 'shell' && shell?.kind === 'list') shell.start = one.to % 7;
	else if (one.kind === 'shell' && shell?.kind === 'image') shell.alt = one.word;
	else if (one.kind === 'note') {
		/* As word processors do: a new note shifts the keys of the others. */
		const keys = new Map(text.notes.map((note, place) => [note.key, String(place + 2)]));
		for (const note of text.notes) note.key = keys.get(note.key) ?? note.key;
		for (const all of texts)
			for (const place of all) if ('note' in place) place.note = keys.get(place.note) ?? place.note;
		text.notes.unshift({ key: '1', place: 'foot', blocks: [structuredClone(one.block)] });
		words.push({ note: '1' });
	}
}

/** The text after edits; the text itself stays as it is. */
export function edited(text: Text, all: Edit[]): Text {
	const after = structuredClone(text);
	for (const one of all) make(after, one);
	return after;
}
