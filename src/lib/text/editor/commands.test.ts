import * as fc from 'fast-check';
import { baseKeymap } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { Selection, TextSelection, type Command, type EditorState } from 'prosemirror-state';
import { expect, test } from 'vitest';
import { text as randomText } from '../../../../tests/texts/random.ts';
import { deepest, depthOf } from '../block.ts';
import { fromMarkdown } from '../markdown-in.ts';
import { toMarkdown } from '../markdown-out.ts';
import { textSchema } from '../text-schema.ts';
import { tidy } from '../tidy.ts';
import * as commands from './commands.ts';
import { textOf } from './document.ts';
import { pasted } from './guards.ts';
import * as notes from './notes.ts';
import { stateOf } from './state.ts';
import * as tables from './tables.ts';

/** Does something, with the plugins that follow. */
function done(state: EditorState, command: Command): EditorState {
	let after = state;
	command(state, (tr) => (after = state.applyTransaction(tr).state));
	return after;
}

/** With a selection from one part of the document to another. */
const select = (state: EditorState, from: number, to: number): EditorState => {
	const at = (share: number) => state.doc.resolve(Math.round(share * state.doc.content.size));
	const selection = from === to ? Selection.near(at(from)) : TextSelection.between(at(from), at(to));
	return state.apply(state.tr.setSelection(selection));
};

/** With the cursor behind these words. */
const behind = (state: EditorState, words: string): EditorState => {
	let found = -1;
	state.doc.descendants((node, pos) => {
		const at = node.text?.indexOf(words) ?? -1;
		if (at >= 0 && found < 0) found = pos + at + words.length;
		return true;
	});
	expect(found, words).toBeGreaterThan(0);
	return state.apply(state.tr.setSelection(Selection.near(state.doc.resolve(found))));
};

const stateFrom = (...lines: string[]) => stateOf(fromMarkdown(lines.join('\n')).text);
const markdownOf = (state: EditorState) => toMarkdown(textOf(state.doc)).trimEnd().split('\n');
const type =
	(words: string): Command =>
	(state, dispatch) => {
		dispatch?.(state.tr.insertText(words));
		return true;
	};
const steps = (state: EditorState, ...all: Command[]) => all.reduce(done, state);
const enter: Command = (state, dispatch) =>
	commands.onEnter(state, dispatch) || baseKeymap.Enter!(state, dispatch);

test('paragraphs become a list, the list another one, and paragraphs again', () => {
	const plain = behind(stateFrom('Bus'), 'Bus');
	const list = steps(plain, commands.toggleList('bullet'), enter, type('Bahn'));
	expect(markdownOf(list)).toEqual(['- Bus', '- Bahn']);
	const counted = done(list, commands.toggleList('decimal'));
	expect(markdownOf(counted)).toEqual(['1. Bus', '2. Bahn']);
	expect(markdownOf(done(counted, commands.sinkItem))).toEqual(['1. Bus', '   1. Bahn']);
	expect(markdownOf(steps(counted, commands.sinkItem, commands.liftItem))).toEqual(['1. Bus', '2. Bahn']);
	expect(markdownOf(done(counted, commands.toggleList('decimal')))).toEqual(['1. Bus', '', 'Bahn']);
});

test('a new item has no number of its own', () => {
	const state = behind(stateFrom('- {Nr. § 3} Anspruch'), 'Anspruch');
	expect(markdownOf(steps(state, enter, type('Weiteres')))).toEqual(['- {Nr. § 3} Anspruch', '- Weiteres']);
});

