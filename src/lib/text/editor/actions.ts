import { chainCommands } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import type { Command, EditorState } from 'prosemirror-state';
import { quoteAround, noteAround } from './around.ts';
import * as commands from './commands.ts';
import { addNote, goToNote, goToPlace, noteNumbers, removeNote } from './notes.ts';
import * as tables from './tables.ts';
import { sentence, type EditorWords } from './words.ts';

/*
 * What the toolbar offers, by the names of its buttons, and what is said when it is done.
 */

export interface Action {
	run: Command;
	/** Of what is on or off. */
	isOn?: (state: EditorState) => boolean;
	/** What is said afterwards, where that is not the name of the button and whether it is on. */
	said?: (words: EditorWords, state: EditorState) => string;
}

const noteSaid: Action['said'] = (words, state) => {
	const key = noteAround(state.selection)?.node.attrs.key as string;
	return sentence(words.noteBegun, { number: noteNumbers.getState(state)?.get(key) ?? '' });
};
const sizeSaid: Action['said'] = (words, state) => sentence(words.tableSize, tables.sizeOf(state) ?? {});
const nothing = () => '';

const actionsByName = {
	strong: { run: commands.toggle('strong'), isOn: (state) => commands.isSet(state, 'strong') },
	emphasis: { run: commands.toggle('emphasis'), isOn: (state) => commands.isSet(state, 'emphasis') },
	bullets: { run: commands.toggleList('bullet'), isOn: (state) => commands.isListOf(state, 'bullet') },
	numbers: { run: commands.toggleList('decimal'), isOn: (state) => commands.isListOf(state, 'decimal') },
	sink: { run: commands.sinkItem },
	lift: { run: commands.liftItem },
	quote: { run: commands.toggleQuote, isOn: ({ selection }) => quoteAround(selection) !== undefined },
	note: { run: chainCommands(goToNote, addNote), said: noteSaid },
	noteBack: { run: goToPlace, said: nothing },
	noteRemove: { run: removeNote },
	table: {
		run: tables.insertTable,
		said: (words, state) => sentence(words.tableBegun, tables.sizeOf(state) ?? {})
	},
	rowBefore: { run: tables.addRowBefore, said: sizeSaid },
	rowAfter: { run: tables.addRowAfter, said: sizeSaid },
	rowRemove: { run: tables.removeRow, said: sizeSaid },
	columnBefore: { run: tables.addColumnBefore, said: sizeSaid },
	columnAfter: { run: tables.addColumnAfter, said: sizeSaid },
	columnRemove: { run: tables.removeColumn, said: sizeSaid },
	head: { run: tables.toggleHead, isOn: tables.hasHead },
	caption: { run: commands.goToCaption },
	figureRemove: { run: commands.removeFigure },
	after: { run: commands.leaveAfter, said: nothing },
	undo: { run: undo },
	redo: { run: redo }
} satisfies Record<string, Action>;

export type ActionName = keyof typeof actionsByName;
export const actions: Record<ActionName, Action> = actionsByName;
