/** What stands in a feed. */
export interface FeedEntry {
	/** A UUID, the same for ever. */
	id: string;
	title: string;
	summary: string;
	/** As ISO 8601. */
	updated: string;
	/** Where one reads more. */
	address: string;
}

export interface Feed {
	/** A UUID, the same for ever. */
	id: string;
	title: string;
	author: string;
	language: string;
	/** Where it lies itself. */
	address: string;
	entries: FeedEntry[];
}

/** A feed as Atom (RFC 4287), the newest first. Without entries it was last changed at the beginning of all time. */
export function atomFeed({ id, title, author, language, address, entries }: Feed): string {
	const sorted = entries.toSorted((one, other) => Date.parse(other.updated) - Date.parse(one.updated));
	return [
		'<?xml version="1.0" encoding="utf-8"?>',
		`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(language)}">`,
		`<id>urn:uuid:${escaped(id)}</id>`,
		`<title>${escaped(title)}</title>`,
		`<author><name>${escaped(author)}</name></author>`,
		`<link rel="self" type="application/atom+xml" href="${escaped(address)}"/>`,
		`<updated>${timeOf(sorted[0]?.updated ?? 0)}</updated>`,
		...sorted.flatMap((entry) => [
			'<entry>',
			`<id>urn:uuid:${escaped(entry.id)}</id>`,
			`<title>${escaped(entry.title)}</title>`,
			`<updated>${timeOf(entry.updated)}</updated>`,
			`<link href="${escaped(entry.address)}"/>`,
			...(entry.summary ? [`<summary>${escaped(entry.summary)}</summary>`] : []),
			'</entry>'
		]),
		'</feed>',
		''
	].join('\n');
}

const timeOf = (moment: string | number) => new Date(moment).toISOString();

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What stands for itself, without the controls that XML 1.0 forbids. */
const escaped = (text: string) =>
	text
		.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu, '')
		.replace(/[&<>"]/g, (sign) => signs[sign]!);