test('a note is counted by its place, and goes with all its places', () => {
	let state = behind(stateFrom('Bus[^a] und Bahn', '', '[^a]: Stand 2026.'), 'Bahn');
	state = steps(state, notes.addNote, type('Später.'));
	expect(markdownOf(state)).toEqual(['Bus[^a] und Bahn[^1]', '', '[^a]: Stand 2026.', '', '[^1]: Später.']);
	state = steps(behind(state, 'Bu'), notes.addNote, type('Zuerst.'));
	expect(notes.noteOrder(state.doc)).toEqual(['2', 'a', '1']);
	expect(markdownOf(state).slice(2)).toEqual(['[^2]: Zuerst.', '', '[^a]: Stand 2026.', '', '[^1]: Später.']);
	const back = steps(state, notes.goToPlace, type('!'));
	expect(markdownOf(back)[0]).toBe('Bu[^2]!s[^a] und Bahn[^1]');
	expect(markdownOf(steps(behind(state, 'Stand'), notes.removeNote))[0]).toBe('Bu[^2]s und Bahn[^1]');
	expect(done(behind(state, 'Später'), notes.removeNote).doc.lastChild?.childCount).toBe(2);
	expect(markdownOf(steps(behind(state, 'Später'), notes.removeNote, undo))).toEqual(markdownOf(state));
});

test('rows and columns come and go, and the head stays the head', () => {
	const empty = steps(stateFrom(''), tables.insertTable, type('Ort'));
	expect(tables.sizeOf(empty)).toEqual({ rows: 3, columns: 2 });
	const state = steps(empty, tables.addColumnAfter, tables.addRowAfter);
	expect(tables.sizeOf(state)).toEqual({ rows: 4, columns: 3 });
	const rows = [
		[{}, {}, {}],
		[{}, {}, {}],
		[{}, {}, {}]
	];
	expect(textOf(state.doc).blocks).toMatchObject([{ head: rows.slice(2), body: rows }]);
	expect(tables.sizeOf(steps(state, tables.addColumnBefore, tables.removeColumn))).toEqual({
		rows: 4,
		columns: 3
	});
	expect(textOf(done(state, tables.removeRow).doc).blocks).toMatchObject([{ head: [], body: rows }]);
	const twoHeads = steps(state, tables.addRowBefore);
	expect(textOf(twoHeads.doc).blocks).toMatchObject([{ head: rows.slice(1), body: rows }]);
	expect(textOf(done(twoHeads, tables.toggleHead).doc).blocks).toMatchObject([
		{ head: [], body: { length: 5 } }
	]);
	expect(tables.hasHead(steps(twoHeads, tables.toggleHead, tables.toggleHead))).toBe(true);
});

test('merged cells stay merged while words in them change', () => {
	const source = [
		'::: Tabelle',
		'- - {Spalten 2} Angebot',
		'- - {Zeilen 2, Kopf} Harz',
		'  - Bus',
		'- - Bahn',
		':::'
	];
	const state = behind(stateFrom(...source), 'Bus');
	const after = markdownOf(done(state, type(' und Rad')));
	expect(after).toEqual(source.map((line) => line.replace('Bus', 'Bus und Rad')));
	const wider = textOf(done(state, tables.addColumnAfter).doc).blocks;
	expect(wider).toMatchObject([
		{
			head: [[{ columns: 2 }, {}]],
			body: [
				[{ rows: 2, isHead: true }, {}, {}],
				[{}, {}]
			]
		}
	]);
});

test('a picture is described, has a caption, and goes as a whole', () => {
	const chosen = (state: EditorState) => {
		let pos = -1;
		state.doc.descendants((node, at) => {
			if (node.type.name === 'picture') pos = at;
			return true;
		});
		return state.apply(
			state.tr.setSelection(Selection.fromJSON(state.doc, { type: 'node', anchor: pos }) as Selection)
		);
	};
	const state = chosen(stateFrom('![](karte)'));
	const described = steps(
		state,
		commands.describe('Karte der Haltestellen'),
		commands.goToCaption,
		type('Abb. 1')
	);
	expect(markdownOf(described)).toEqual(['![Karte der Haltestellen](karte)', '', ': Abb. 1']);
	expect(markdownOf(steps(described, enter, type('Danach')))).toEqual([
		'![Karte der Haltestellen](karte)',
		'',
		': Abb. 1',
		'',
		'Danach'
	]);
	expect(markdownOf(done(chosen(described), commands.onDelete))).toEqual(['']);
});

