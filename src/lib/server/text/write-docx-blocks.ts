import {
	BorderStyle,
	EndnoteReferenceRun,
	ExternalHyperlink,
	FootnoteReferenceRun,
	ImageRun,
	InternalHyperlink,
	Paragraph,
	Tab,
	Table,
	TableCell,
	TableRow,
	TextRun,
	UnderlineType,
	WidthType,
	type ParagraphChild
} from 'docx';
import { imageSize } from 'image-size';
import type { Block, Cell, Note, Run, Text } from '#lib/text/block.ts';
import { printable } from '../paper/paper.ts';
import { wordsOf } from './reading.ts';
import type { WrittenDocument } from './write-docx.ts';
import type { placesOf } from './write-docx-comments.ts';
import { listParts, type ListConfig } from './write-docx-lists.ts';

/** A Word file in the making: what its parts share. */
export interface OpenPaper {
	given: WrittenDocument;
	lists: ListConfig[];
	notes: Record<Note['place'], Record<string, { children: Paragraph[] }>>;
}

/** The same within one section, or one of its notes. */
export interface OpenSection extends OpenPaper {
	section: Text;
	places: Pick<ReturnType<typeof placesOf>, 'among'>;
}

/** How far in, in twentieths of a point, and within how many lists. */
export interface Standing {
	indent: number;
	depth: number;
	style?: string;
	/** Of the list whose item the next paragraph begins. */
	numbering?: { reference: string; level: number };
}

export const openPaper = (given: WrittenDocument): OpenPaper => ({
	given,
	lists: [],
	notes: { foot: {}, end: {} }
});

/** Between the margins of a page. */
const pageWidth = 9026;

/** One block of a text as what Word has for it. */
export function blockParts(paper: OpenSection, block: Block, standing: Standing): (Paragraph | Table)[] {
	switch (block.kind) {
		case 'paragraph':
			return [paragraph(standing, runParts(paper, block.runs))];
		case 'heading':
			return [paragraph(standing, runParts(paper, block.runs))];
		case 'list':
			return listParts(paper, block, standing);
		case 'table':
			return tableParts(paper, block, standing);
		case 'image':
			return imageParts(paper, block, standing);
		case 'quote':
			return block.blocks.flatMap((inner) => blockParts(paper, inner, { ...standing, style: 'Quote' }));
		case 'box':
			return boxParts(paper, block.blocks, standing);
	}
}

export const paragraph = ({ indent, style, numbering }: Standing, children: ParagraphChild[]) =>
	new Paragraph({
		...(style && { style }),
		...(numbering ? { numbering } : indent > 0 && { indent: { left: indent } }),
		children
	});

/** Running text; links and notes at their places. */
export function runParts(paper: OpenSection, runs: Run[]): ParagraphChild[] {
	const parts = runs.map((run) => ({ run, length: 'text' in run ? run.text.length : 0 }));
	return paper.places.among(
		runs,
		parts.map(({ run, length }) => ({ length, part: (from, to) => runPart(paper, run, from, to) }))
	);
}

function runPart(paper: OpenSection, run: Run, from: number, to: number): ParagraphChild {
	if ('break' in run) return new TextRun({ break: 1 });
	if ('note' in run) return notePart(paper, run.note);
	const text = textRun(run, run.text.slice(from, to));
	if (run.href?.startsWith('#'))
		return new InternalHyperlink({ anchor: run.href.slice(1), children: [text] });
	return run.href ? new ExternalHyperlink({ link: run.href, children: [text] }) : text;
}

function textRun({ marks = [], href, language }: Extract<Run, { text: string }>, text: string): TextRun {
	const has = (mark: (typeof marks)[number]) => marks.includes(mark);
	return new TextRun({
		children: printable(text)
			.split('\t')
			.flatMap((words, index) => (index ? [new Tab(), words] : [words])),
		...(has('strong') && { bold: true }),
		...(has('emphasis') && { italics: true }),
		...(has('underline') && { underline: { type: UnderlineType.SINGLE } }),
		...(has('strike') && { strike: true }),
		...(has('superscript') && { superScript: true }),
		...(has('subscript') && { subScript: true }),
		...(language && { language: { value: language } }),
		// without this style LibreOffice's PDF has no link to click
		...(href ? { style: 'Hyperlink' } : has('code') && { style: 'Code' })
	});
}

