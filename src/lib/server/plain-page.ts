/**
 * The page for when no other can be made, with other words.
 * @param frame what stands in `src/error.html`
 * @returns title and text, both German and without HTML, in that page
 */
export const plainPage = (frame: string, title: string, text: string) =>
	frame
		.replace(/<title>.*?<\/title>/s, `<title>${title} – Augenhöhe</title>`)
		.replace(/<h1>.*?<\/h1>/s, `<h1>${title}</h1>`)
		.replace(/<p>.*?<\/p>/s, `<p>${text}</p>`);