test('a link leads where one said, and words may come without it', () => {
	const state = behind(stateFrom('Mehr: '), 'Mehr:');
	const linked = done(state, commands.setLink('https://kreis.example', 'Fahrplan'));
	expect(markdownOf(linked)).toEqual(['Mehr:[Fahrplan](https://kreis.example)']);
	const other = done(behind(linked, 'Fahr'), commands.setLink('mailto:a@b.de', ''));
	expect(markdownOf(other)).toEqual(['Mehr:[Fahrplan](mailto:a@b.de)']);
	expect(markdownOf(done(behind(other, 'Fahr'), commands.removeLink))).toEqual(['Mehr:Fahrplan']);
});

test('one leaves a table, quote or list by a paragraph behind or before it', () => {
	const state = behind(stateFrom('> Zitat', '', 'Ende'), 'Zitat');
	expect(markdownOf(steps(state, commands.leaveAfter, type('danach')))).toEqual([
		'> Zitat',
		'',
		'danach',
		'',
		'Ende'
	]);
	const table = behind(stateFrom('| Ort |', '| --- |', '| Thale |'), 'Ort');
	expect(markdownOf(steps(table, commands.leaveBefore, type('davor')))[0]).toBe('davor');
});

const everything: Record<string, Command> = {
	bold: commands.toggle('strong'),
	code: commands.toggle('code'),
	bullets: commands.toggleList('bullet'),
	numbers: commands.toggleList('decimal'),
	sink: commands.sinkItem,
	lift: commands.liftItem,
	quote: commands.toggleQuote,
	link: commands.setLink('https://a.de', 'Wort'),
	unlink: commands.removeLink,
	after: commands.leaveAfter,
	before: commands.leaveBefore,
	caption: commands.goToCaption,
	remove: commands.removeFigure,
	describe: commands.describe('Karte'),
	note: notes.addNote,
	toNote: notes.goToNote,
	toPlace: notes.goToPlace,
	noNote: notes.removeNote,
	table: tables.insertTable,
	rowBefore: tables.addRowBefore,
	rowAfter: tables.addRowAfter,
	columnBefore: tables.addColumnBefore,
	columnAfter: tables.addColumnAfter,
	noRow: tables.removeRow,
	noColumn: tables.removeColumn,
	head: tables.toggleHead,
	enter,
	line: commands.onShiftEnter,
	backspace: (state, dispatch) =>
		commands.onDelete(state, dispatch) || baseKeymap.Backspace!(state, dispatch),
	del: (state, dispatch) => commands.onDelete(state, dispatch) || baseKeymap.Delete!(state, dispatch),
	words: type('Wort'),
	undo,
	redo,
	copy(state, dispatch) {
		const slice = pasted(state.selection.content(), state);
		dispatch?.(state.tr.setSelection(Selection.atStart(state.doc)).replaceSelection(slice));
		return true;
	}
};

test('whatever one does, the text may be kept', () => {
	const share = fc.double({ min: 0, max: 1, noNaN: true });
	const act = fc.record({
		name: fc.constantFrom(...Object.keys(everything)),
		from: share,
		to: fc.option(share)
	});
	fc.assert(
		fc.property(
			randomText.filter((text) => depthOf(text) <= deepest),
			fc.array(act, { minLength: 1, maxLength: 12 }),
			(text, acts) => {
				let state = stateOf(text);
				for (const { name, from, to } of acts) {
					state = done(select(state, from, to ?? from), everything[name]!);
					state.doc.check();
					const after = textOf(state.doc);
					expect(textSchema.safeParse(after).success, name).toBe(true);
				}
				const after = textOf(state.doc);
				expect(fromMarkdown(toMarkdown(after)).text).toStrictEqual(tidy(after));
			}
		),
		{ numRuns: 400 }
	);
});
