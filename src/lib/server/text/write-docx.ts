import {
	AlignmentType,
	BookmarkEnd,
	BookmarkStart,
	Document,
	Footer,
	Packer,
	PageNumber,
	Paragraph,
	TextRun,
	type IParagraphStyleOptions,
	type ParagraphChild,
	type Table
} from 'docx';
import type { Section } from '#lib/text/block.ts';
import { printable, sizeOf } from '../paper/paper.ts';
import type { Picture } from './document.ts';
import { fixed } from './write-docx-fixed.ts';
import { blockParts, openPaper, runParts, type OpenPaper } from './write-docx-blocks.ts';
import { commentOptions, placesOf } from './write-docx-comments.ts';

/** A comment to be written beside the text. */
export interface WrittenComment {
	author: string;
	initials?: string;
	/** As ISO 8601. */
	date: string;
	text: string;
	isResolved?: boolean;
	/** Index of the comment it answers. */
	parent?: number;
	/** Index of the section, and the words in it; without words it stands at the heading. */
	section: number;
	quote?: string;
}

/** A document as it goes out. The same one gives the same bytes. */
export interface WrittenDocument {
	title: string;
	author: string;
	/** As ISO 8601; the file's own date. */
	date: string;
	/** Of the text, e.g. `de`. */
	language: string;
	sections: Section[];
	/** By the key that image blocks have. */
	images: Record<string, Pick<Picture, 'bytes' | 'type'>>;
	/** 18 pt instead of 12. */
	isLarge: boolean;
	/** Kept in the file's own properties, so that a file that comes back is known. */
	documentKey: string;
	comments?: WrittenComment[];
}

/** Under which name the file keeps `documentKey`. */
const documentKeyName = 'Dokument';

/**
 * The bookmark around a section, by which it is known again when the file comes back. LibreOffice cuts names at 40 signs.
 */
export const bookmarkOf = (key: string) => `_${key.replace(/[^a-z0-9]/gi, '').slice(0, 38)}`;

/** A document as a Word file with real headings, lists, table heads, notes, descriptions of pictures, and a bookmark a section. */
export async function wordDocumentOf(given: WrittenDocument): Promise<Buffer> {
	const paper = openPaper(given);
	const places = placesOf(given);
	const children = [
		new Paragraph({ style: 'Title', children: [new TextRun(printable(given.title))] }),
		...given.sections.flatMap((section, index) => sectionParts(paper, section, index, places))
	];
	const document = new Document({
		title: printable(given.title),
		creator: printable(given.author),
		lastModifiedBy: printable(given.author),
		customProperties: [{ name: documentKeyName, value: given.documentKey }],
		styles: stylesOf(given),
		numbering: { config: paper.lists },
		footnotes: paper.notes.foot,
		endnotes: paper.notes.end,
		...(given.comments && { comments: commentOptions(given.comments) }),
		sections: [{ footers: { default: pageNumbers }, children }]
	});
	return fixed(await Packer.toBuffer(document), given.date);
}

function sectionParts(
	paper: OpenPaper,
	section: Section,
	index: number,
	places: ReturnType<typeof placesOf>
): (Paragraph | Table)[] {
	const { sections } = paper.given;
	const number = section.number ? [new TextRun({ children: [printable(section.number), '\t'] })] : [];
	const heading = [{ text: section.heading }];
	const inner = { ...paper, section: section.text, places };
	const parts = [
		new Paragraph({
			style: `Heading${Math.min(section.level, 9)}`,
			keepNext: true,
			children: [
				...bookmarkStart(sections, index),
				...places.around(index, [...number, ...runParts(inner, heading)])
			]
		}),
		...section.text.blocks.flatMap((block) => blockParts(inner, block, { indent: 0, depth: 0 }))
	];
	// the last part is always a paragraph, since a table has one behind it
	if (section.key) parts.at(-1)!.addChildElement(new BookmarkEnd(index + 1));
	return parts;
}

function bookmarkStart(sections: Section[], index: number): ParagraphChild[] {
	const key = sections[index]?.key;
	if (!key) return [];
	const name = bookmarkOf(key);
	if (sections.some((other, at) => at < index && other.key && bookmarkOf(other.key) === name))
		throw new Error('two sections of one key');
	return [new BookmarkStart(name, index + 1) as unknown as ParagraphChild];
}

const pageNumbers = new Footer({
	children: [
		new Paragraph({
			alignment: AlignmentType.CENTER,
			children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })]
		})
	]
});

function stylesOf({ language, isLarge }: WrittenDocument) {
	const size = sizeOf({ isLarge }) * 2; // half points
	const heading = (level: number, more: number, before: number) => ({
		run: { size: size + more, bold: true },
		paragraph: { spacing: { before, after: 120 }, keepNext: true, outlineLevel: level - 1 }
	});
	const deep = [7, 8, 9].map((level) => ({
		id: `Heading${level}`,
		name: `heading ${level}`,
		basedOn: 'Heading6',
		next: 'Normal',
		paragraph: { outlineLevel: level - 1 }
	}));
	return {
		default: {
			document: {
				run: {
					font: 'Arial',
					size,
					language: { value: language.includes('-') ? language : regional(language) }
				},
				paragraph: { spacing: { after: 120 } }
			},
			title: { run: { size: size + 16, bold: true }, paragraph: { spacing: { after: 360 } } },
			heading1: heading(1, 8, 360),
			heading2: heading(2, 4, 300),
			heading3: heading(3, 2, 240),
			heading4: heading(4, 0, 240),
			heading5: heading(5, 0, 240),
			heading6: heading(6, 0, 240)
		},
		paragraphStyles: [...deep, ...ownStyles] as IParagraphStyleOptions[],
		characterStyles: [
			{ id: 'Code', name: 'HTML Code', basedOn: 'DefaultParagraphFont', run: { font: 'Courier New' } }
		]
	};
}

const regional = (language: string) => ({ de: 'de-DE', en: 'en-GB' })[language] ?? language;

const ownStyles = [
	{ id: 'Caption', name: 'caption', basedOn: 'Normal', next: 'Normal', run: { italics: true } },
	{
		id: 'Quote',
		name: 'Quote',
		basedOn: 'Normal',
		paragraph: { indent: { left: 567, right: 567 } },
		run: { italics: true }
	},
	{ id: 'TableHeading', name: 'Table Heading', basedOn: 'Normal', run: { bold: true } }
];
