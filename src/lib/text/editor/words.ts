import type { Loss } from '../html-in.ts';

/** What the script of the editor says; the page gives it the sentences. Names in braces are put in. */
export interface EditorWords {
	/** `name` is that of the button. */
	on: string;
	off: string;
	done: string;
	notHere: string;
	tooDeep: string;
	note: string;
	noteBegun: string;
	notes: string;
	box: string;
	tableBegun: string;
	tableSize: string;
	picture: string;
	pictureBare: string;
	pictureDecorative: string;
	pictureDescribed: string;
	pastedPicture: string;
	pasted: string;
	losses: Record<Loss, string>;
	toEditor: string;
	toMarkdown: string;
	isEditor: string;
	isMarkdown: string;
	linked: string;
	unlinked: string;
	linkWrong: string;
	linkEmpty: string;
	altEmpty: string;
}

/** A sentence with what belongs into its braces. */
export const sentence = (words: string, given: Record<string, string | number> = {}): string =>
	words.replace(/\{(\w+)\}/g, (braces, name: string) => String(given[name] ?? braces));
