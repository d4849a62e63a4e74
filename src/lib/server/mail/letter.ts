import { z } from 'zod';
import { locales } from '#lib/i18n/paraglide/runtime.js';

export const link = z.strictObject({
	label: z.string(),
	address: z.string()
});
export type Link = z.infer<typeof link>;

/**
 * A mail as it is written: plain sentences and one main link. Words of others stay as they are and are shown as text.
 * A daily mail lists `entries`, each with a link of its own.
 */
export const letter = z.strictObject({
	locale: z.enum(locales),
	subject: z.string(),
	greeting: z.string(),
	paragraphs: z.array(z.string()),
	entries: z
		.array(
			z.strictObject({
				title: z.string(),
				link: link.optional()
			})
		)
		.optional(),
	link: link.optional(),
	closing: z.array(z.string())
});
export type Letter = z.infer<typeof letter>;

/** The letter as text, lines not broken, each link on a line of its own. @param foot the way to end such letters */
export function asText({ greeting, paragraphs, entries = [], link, closing }: Letter, foot?: Link): string {
	const listed = entries.map(({ title, link }) => `– ${title}${link ? `\n  ${link.address}` : ''}`);
	const links = [link, foot].map((each) => (each ? [`${each.label}:\n${each.address}`] : []));
	const [main = [], last = []] = links;
	return [greeting, ...paragraphs, ...listed, ...main, closing.join('\n'), ...last].join('\n\n') + '\n';
}

/** The same letter as a page: one column, large text, nothing to load, no tables for screen readers to stumble over. */
export function asHtml(letter: Letter, foot?: Link): string {
	const { locale, subject, greeting, paragraphs, entries, link, closing } = letter;
	const body = [greeting, ...paragraphs].map(paragraph).join('\n');
	const list = entries?.length ? `<ul>\n${entries.map(entry).join('\n')}\n</ul>` : '';
	const button = link
		? `<p style="margin:24px 0"><a href="${escaped(link.address)}" style="${linkStyle}">${escaped(link.label)}</a></p>
<p style="font-size:16px">${escaped(link.address)}</p>`
		: '';
	return `<!doctype html>
<html lang="${locale.slice(0, 2)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="${bodyStyle}">
${body}
${list}
${button}
<p style="margin-top:32px">${closing.map(escaped).join('<br>\n')}</p>
${foot ? `<p style="font-size:16px">${anchor(foot)}</p>` : ''}
</body>
</html>
`;
}

const bodyStyle =
	'margin:0 auto;padding:24px;max-width:36em;font:18px/1.6 sans-serif;color:#171a2b;background:#ffffff';
const linkStyle =
	'display:inline-block;padding:12px 20px;font-weight:bold;color:#ffffff;background:#171a2b;text-decoration:underline';

const anchor = ({ address, label }: Link) => `<a href="${escaped(address)}">${escaped(label)}</a>`;
const entry = ({ title, link }: NonNullable<Letter['entries']>[number]) =>
	`<li style="margin-bottom:12px">${link ? anchor({ ...link, label: title }) : escaped(title)}</li>`;
const paragraph = (text: string) => `<p>${escaped(text).replaceAll('\n', '<br>\n')}</p>`;

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);
