import {
	CommentRangeEnd,
	CommentRangeStart,
	CommentReference,
	Paragraph,
	TextRun,
	type ICommentsOptions,
	type ParagraphChild
} from 'docx';
import type { Block, Run, Section } from '#lib/text/block.ts';
import { printable } from '../paper/paper.ts';
import { plainOf } from './reading.ts';
import type { WrittenComment, WrittenDocument } from './write-docx.ts';

/** The comments as Word keeps them, beside the text. */
export const commentOptions = (comments: WrittenComment[]): ICommentsOptions => ({
	children: comments.map(({ author, initials, date, text, isResolved, parent }, id) => ({
		id,
		author: printable(author),
		...(initials && { initials: printable(initials) }),
		date: new Date(date),
		...(parent !== undefined && { parentId: parent }),
		...(isResolved !== undefined && { resolved: isResolved }),
		children: printable(text)
			.split('\n')
			.map((line) => new Paragraph({ children: [new TextRun(line)] }))
	}))
});

interface Piece {
	length: number;
	/** A part of it, from one sign to another. */
	part(from: number, to: number): ParagraphChild;
}

/** Where comments begin and end: each around its words where they are found in its section, else around the heading. */
export function placesOf({ sections, comments = [] }: WrittenDocument) {
	const inRuns = new Map<Run[], { id: number; from: number; to: number }[]>();
	const atHeading = new Map<number, number[]>();
	comments.forEach((comment, id) => {
		const { section: index, quote } = rootOf(comments, comment);
		const runs = quote ? runsWith(sections[index], quote) : undefined;
		if (!runs) return void atHeading.set(index, [...(atHeading.get(index) ?? []), id]);
		const from = textOf(runs).indexOf(quote!);
		inRuns.set(runs, [...(inRuns.get(runs) ?? []), { id, from, to: from + quote!.length }]);
	});

	return {
		/** The heading of a section with the comments on it. */
		around: (index: number, parts: ParagraphChild[]): ParagraphChild[] => {
			const ids = atHeading.get(index) ?? [];
			return [...ids.map(start), ...parts, ...ids.flatMap(end)];
		},

		/** Running text, cut where comments begin and end. */
		among(runs: Run[], pieces: Piece[]): ParagraphChild[] {
			const places = inRuns.get(runs) ?? [];
			const cuts = [...new Set(places.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
			const parts: ParagraphChild[] = [];
			const mark = (at: number) => {
				for (const { id, to } of places) if (to === at) parts.push(...end(id));
				for (const { id, from } of places) if (from === at) parts.push(start(id));
			};
			let at = 0;
			if (cuts[0] === 0) mark(0);
			for (const { length, part } of pieces) {
				let from = 0;
				for (const cut of cuts.filter((cut) => cut > at && cut <= at + length)) {
					parts.push(part(from, cut - at));
					mark(cut);
					from = cut - at;
				}
				if (from < length || length === 0) parts.push(part(from, length));
				at += length;
			}
			return parts;
		}
	};
}

/** An answer stands where its question does. */
const rootOf = (comments: WrittenComment[], comment: WrittenComment): WrittenComment =>
	comment.parent === undefined ? comment : (comments[comment.parent] ?? comment);

/** As `among` counts: a break and a note have no length. */
const textOf = (runs: Run[]) => plainOf(runs.filter((run) => 'text' in run));

function runsWith(section: Section | undefined, quote: string): Run[] | undefined {
	for (const runs of runsIn(section?.text.blocks ?? [])) if (textOf(runs).includes(quote)) return runs;
	return undefined;
}

function* runsIn(blocks: Block[]): Generator<Run[]> {
	for (const block of blocks) {
		if (block.kind === 'paragraph' || block.kind === 'heading') yield block.runs;
		else if (block.kind === 'list') for (const item of block.items) yield* runsIn(item.blocks);
		else if (block.kind === 'table')
			for (const row of [...block.head, ...block.body]) for (const cell of row) yield* runsIn(cell.blocks);
		else if (block.kind !== 'image') yield* runsIn(block.blocks);
	}
}

const start = (id: number) => new CommentRangeStart(id);
const end = (id: number): ParagraphChild[] => [
	new CommentRangeEnd(id),
	new TextRun({ children: [new CommentReference(id)] })
];
