import { readFileSync } from 'node:fs';

const frame = readFileSync(new URL('../../error.html', import.meta.url), 'utf8');

/** The page for when no other can be made, with other words: a German title and text, both without HTML. */
export const plainPage = (title: string, text: string) =>
	frame
		.replace(/<title>.*?<\/title>/s, `<title>${title} – Augenhöhe</title>`)
		.replace(/<h1>.*?<\/h1>/s, `<h1>${title}</h1>`)
		.replace(/<p>.*?<\/p>/s, `<p>${text}</p>`);
