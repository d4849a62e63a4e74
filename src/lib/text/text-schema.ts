import * as z from 'zod';
import {
	deepest,
	depthOf,
	formats,
	isAddress,
	marks,
	type Block,
	type Cell,
	type Run,
	type Text
} from './block.ts';

/*
 * What may be kept as a text: the model of block.ts with its limits. Apart from it, so that pages that show or edit texts send no
 * checks to the browser.
 */

const text = z.string().max(100_000);
const address = z.string().max(2_000).refine(isAddress);
const key = z.string().regex(/^[a-z0-9-]{1,64}$/i);
/** Names of languages as in `lang` (BCP 47), e.g. `de-DE`, `de-x-leicht`. */
const language = z
	.string()
	.max(35)
	.regex(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8})*$/i);

const run: z.ZodType<Run> = z.union([
	z.strictObject({
		text,
		marks: z.array(z.enum(marks)).min(1).max(7).optional(),
		href: address.optional(),
		language: language.optional()
	}),
	z.strictObject({ break: z.literal(true) }),
	z.strictObject({ note: key })
]);

const runs = z.array(run).max(10_000);
const blocks: z.ZodType<Block[]> = z.lazy(() => z.array(block).max(5_000));
const cell: z.ZodType<Cell> = z.strictObject({
	blocks,
	columns: z.int().min(2).max(100).optional(),
	rows: z.int().min(2).max(1_000).optional(),
	isHead: z.literal(true).optional()
});
const rows = z.array(z.array(cell).max(100)).max(2_000);

const block: z.ZodType<Block> = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('paragraph'), runs }),
	z.strictObject({
		kind: z.literal('list'),
		format: z.enum(formats),
		start: z.int().min(0).max(100_000).optional(),
		items: z.array(z.strictObject({ number: z.string().max(40).optional(), blocks })).max(2_000)
	}),
	z.strictObject({ kind: z.literal('table'), caption: runs.optional(), head: rows, body: rows }),
	z.strictObject({
		kind: z.literal('image'),
		file: key,
		alt: z.string().max(1_000).optional(),
		caption: runs.optional()
	}),
	z.strictObject({ kind: z.literal('quote'), blocks }),
	z.strictObject({ kind: z.literal('box'), blocks }),
	z.strictObject({
		kind: z.literal('heading'),
		level: z.int().min(1).max(9),
		number: z.string().max(40).optional(),
		runs
	})
]) as z.ZodType<Block>;

const notes = z
	.array(z.strictObject({ key, place: z.enum(['foot', 'end']), blocks }))
	.max(1_000)
	.refine(
		(all) => new Set(all.map((note) => note.key)).size === all.length,
		'each note has a key of its own'
	);

/** Asks for the depth first: what lies too deep is never walked through by functions that call themselves. */
export const textSchema: z.ZodType<Text> = z
	.custom<unknown>((value) => depthOf(value) <= deepest, 'blocks lie too deep in each other')
	.pipe(z.strictObject({ blocks, notes }));
