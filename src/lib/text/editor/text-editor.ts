// The script of TextEditor.svelte: a field of Markdown becomes one in which the text looks as it is read. Whatever is changed is written
// back into the field as Markdown, which the form sends and other scripts keep.
import { baseKeymap } from 'prosemirror-commands';
import { closeHistory } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { NodeSelection, type Command, type EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { fromMarkdown } from '../markdown-in.ts';
import { toMarkdown } from '../markdown-out.ts';
import { actions, type ActionName } from './actions.ts';
import { around, linkAround, noteAround, pictureAround } from './around.ts';
import * as commands from './commands.ts';
import { altDialog, linkDialog } from './dialogs.ts';
import { documentOf, textOf } from './document.ts';
import { pasted } from './guards.ts';
import { nodeViewsFor } from './node-views.ts';
import { noteNumbers } from './notes.ts';
import { cleaned, lossesInWords } from './paste.ts';
import { schema } from './schema.ts';
import { stateOf } from './state.ts';
import { toolbarFor } from './toolbar.ts';
import { sentence, type EditorWords } from './words.ts';

/** How long one may type on before what is typed is written into the field, in milliseconds. */
const pause = 200;
const choice = 'text as markdown';

for (const root of document.querySelectorAll<HTMLElement>('[data-text-editor]')) startEditor(root);

function startEditor(root: HTMLElement) {
	const part = <Kind extends HTMLElement = HTMLElement>(name: string) =>
		root.querySelector<Kind>(`[data-part="${name}"]`)!;
	const words = JSON.parse(root.dataset.words!) as EditorWords;
	const field = root.closest<HTMLElement>('.field')!;
	const textarea = field.querySelector('textarea')!;
	const status = part('status');

	let saying: number | undefined;
	const say = (said: string) => {
		clearTimeout(saying);
		status.textContent = '';
		saying = window.setTimeout(() => (status.textContent = said), 100); // the same words are said again
	};

	/* What the field holds, as far as the editor knows. */
	let written = textarea.value;
	let writing: number | undefined;
	const write = () => {
		if (writing === undefined) return;
		clearTimeout(writing);
		writing = undefined;
		written = toMarkdown(textOf(view.state.doc));
		textarea.value = written;
		textarea.dispatchEvent(new Event('input', { bubbles: true }));
	};
	const writeSoon = () => (writing ??= window.setTimeout(write, pause));

	const link = linkDialog(part('link'), words, () => view.focus());
	const alt = altDialog(part('alt'), words, () => view.focus());
	const special: Record<string, () => void> = {
		link: askForLink,
		describe: askForAlt,
		picture: goToPictures
	};

	function askForLink() {
		const { selection, doc } = view.state;
		const found = linkAround(view.state);
		const isNew = selection.empty && !found;
		if (!selection.$from.parent.inlineContent) return say(words.notHere);
		const chosen = doc.textBetween(selection.from, selection.to);
		link.ask({ href: found?.href ?? '', words: chosen, isNew }, ({ href, words: label }) =>
			perform(
				href ? commands.setLink(href, label) : commands.removeLink,
				href ? words.linked : words.unlinked
			)
		);
	}

	function askForAlt() {
		const figure = pictureAround(view.state.selection);
		if (!figure) return say(words.notHere);
		alt.ask(figure.node.child(0).attrs.alt as string | null, (said) =>
			perform(commands.describe(said ?? ''), words.pictureDescribed)
		);
	}

	/** To the form of the page that takes a picture. */
	function goToPictures() {
		const target = document.getElementById(root.dataset.pictures!)!;
		const folded = target.closest('details');
		if (folded) folded.open = true;
		target.focus();
	}

	function perform(command: Command, said: string | ((state: EditorState) => string)) {
		const isDone = command(view.state, view.dispatch.bind(view), view);
		view.focus();
		say(isDone ? (typeof said === 'string' ? said : said(view.state)) : words.notHere);
	}

	const toolbar = toolbarFor(part('toolbar'), press, () => view.focus());

	function press(name: string) {
		const open = special[name];
		if (open) return open();
		const { run, isOn, said } = actions[name as ActionName];
		const called = root.querySelector(`[data-do="${name}"]`)!.textContent.trim();
		perform(run, (state) => {
			if (said) return said(words, state);
			if (isOn) return sentence(isOn(state) ? words.on : words.off, { name: called });
			return sentence(words.done, { name: called });
		});
	}
	const pressing =
		(name: string): Command =>
		() => (press(name), true);

	const keys = keymap({
		'Mod-b': pressing('strong'),
		'Mod-i': pressing('emphasis'),
		'Mod-k': pressing('link'),
		'Mod-z': pressing('undo'),
		'Mod-y': pressing('redo'),
		'Mod-Shift-z': pressing('redo'),
		'Alt-Shift-ArrowRight': pressing('sink'),
		'Alt-Shift-ArrowLeft': pressing('lift'),
		'Alt-F10': () => (toolbar.focus(), true),
		'Mod-Enter': commands.leaveAfter,
		'Mod-Shift-Enter': commands.leaveBefore,
		Enter: (state, dispatch) => {
			if (!commands.isPictureChosen(state.selection)) return commands.onEnter(state, dispatch);
			askForAlt();
			return true;
		},
		'Shift-Enter': commands.onShiftEnter,
		Backspace: commands.onDelete,
		Delete: commands.onDelete
	});

	const label = field.querySelector('label')!;
	label.id ||= `${textarea.id}-label`;
	const error = field.querySelector('.field-error')?.id;
	const hint = part('hint').id;
	const plugins = [keys, keymap(baseKeymap)];
	const view: EditorView = new EditorView(
		{ mount: part('text') },
		{
			state: stateOf(fromMarkdown(textarea.value).text, plugins),
			nodeViews: nodeViewsFor(words, (file) => root.dataset.picture!.replace('{key}', file)),
			attributes: {
				role: 'textbox',
				'aria-multiline': 'true',
				'aria-labelledby': label.id,
				'aria-describedby': error ? `${hint} ${error}` : hint,
				...(error ? { 'aria-invalid': 'true' } : {})
			},
			dispatchTransaction(tr) {
				const before = view.state;
				const { state, transactions } = before.applyTransaction(tr);
				view.updateState(state);
				toolbar.update(state);
				if (transactions.length === 0) say(words.tooDeep);
				if (transactions.some(({ docChanged }) => docChanged)) writeSoon();
				const place = placeOf(state, words);
				if (place && place !== placeOf(before, words)) say(place);
			},
			transformPastedHTML(html) {
				const { html: clean, losses } = cleaned(html);
				const lost = lossesInWords(losses, words);
				if (lost) say(lost);
				return clean;
			},
			transformPasted: (slice) => pasted(slice, view.state),
			handlePaste: (_view, event, slice) => slice.size === 0 && refusesFiles(event.clipboardData),
			handleDrop: (_view, event) => refusesFiles(event.dataTransfer),
			handleTextInput: ({ state }) => commands.isPictureChosen(state.selection)
		}
	);
	toolbar.update(view.state);

	/** Files are no text: pictures have a form of their own. */
	function refusesFiles(data: DataTransfer | null): boolean {
		if (!data?.files.length) return false;
		say(words.pastedPicture);
		return true;
	}

	const markdownOnly = [
		field.querySelector<HTMLElement>('[data-part=markdown]'),
		field.querySelector<HTMLElement>('.hint'),
		textarea
	];
	const editorOnly = [part('editor')];
	const change = part<HTMLButtonElement>('change');
	function show(isMarkdown: boolean) {
		write();
		if (!isMarkdown) takeField();
		for (const one of markdownOnly) if (one) one.hidden = !isMarkdown;
		for (const one of editorOnly) one.hidden = isMarkdown;
		change.textContent = isMarkdown ? words.toEditor : words.toMarkdown;
		/* Links to the field, such as that of a mistake, lead to the one that is shown. */
		const { id } = root.dataset;
		textarea.id = isMarkdown ? id! : `${id}-markdown`;
		view.dom.id = isMarkdown ? `${id}-editor` : id!;
		label.htmlFor = isMarkdown ? id! : '';
	}
	const isMarkdown = () => part('editor').hidden;

	/** Takes what came into the field otherwise, as one step that can be undone. */
	function takeField() {
		if (textarea.value === written) return;
		written = textarea.value;
		const { tr, doc } = view.state;
		tr.replaceWith(0, doc.content.size, documentOf(fromMarkdown(written).text).content);
		view.dispatch(closeHistory(tr));
		view.dispatch(closeHistory(view.state.tr)); // what is typed next is a step of its own
		clearTimeout(writing);
		writing = undefined;
	}

	label.addEventListener('click', () => isMarkdown() || view.focus());
	change.addEventListener('click', () => {
		const to = !isMarkdown();
		show(to);
		localStorage.setItem(choice, String(to));
		say(to ? words.isMarkdown : words.isEditor);
	});
	document.addEventListener('submit', send, { capture: true });
	document.addEventListener('visibilitychange', write);
	window.addEventListener('pagehide', write);
	window.addEventListener('pageshow', () => isMarkdown() || takeField()); // browsers fill fields again after going back

	/** The form sends what stands in the editor, and behind which block the cursor is. */
	function send() {
		write();
		const place = document.querySelector<HTMLInputElement>('input[data-text-place]');
		if (place) place.value = isMarkdown() ? '' : String(placeIn(view.state));
	}

	show(localStorage.getItem(choice) === 'true');
	root.hidden = false;
	const { begin } = root.dataset;
	if (begin && !isMarkdown()) choosePicture(view, begin);
}

/** After how many blocks of the text the cursor stands. */
function placeIn({ doc, selection: { $from } }: EditorState): number {
	const above = doc.content.cut(0, $from.depth > 0 ? $from.after(1) : $from.pos);
	return textOf(schema.node('doc', null, above)).blocks.length;
}

/** Chooses the picture of this file, and goes there. */
function choosePicture(view: EditorView, file: string) {
	let found: number | undefined;
	view.state.doc.descendants((node, pos) => {
		if (node.type === schema.nodes.picture && node.attrs.file === file) found = pos;
		return true;
	});
	if (found === undefined) return;
	view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, found)).scrollIntoView());
	view.focus();
}

/** Where the cursor is, in words that a screen reader would not find by itself. */
function placeOf(state: EditorState, words: EditorWords): string {
	const { selection } = state;
	const note = noteAround(selection)?.node.attrs.key as string | undefined;
	if (note !== undefined)
		return sentence(words.note, { number: noteNumbers.getState(state)?.get(note) ?? '' });
	const picture = commands.isPictureChosen(selection) ? pictureAround(selection)?.node.child(0) : undefined;
	if (picture) {
		const alt = picture.attrs.alt as string | null;
		return alt === null
			? words.pictureBare
			: alt === ''
				? words.pictureDecorative
				: sentence(words.picture, { alt });
	}
	return around(selection.$from, ({ type }) => type === schema.nodes.box) ? words.box : '';
}
