/** A mail as it is written: plain sentences and at most one link. Words of others stay as they are and are shown as text. */
export type Letter = {
	locale: string;
	subject: string;
	greeting: string;
	paragraphs: string[];
	link?: { label: string; address: string };
	closing: string[];
};

/** The letter as text, lines not broken, the link on a line of its own. */
export function asText({ greeting, paragraphs, link, closing }: Letter): string {
	const linked = link ? [`${link.label}:\n${link.address}`] : [];
	return [greeting, ...paragraphs, ...linked, closing.join('\n')].join('\n\n') + '\n';
}

/** The same letter as a page: one column, large text, nothing to load, no tables for screen readers to stumble over. */
export function asHtml({ locale, subject, greeting, paragraphs, link, closing }: Letter): string {
	const body = [greeting, ...paragraphs].map(paragraph).join('\n');
	const button = link
		? `<p style="margin:24px 0"><a href="${escaped(link.address)}" style="${linkStyle}">${escaped(link.label)}</a></p>
<p style="font-size:16px">${escaped(link.address)}</p>`
		: '';
	return `<!doctype html>
<html lang="${locale.slice(0, 2)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="${bodyStyle}">
${body}
${button}
<p style="margin-top:32px">${closing.map(escaped).join('<br>\n')}</p>
</body>
</html>
`;
}

const bodyStyle =
	'margin:0 auto;padding:24px;max-width:36em;font:18px/1.6 sans-serif;color:#171a2b;background:#ffffff';
const linkStyle =
	'display:inline-block;padding:12px 20px;font-weight:bold;color:#ffffff;background:#171a2b;text-decoration:underline';

const paragraph = (text: string) => `<p>${escaped(text).replaceAll('\n', '<br>\n')}</p>`;

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);
