import { join } from 'node:path';
import type { Section } from '#lib/text/block.ts';
import { openTypst, textFonts } from '../paper/typst.ts';
import { qrSvg } from '../paper/qr-svg.ts';
import { root } from '../root.ts';
import type { Picture } from './document.ts';
import { drawnBlocks, languageOf, type PrintPaper } from './write-pdf-blocks.ts';

/** A document as it is printed. The same one gives the same bytes. */
export interface PrintedDocument {
	title: string;
	author: string;
	/** As ISO 8601; the file's own date. */
	date: string;
	/** Of the text, e.g. `de`. */
	language: string;
	/** Lines at the top, of whoever answers for it. */
	sender: string[];
	/** What stands below the title. */
	lead: string[];
	sections: (Section & { key: string })[];
	/** By the key that image blocks have. */
	images: Record<string, Pick<Picture, 'bytes' | 'type'>>;
	/** 18 pt instead of 12. */
	isLarge: boolean;
	/** Where a section is found online, before its key: each then has a code to scan and lines to write on. */
	answersAt?: string;
	words: {
		contents: string;
		remark: string;
		/** Said of a picture that nobody has described. */
		noAlt: string;
		/** Said on the first page of a file that does not keep the rules of PDF/UA. */
		isPlain: string;
	};
}

const folder = '/written-pdf';
let kept: ReturnType<typeof openTypst> | undefined;

/** With fewer sections one sees them all anyway. */
const fewSections = 4;

/**
 * A document as a tagged PDF that keeps the rules of PDF/UA-1, so far as the compiler can be brought to it: without the pictures it
 * cannot read, and, if it still refuses, as a plain PDF that says so on its first page.
 */
export async function pdfOfDocument(given: PrintedDocument): Promise<Buffer> {
	kept ??= openTypst('src/lib/server/text/text.typ', textFonts);
	try {
		return (
			drawn(given, { pdfStandard: 'ua-1' }) ??
			drawn(readable(given), { pdfStandard: 'ua-1' }) ??
			drawn(readable({ ...given, lead: [...given.lead, given.words.isPlain] }), { isLast: true })!
		);
	} finally {
		kept.compiler.resetShadow();
		kept.compiler.evictCache(0); // of 150 pages it would hold 300 MB
	}
}

type Way = { pdfStandard?: 'ua-1'; isLast?: boolean };

/** @returns nothing where the compiler refuses; the last way throws then */
function drawn(given: PrintedDocument, { pdfStandard, isLast }: Way): Buffer | undefined {
	const { compiler, source, drawable } = kept!;
	const pictures = laid(given.images);
	const text = JSON.stringify(dataOf(given, pictures), (name, value) =>
		typeof value === 'string' && !asWritten.has(name) ? drawable(value) : value
	);
	try {
		return compiler.pdf({ mainFileContent: source, inputs: { text } }, {
			...(pdfStandard && { pdfStandard })
		} as never);
	} catch (error) {
		if (isLast) throw error;
	}
}

/** What is no text: every sign of it counts. */
const asWritten = new Set(['svg', 'path', 'href', 'section', 'note', 'again', 'key']);

/** Puts pictures where the compiler finds them. @returns their paths by their keys */
function laid(images: PrintedDocument['images']): PrintPaper['pictures'] {
	const all = Object.entries(images).map(([key, { bytes, type }], index) => {
		const path = `${folder}/${index + 1}.${type.replace('image/', '')}`;
		kept!.compiler.mapShadow(join(root, 'src/lib/server', path), Buffer.from(bytes));
		return [key, { path, bytes }] as const;
	});
	return new Map(all);
}

/** The same without the pictures that cannot be drawn, each of them tried by itself. */
function readable(given: PrintedDocument): PrintedDocument {
	const images = Object.entries(given.images).filter(([key, image]) => {
		const { path } = laid({ [key]: image }).get(key)!;
		try {
			return kept!.compiler.pdf({ mainFileContent: `#image("${path}")` });
		} catch {
			return false;
		}
	});
	return { ...given, images: Object.fromEntries(images) };
}

function dataOf(given: PrintedDocument, pictures: PrintPaper['pictures']) {
	const { title, author, date, language, sender, lead, sections, isLarge, answersAt, words } = given;
	const paper = { pictures, sections: new Set(sections.map(({ key }) => key)), noAlt: words.noAlt };
	return {
		title,
		author,
		date: partsOf(new Date(date)),
		language: languageOf(language),
		sender,
		lead,
		isLarge,
		words,
		hasContents: sections.length > fewSections,
		sections: levelled(sections).map(({ key, level, number, heading, text }) => {
			const title = kept!.drawable([number, heading].filter(Boolean).join(' ')).trim() || '–'; // an empty one is refused
			const address = answersAt && answersAt + key;
			return {
				key,
				level,
				heading: title,
				blocks: drawnBlocks({ ...paper, notes: text.notes, prefix: key, drawn: new Set() }, text.blocks),
				answer: address ? { title: `${words.remark} ${title}`, address, svg: qrSvg(address) } : null
			};
		})
	};
}

/** A level that is skipped, or a first one that is none, is refused. */
function levelled<Of extends Section>(sections: Of[]): Of[] {
	let before = 0;
	return sections.map((section) => {
		before = Math.min(section.level, before + 1);
		return { ...section, level: before };
	});
}

const partsOf = (date: Date) => ({
	year: date.getUTCFullYear(),
	month: date.getUTCMonth() + 1,
	day: date.getUTCDate(),
	hour: date.getUTCHours(),
	minute: date.getUTCMinutes(),
	second: date.getUTCSeconds()
});
