import { isAddress } from '../block.ts';
import type { EditorWords } from './words.ts';

/*
 * Questions of the editor, each in a dialog. It stands outside the form of the page: Enter in it must not send that.
 */

export interface Dialog<Answer> {
	/** @param answered is called with what was said; not where one gives up */
	ask: (given: Answer, answered: (answer: Answer) => void) => void;
}

const partOf = <Kind extends HTMLElement>(dialog: HTMLElement, name: string) =>
	dialog.querySelector<Kind>(`[data-part="${name}"]`)!;

/** How long until a screen reader knows a dialog that has just opened, and how long the focus stays on it, in milliseconds. */
const settling = 200;
const staying = 80;

/**
 * Orca says nothing of the focus that comes into a field of a dialog as that opens in Firefox. So it goes to the dialog, whose name is
 * heard then, and comes back, or as soon as somebody types, so that no letter is lost.
 */
function sayFocus(dialog: HTMLDialogElement) {
	setTimeout(() => {
		const at = document.activeElement;
		if (!(at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement)) return;
		if (!dialog.contains(at)) return;
		const comeBack = () => {
			clearTimeout(timer);
			document.removeEventListener('keydown', comeBack, { capture: true });
			if (dialog.open) at.focus();
		};
		const timer = setTimeout(comeBack, staying);
		document.addEventListener('keydown', comeBack, { capture: true });
		dialog.focus();
	}, settling);
}

/** Opens a dialog with a button for yes and one to leave; `read` says what is wrong by answering nothing. */
function dialogFor<Answer>(
	dialog: HTMLDialogElement,
	fill: (given: Answer) => void,
	read: () => Answer | undefined,
	closed: () => void
): Dialog<Answer> & { answer: (answer: Answer) => void } {
	document.querySelector('main')!.append(dialog);
	let tell: (answer: Answer) => void = () => {};
	const answer = (said: Answer) => {
		dialog.close();
		tell(said);
	};
	const accept = () => {
		const said = read();
		if (said !== undefined) answer(said);
	};
	partOf(dialog, 'yes').addEventListener('click', accept);
	partOf(dialog, 'no').addEventListener('click', () => dialog.close());
	dialog.addEventListener('close', closed);
	dialog.addEventListener('keydown', (event) => {
		if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
		event.preventDefault();
		accept();
	});
	return {
		answer,
		ask(given, answered) {
			tell = answered;
			fill(given);
			dialog.showModal();
			sayFocus(dialog);
		}
	};
}

function wrong(input: HTMLInputElement | HTMLTextAreaElement, dialog: HTMLElement, sentence: string) {
	partOf(dialog, 'error').textContent = sentence;
	if (sentence === '') input.removeAttribute('aria-invalid');
	else {
		input.setAttribute('aria-invalid', 'true');
		input.focus();
	}
}

/** An address as people type it. */
export function addressOf(typed: string): string | undefined {
	const address = typed.trim();
	if (isAddress(address)) return address;
	if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(address)) return `mailto:${address}`;
	return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#:]\S*)?$/u.test(address) ? `https://${address}` : undefined;
}

export interface Link {
	/** Empty where there is none yet, and where it is to go. */
	href: string;
	words: string;
	/** Whether words are asked for. */
	isNew: boolean;
}

export function linkDialog(dialog: HTMLDialogElement, words: EditorWords, closed: () => void): Dialog<Link> {
	const href = partOf<HTMLInputElement>(dialog, 'href');
	const label = partOf<HTMLInputElement>(dialog, 'words');
	let isNew = false;
	const made = dialogFor<Link>(
		dialog,
		(link) => {
			({ isNew } = link);
			href.value = link.href;
			label.value = link.words;
			label.closest<HTMLElement>('.field')!.hidden = !isNew;
			partOf(dialog, 'remove').hidden = link.href === '';
			wrong(href, dialog, '');
		},
		() => {
			const address = addressOf(href.value);
			if (address) return { href: address, words: label.value.trim() || href.value.trim(), isNew };
			wrong(href, dialog, href.value.trim() === '' ? words.linkEmpty : words.linkWrong);
			return undefined;
		},
		closed
	);
	partOf(dialog, 'remove').addEventListener('click', () => made.answer({ href: '', words: '', isNew }));
	return made;
}

export function altDialog(
	dialog: HTMLDialogElement,
	words: EditorWords,
	closed: () => void
): Dialog<string | null> {
	const alt = partOf<HTMLTextAreaElement>(dialog, 'alt');
	const decorative = partOf<HTMLInputElement>(dialog, 'decorative');
	return dialogFor<string | null>(
		dialog,
		(given) => {
			alt.value = given ?? '';
			decorative.checked = given === '';
			wrong(alt, dialog, '');
		},
		() => {
			if (decorative.checked) return '';
			const said = alt.value.trim().replace(/\s+/g, ' ');
			if (said === '') wrong(alt, dialog, words.altEmpty);
			return said || undefined;
		},
		closed
	);
}
