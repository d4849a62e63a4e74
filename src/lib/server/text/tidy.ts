import { legible } from '#lib/i18n/legible.ts';
import { deepest, type Block, type Run } from '#lib/text/block.ts';
import { addText, plainOf, wordsOf, type Reading } from './reading.ts';
import { trimmed } from './runs.ts';

/** What the text model holds at most of each. */
const most = { text: 100_000, runs: 10_000, blocks: 5_000, items: 2_000, rows: 2_000, cells: 100 };

/** Blocks as the model takes them: signs that nobody sees are left out, and nothing is deeper or longer than it may be. */
export function openTidy(reading: Reading, language: string | undefined) {
	const { found } = reading;
	function lose(what: 'too_deep' | 'too_long', block: number, words: string) {
		const place = { block, headings: [], words: words.slice(0, 120) };
		found.places.push(place);
		found.losses.push({ what, place });
	}

	function cut<Part>(all: Part[], limit: number, at: number, words: (part: Part) => string): Part[] {
		if (all.length > limit) lose('too_long', at, words(all[limit]!));
		return all.slice(0, limit);
	}

	function runs(given: Run[], at: number): Run[] {
		const tidied: Run[] = [];
		for (const run of given) {
			if (!('text' in run)) tidied.push(run);
			else addText(tidied, inLanguage(run, language));
		}
		const parts = tidied.flatMap((run): Run[] =>
			'text' in run ? pieces({ ...run, text: legible(run.text) }) : [run]
		);
		return cut(trimmed(parts), most.runs, at, (run) => plainOf([run]));
	}

	function blocks(given: Block[], depth: number, at: number): Block[] {
		return cut(given, most.blocks, at, wordsOf).map((one) => block(one, depth, at));
	}

	function block(given: Block, depth: number, at: number): Block {
		if (depth > deepest || (depth === deepest && given.kind !== 'paragraph' && given.kind !== 'image')) {
			lose('too_deep', at, wordsOf(given));
			return { kind: 'paragraph', runs: runs([{ text: wordsOf(given) }], at) };
		}
		const below = (inner: Block[]) => blocks(inner, depth + 1, at);
		switch (given.kind) {
			case 'paragraph':
			case 'heading':
				return { ...given, runs: runs(given.runs, at) };
			case 'list':
				return {
					...given,
					items: cut(given.items, most.items, at, ({ blocks }) => blocks.map(wordsOf).join(' ')).map(
						(item) => ({
							...item,
							blocks: below(item.blocks)
						})
					)
				};
			case 'table': {
				const rows = (all: typeof given.body) =>
					cut(all, most.rows, at, (row) =>
						row.map(({ blocks }) => blocks.map(wordsOf).join(' ')).join(' ')
					).map((row) =>
						cut(row, most.cells, at, ({ blocks }) => blocks.map(wordsOf).join(' ')).map((cell) => ({
							...cell,
							blocks: below(cell.blocks)
						}))
					);
				return {
					...given,
					...(given.caption && { caption: runs(given.caption, at) }),
					head: rows(given.head),
					body: rows(given.body)
				};
			}
			case 'image':
				return given.caption ? { ...given, caption: runs(given.caption, at) } : given;
			default:
				return { ...given, blocks: below(given.blocks) };
		}
	}

	return { block, blocks };
}

/** The language of a tag, without its region. */
export const primaryOf = (tag: string) => tag.split('-')[0]!.toLowerCase();

type Words = Extract<Run, { text: string }>;

function inLanguage(run: Words, language: string | undefined): Words {
	if (run.language === undefined || primaryOf(run.language) !== language) return run;
	const { language: _, ...rest } = run;
	return rest;
}

function pieces(run: Words): Words[] {
	if (run.text.length <= most.text) return run.text ? [run] : [];
	const parts: Words[] = [];
	for (let at = 0; at < run.text.length; at += most.text)
		parts.push({ ...run, text: run.text.slice(at, at + most.text) });
	return parts;
}
