import type { Block, Cell, Note, Run, Text } from './block.ts';
import { clean, plainOfRuns } from './plain.ts';
import { tidyRuns } from './tidy-runs.ts';

/*
 * One way to say the same: what readers and writers hand on, and what two versions are compared in. What carries no word, sign or
 * place goes; what is set alike is joined.
 */

const tidyWording = (wording: string | undefined) => wording && clean(wording).replace(/ +/g, ' ').trim();

function tidyCell(cell: Cell, keys: Set<string>): Cell {
	return { ...cell, blocks: tidyBlocks(cell.blocks, keys) };
}

function tidyRows(rows: Cell[][], keys: Set<string>): Cell[][] {
	return rows.filter((row) => row.length > 0).map((row) => row.map((cell) => tidyCell(cell, keys)));
}

/** A block, or nothing where nothing is in it. */
function tidyBlock(block: Block, keys: Set<string>): Block | undefined {
	const caption = 'caption' in block && block.caption ? tidyRuns(block.caption, keys) : [];
	const captioned = caption.length > 0 ? { caption } : {};
	switch (block.kind) {
		case 'paragraph': {
			const runs = tidyRuns(block.runs, keys);
			return runs.length > 0 ? { kind: 'paragraph', runs } : undefined;
		}
		case 'heading': {
			const runs = tidyRuns(block.runs, keys);
			const number = tidyWording(block.number);
			if (runs.length === 0 && !number) return undefined;
			return { kind: 'heading', level: block.level, ...(number ? { number } : {}), runs };
		}
		case 'list': {
			const isCounted = block.format !== 'bullet' && block.format !== 'none';
			const start = isCounted && block.start !== undefined && block.start !== 1 ? { start: block.start } : {};
			const items = block.items.map((item) => {
				const number = tidyWording(item.number);
				return { ...(number ? { number } : {}), blocks: tidyBlocks(item.blocks, keys) };
			});
			return items.length > 0 ? { kind: 'list', format: block.format, ...start, items } : undefined;
		}
		case 'table': {
			const head = tidyRows(block.head, keys);
			const body = tidyRows(block.body, keys);
			if (head.length + body.length + caption.length === 0) return undefined;
			return { kind: 'table', ...captioned, head, body };
		}
		case 'image': {
			const alt = tidyWording(block.alt);
			return { kind: 'image', file: block.file, ...(alt === undefined ? {} : { alt }), ...captioned };
		}
		case 'quote':
		case 'box': {
			const blocks = tidyBlocks(block.blocks, keys);
			return blocks.length > 0 ? { kind: block.kind, blocks } : undefined;
		}
	}
}

function tidyBlocks(blocks: Block[], keys: Set<string>): Block[] {
	return blocks.map((block) => tidyBlock(block, keys)).filter((block) => block !== undefined);
}

/** Keys of notes in the order of their places. Every block is asked for its own runs alone. */
export function placesOf(blocks: Block[]): string[] {
	const inRuns = (runs: Run[] = []) => runs.flatMap((run) => ('note' in run ? [run.note] : []));
	return blocks.flatMap((block) => {
		switch (block.kind) {
			case 'paragraph':
			case 'heading':
				return inRuns(block.runs);
			case 'list':
				return block.items.flatMap((item) => placesOf(item.blocks));
			case 'table':
				return [
					...inRuns(block.caption),
					...[...block.head, ...block.body].flat().flatMap((cell) => placesOf(cell.blocks))
				];
			case 'image':
				return inRuns(block.caption);
			case 'quote':
			case 'box':
				return placesOf(block.blocks);
		}
	});
}

/** Notes in the order of their places, those without a place at the end. Notes may have notes. */
function ordered(blocks: Block[], notes: Note[]): Note[] {
	const byKey = new Map(notes.map((note) => [note.key, note]));
	const all = new Set<Note>();
	const visit = (inside: Block[]) => {
		const found = placesOf(inside).flatMap((key) => byKey.get(key) ?? []);
		const added = found.filter((note, at) => !all.has(note) && found.indexOf(note) === at);
		for (const note of added) all.add(note);
		if (added.length > 0) visit(added.flatMap((note) => note.blocks));
	};
	visit(blocks);
	for (const note of notes) all.add(note);
	return [...all];
}

/** The text in the one way to say it; what readers hand on. Tidying twice changes nothing. */
export function tidy(text: Text): Text {
	const keys = new Set(text.notes.map((note) => note.key));
	const blocks = tidyBlocks(text.blocks, keys);
	const notes = text.notes.map((note) => ({
		key: note.key,
		place: note.place,
		blocks: tidyBlocks(note.blocks, keys)
	}));
	return { blocks, notes: ordered(blocks, notes) };
}

/** Running text that has no notes, e.g. a heading, in plain words. */
export const tidyPlain = (runs: Run[]): string => tidyWording(plainOfRuns(runs)) ?? '';
