import * as fc from 'fast-check';
import {
	formats,
	marks,
	type Block,
	type Cell,
	type Item,
	type Run,
	type Text
} from '../../src/lib/text/block.ts';

/*
 * Random texts for tests of properties: small, deep, and full of what other programs take for notation.
 */

const plain = ['Bus', 'Rufbus', 'die', 'und', 'Straße', 'Ärzt*innen', 'z. B.', '3', 'Pflege', 'ÖPNV', 'Kita'];
const odd = [
	'*',
	'**',
	'_',
	'`',
	'``',
	'~',
	'~~',
	'^',
	'[',
	']',
	'](',
	']{',
	'][',
	'{',
	'}',
	'{fett}',
	'<',
	'>',
	'<b>',
	'&',
	'&amp;',
	'|',
	'\\',
	'#',
	'##',
	'-',
	'+',
	'1.',
	'1)',
	'a)',
	'iv)',
	'(i)',
	'A.',
	'§ 3',
	':',
	':::',
	'::: Kasten',
	'---',
	'===',
	'!',
	'![',
	'[^1]',
	'[^n1]:',
	'http://a.de',
	'<http://a.de>',
	'\u00a0',
	'\u202f',
	'\u2011',
	'\u00ad',
	'\ufeff',
	'\t',
	'\n',
	'\r\n',
	' ',
	'  ',
	'😀',
	'e\u0301',
	'\u0301',
	'\u0338',
	'"',
	"'",
	'=',
	'/',
	'.',
	',',
	'$',
	'\u0000',
	'\ud800',
	'{Nr. 3}',
	'{Liste}',
	'\u2028'
];

const wording = fc
	.array(
		fc.oneof(
			{ weight: 3, arbitrary: fc.constantFrom(...plain) },
			{ weight: 2, arbitrary: fc.constantFrom(...odd) }
		),
		{
			maxLength: 6
		}
	)
	.chain((words) => fc.constantFrom(' ', '').map((between) => words.join(between)));

const address = fc.constantFrom(
	'https://kreis.example/a',
	'https://a.de/(x)?a=1&b=2',
	'mailto:a@b.de',
	'#teil',
	'tel:+49 30 1',
	'http://ä.de/<x>|\\y*z_'
);
const language = fc.constantFrom('fr', 'de-x-leicht', 'en-GB');
const key = fc.constantFrom('a', 'b', 'n1', '7', 'Z-9');

const words = fc.record(
	{
		text: wording,
		marks: fc.uniqueArray(fc.constantFrom(...marks), { minLength: 1, maxLength: 3 }),
		href: address,
		language
	},
	{ requiredKeys: ['text'] }
) as fc.Arbitrary<Run>;
const run: fc.Arbitrary<Run> = fc.oneof(
	{ weight: 4, arbitrary: wording.map((text) => ({ text })) },
	{ weight: 4, arbitrary: words },
	{ weight: 1, arbitrary: fc.constant<Run>({ break: true }) },
	{ weight: 1, arbitrary: key.map((note) => ({ note })) }
);
export const runs = fc.array(run, { maxLength: 5 });

/** What is an own property only where it is there. */
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const bare = <T extends object>(value: T): T =>
	Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;

const number = fc.constantFrom(
	'§ 3',
	'6.2.1',
	'1',
	'2025',
	'A.',
	'Anlage 1',
	'3.}',
	'a\\',
	'(i)',
	'{x',
	'1,2'
);

const tree = fc.letrec<{ block: Block; blocks: Block[]; item: Item; cell: Cell }>((tie) => ({
	blocks: fc.array(tie('block'), { maxLength: 3, depthIdentifier: 'blocks' }),
	item: fc.record({ number: maybe(number), blocks: tie('blocks') }).map(bare),
	cell: fc
		.record({
			blocks: tie('blocks'),
			columns: maybe(fc.integer({ min: 2, max: 4 })),
			rows: maybe(fc.integer({ min: 2, max: 4 })),
			isHead: maybe(fc.constant(true as const))
		})
		.map(bare),
	block: fc.oneof(
		{ maxDepth: 4, depthIdentifier: 'blocks', depthSize: 'small' },
		{ weight: 5, arbitrary: runs.map((all): Block => ({ kind: 'paragraph', runs: all })) },
		{
			weight: 1,
			arbitrary: fc
				.record({ level: fc.integer({ min: 1, max: 9 }), number: maybe(number), runs })
				.map((heading): Block => bare({ kind: 'heading' as const, ...heading }))
		},
		{
			weight: 1,
			arbitrary: fc
				.record({ file: key, alt: maybe(wording), caption: maybe(runs) })
				.map((image): Block => bare({ kind: 'image' as const, ...image }))
		},
		{
			weight: 3,
			arbitrary: fc
				.record({
					format: fc.constantFrom(...formats),
					start: maybe(fc.constantFrom(0, 1, 2, 4, 9, 26, 27, 100, 1999)),
					items: fc.array(tie('item'), { maxLength: 3 })
				})
				.map((list): Block => bare({ kind: 'list' as const, ...list }))
		},
		{
			weight: 2,
			arbitrary: fc
				.record({
					caption: maybe(runs),
					head: fc.array(fc.array(tie('cell'), { maxLength: 3 }), { maxLength: 2 }),
					body: fc.array(fc.array(tie('cell'), { maxLength: 3 }), { maxLength: 3 })
				})
				.map((table): Block => bare({ kind: 'table' as const, ...table }))
		},
		{
			weight: 2,
			arbitrary: fc
				.record({
					width: fc.integer({ min: 1, max: 3 }),
					cells: fc.array(fc.oneof(runs, fc.constant<Run[]>([])), { minLength: 1, maxLength: 9 })
				})
				.map(({ width, cells }): Block => {
					const row = (all: Run[][]) =>
						Array.from({ length: width }, (_, at): Cell => ({
							blocks: [{ kind: 'paragraph', runs: all[at] ?? [] }]
						}));
					const starts = [...cells.keys()].filter((at) => at % width === 0);
					const rows = starts.map((at) => row(cells.slice(at, at + width)));
					return { kind: 'table', head: rows.slice(0, 1), body: rows.slice(1) };
				})
		},
		{ weight: 1, arbitrary: tie('blocks').map((all): Block => ({ kind: 'quote', blocks: all })) },
		{ weight: 1, arbitrary: tie('blocks').map((all): Block => ({ kind: 'box', blocks: all })) }
	)
}));

export const blocks = tree.blocks;
export const block = tree.block;

/** Any text the model allows, untidy as it comes. */
export const text: fc.Arbitrary<Text> = fc.record({
	blocks: fc.array(tree.block, { maxLength: 5 }),
	notes: fc.uniqueArray(
		fc.record({ key, place: fc.constantFrom('foot' as const, 'end' as const), blocks: tree.blocks }),
		{ selector: (note) => note.key, maxLength: 4 }
	)
});
