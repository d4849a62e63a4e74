import { buffer } from 'node:stream/consumers';
import { href } from '#lib/i18n/addresses.ts';
import { date } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';
import { files } from '#lib/server/files.ts';
import { senderOf } from '#lib/server/paper/address.ts';
import type { Picture } from '#lib/server/text/document.ts';
import { markDocument, printDocument, writeDocument } from '#lib/server/text/write-document.ts';
import type { Block, Section } from '#lib/text/block.ts';
import { pictureHref, versionInWords, type DocumentTexts } from './document.ts';

/** How a version is taken away. */
export interface Look {
	authority: App.Authority;
	/** Of our pages. */
	address: string;
	isLarge: boolean;
	/** With a code to scan and lines to write on for each section; on paper only. */
	hasLines: boolean;
}

const kept = new Map<string, Promise<Uint8Array>>();
const mostKept = 12;
const largestKept = 5 * 1024 * 1024;

/**
 * A version as a Word file or a tagged PDF. A frozen one gives the same bytes each time, so that the last few are kept: writing 150
 * pages takes a core for seconds, and everybody may ask for a public one.
 */
export async function paperOf(texts: DocumentTexts, kind: 'docx' | 'pdf', look: Look): Promise<Uint8Array> {
	const { document, version } = texts;
	if (!version.frozenAt) return written(texts, kind, look);
	const { isLarge, hasLines, address, authority } = look;
	const asked = [
		version.id,
		kind,
		isLarge,
		hasLines,
		address,
		getLocale(),
		document.title,
		senderOf(authority)
	];
	const key = JSON.stringify(asked);
	let file = kept.get(key);
	if (!file) {
		if (kept.size >= mostKept) kept.delete(kept.keys().next().value!);
		kept.set(key, (file = written(texts, kind, look)));
		const forget = () => kept.delete(key);
		file.then(({ length }) => length > largestKept && forget(), forget);
	}
	return file;
}

async function written(texts: DocumentTexts, kind: 'docx' | 'pdf', look: Look): Promise<Uint8Array> {
	const { document, version } = texts;
	const shared = {
		title: document.title,
		author: look.authority.name,
		date: version.frozenAt ?? new Date().toISOString(),
		language: document.language,
		sections: sectionsIn(texts),
		images: await picturesIn(texts),
		isLarge: look.isLarge
	};
	if (kind === 'docx') return writeDocument({ ...shared, documentKey: `${document.slug}/${version.number}` });
	return printDocument({
		...shared,
		sender: [...senderOf(look.authority), ...(look.authority.isSample ? [m.ui_sample()] : [])],
		lead: [
			[versionInWords(version), version.note].filter(Boolean).join(': '),
			version.frozenAt
				? m.documents_frozen_on({ date: date(version.frozenAt) })
				: m.documents_file_in_work({ date: date(new Date()) })
		],
		...(look.hasLines && { answersAt: look.address + href('/short/[id]', { id: '' }) }),
		words: {
			contents: m.documents_contents(),
			remark: m.documents_file_remark(),
			noAlt: m.text_picture_without_words(),
			isPlain: m.documents_file_not_tagged()
		}
	});
}

/** A version as Markdown, its pictures as addresses of our pages. */
export async function markdownFile(texts: DocumentTexts, address: string): Promise<Uint8Array> {
	const sections = sectionsIn(texts).map((section) =>
		withPictures(section, (file) => address + pictureHref(file))
	);
	return Buffer.from(await markDocument(sections));
}

const sectionsIn = ({ sections }: DocumentTexts): (Section & { key: string })[] =>
	sections.map(({ key, level, number, heading, body }) => ({
		key,
		level,
		...(number && { number }),
		heading,
		text: body
	}));

const withPictures = (section: Section, addressOf: (file: string) => string): Section =>
	JSON.parse(JSON.stringify(section), (_, value) =>
		isImage(value) ? { ...value, file: addressOf(value.file) } : value
	) as Section;

const isImage = (value: unknown): value is Extract<Block, { kind: 'image' }> =>
	typeof value === 'object' && value !== null && (value as Block).kind === 'image';

/** The pictures that are shown somewhere; one whose bytes are gone is left out, and named by its description. */
async function picturesIn({ sections, files: known }: DocumentTexts) {
	const shown = new Set<string>();
	JSON.stringify(sections, (_, value) => {
		if (isImage(value)) shown.add(value.file);
		return value;
	});
	const images: Record<string, Pick<Picture, 'bytes' | 'type'>> = {};
	for (const { id, sha256, mediaType } of known) {
		if (!shown.has(id)) continue;
		const bytes = await files()
			.read(sha256)
			.then(buffer, () => undefined);
		if (bytes) images[id] = { bytes, type: mediaType as Picture['type'] };
	}
	return images;
}