function notePart(paper: OpenSection, key: string): ParagraphChild {
	const note = paper.section.notes.find((one) => one.key === key);
	if (!note) return new TextRun('');
	const notes = paper.notes[note.place];
	const id = Object.keys(notes).length + 1;
	notes[id] = { children: [] };
	const inner = { ...paper, section: { blocks: [], notes: [] } };
	const parts = note.blocks.flatMap((block) => blockParts(inner, block, { indent: 0, depth: 0 }));
	// a note holds paragraphs only: what lies in a table becomes its words
	notes[id].children = note.blocks.some(({ kind }) => kind === 'table' || kind === 'box')
		? note.blocks.map((block) => new Paragraph({ children: [new TextRun(printable(wordsOf(block)))] }))
		: parts.filter((part) => part instanceof Paragraph);
	return note.place === 'foot' ? new FootnoteReferenceRun(id) : new EndnoteReferenceRun(id);
}

function tableParts(
	paper: OpenSection,
	{ caption, head, body }: Extract<Block, { kind: 'table' }>,
	standing: Standing
): (Paragraph | Table)[] {
	const widths = (row: Cell[]) => row.reduce((sum, { columns = 1 }) => sum + columns, 0);
	const columns = Math.max(1, ...[...head, ...body].slice(0, 1).map(widths));
	const width = pageWidth - standing.indent;
	const rows = [...head, ...body].map(
		(row, index) =>
			new TableRow({
				tableHeader: index < head.length,
				cantSplit: true,
				children: row.map((cell) => cellPart(paper, cell, index < head.length))
			})
	);
	return [
		...leading(standing),
		...(caption ? [captionPart(paper, caption, standing, true)] : []),
		new Table({
			width: { size: width, type: WidthType.DXA },
			columnWidths: Array.from({ length: columns }, () => Math.floor(width / columns)),
			...(standing.indent > 0 && { indent: { size: standing.indent, type: WidthType.DXA } }),
			rows
		}),
		behind()
	];
}

/** Word joins tables that nothing stands between. */
const behind = () => new Paragraph({ spacing: { after: 0 }, children: [] });

/** An item that begins with something else than a paragraph still has its sign. */
const leading = ({ numbering, ...standing }: Standing) =>
	numbering ? [paragraph({ ...standing, numbering }, [])] : [];

function cellPart(paper: OpenSection, { blocks, columns, rows, isHead }: Cell, isInHead: boolean): TableCell {
	const standing = { indent: 0, depth: 0, ...((isInHead || isHead) && { style: 'TableHeading' }) };
	const parts = blocks.flatMap((block) => blockParts(paper, block, standing));
	return new TableCell({
		...(columns && { columnSpan: columns }),
		...(rows && { rowSpan: rows }),
		children: parts.length ? parts : [new Paragraph({ children: [] })]
	});
}

const captionPart = (paper: OpenSection, caption: Run[], { indent }: Standing, isAbove: boolean) =>
	new Paragraph({
		style: 'Caption',
		keepNext: isAbove,
		...(indent > 0 && { indent: { left: indent } }),
		children: runParts(paper, caption)
	});

/** A frame around text: a table of one cell, which every program keeps and reads aloud in its place. */
function boxParts(paper: OpenSection, blocks: Block[], standing: Standing): (Paragraph | Table)[] {
	const parts = blocks.flatMap((block) => blockParts(paper, block, { indent: 0, depth: 0 }));
	const border = { style: BorderStyle.SINGLE, size: 8, color: '555555' };
	const width = pageWidth - standing.indent;
	return [
		...leading(standing),
		new Table({
			width: { size: width, type: WidthType.DXA },
			columnWidths: [width],
			borders: { top: border, bottom: border, left: border, right: border },
			...(standing.indent > 0 && { indent: { size: standing.indent, type: WidthType.DXA } }),
			rows: [new TableRow({ children: [new TableCell({ children: parts.length ? parts : [behind()] })] })]
		}),
		behind()
	];
}

/** In pixels, as wide as the page at most. */
const widest = 600;
const formats = { 'image/png': 'png', 'image/jpeg': 'jpg' } as const;

/** A picture in a format that Word does not know is named by its description. */
function imageParts(
	paper: OpenSection,
	{ file, alt, caption }: Extract<Block, { kind: 'image' }>,
	standing: Standing
): Paragraph[] {
	const picture = paper.given.images[file];
	const type = picture && formats[picture.type as keyof typeof formats];
	const below = caption ? [captionPart(paper, caption, standing, false)] : [];
	if (!picture || !type) return [paragraph(standing, [new TextRun(`[${printable(alt || file)}]`)]), ...below];
	const { width, height } = imageSize(picture.bytes);
	const scale = Math.min(1, widest / width);
	const image = new ImageRun({
		type,
		data: Buffer.from(picture.bytes),
		transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
		...(alt === '' ? { decorative: true } : { altText: { name: file, description: printable(alt ?? '') } })
	});
	return [paragraph(standing, [image]), ...below];
}
