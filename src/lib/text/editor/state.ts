import { history } from 'prosemirror-history';
import { EditorState } from 'prosemirror-state';
import { tableEditing } from 'prosemirror-tables';
import type { Text } from '../block.ts';
import { documentOf } from './document.ts';
import { depthGuard, endGuard } from './guards.ts';
import { notesPlugin } from './notes.ts';
import type { Plugin } from 'prosemirror-state';

/** A text to be edited; `plugins` come first, so that their keys win. */
export function stateOf(text: Text, plugins: Plugin[] = []): EditorState {
	const state = EditorState.create({
		doc: documentOf(text),
		plugins: [...plugins, history(), tableEditing(), notesPlugin, depthGuard, endGuard]
	});
	return state.applyTransaction(state.tr).state;
}
