import type { Status } from './autosave.ts';

/** What a page hears after it saved by itself. */
export interface News {
	/** The line that says when it was saved. */
	line: string;
	/** What the parts of the page that may change by saving would show now: part → print. */
	parts?: Record<string, string>;
}

/** Says what saving by itself has come to, in the sentences that AutosaveState wrote into the page. */
export function say(status: Status | 'restored', also = '') {
	const words = document.querySelector<HTMLTemplateElement>(`template[data-status="${status}"]`)!.content;
	document.querySelector('[data-autosave-said]')!.textContent = `${words.textContent?.trim()} ${also}`;
	const shown = status === 'saved' ? [] : [words.cloneNode(true)];
	document.querySelector('[data-autosave-shown]')!.replaceChildren(...shown);
}

/** Shows when it was saved, and takes anew from the server what now reads differently. */
export function hear({ line, parts = {} }: News) {
	const saved = document.querySelector<HTMLElement>('[data-saved]')!;
	saved.textContent = line;
	saved.hidden = false;
	const isOld = ([name, print]: [string, string]) => partOf(document, name)?.dataset.print !== print;
	const old = Object.entries(parts).filter(isOld);
	if (old.length) renew(old.map(([name]) => name)).catch(() => {}); // the next time it is saved
}

async function renew(names: string[]) {
	const response = await fetch(location.href, { headers: { accept: 'text/html' } });
	const page = new DOMParser().parseFromString(await response.text(), 'text/html');
	for (const name of names) {
		const [old, now] = [partOf(document, name), partOf(page, name)];
		if (!old || !now || old.contains(document.activeElement)) continue; // nothing goes from under somebody's fingers
		old.replaceChildren(...now.childNodes);
		old.dataset.print = now.dataset.print;
		if (now.dataset.news) say('saved', now.dataset.news);
	}
}

const partOf = (page: Document, name: string) => page.querySelector<HTMLElement>(`[data-part="${name}"]`);
