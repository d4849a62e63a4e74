import type { Line } from './lines.ts';
import { isPlainLabel, labelOf } from './labels.ts';
import type { ListLevel, OdtStyles } from './read-odt-styles.ts';
import { attribute, type Element } from './xml.ts';

type Counts = (number | undefined)[];

/** One list, however many elements it is written as. */
interface Chain {
	family: string;
	counts: Counts;
}

/** Where a paragraph stands among lists. */
export interface InList {
	chain: Chain;
	style: string | undefined;
	/** 0 is the outermost. */
	level: number;
	/** The first paragraph of an item is counted, the others stand below it. */
	item: { start: string | undefined; isCounted: boolean };
}

/** Counts the items of lists and the headings of a file, in their order. */
export function openLists(styles: OdtStyles) {
	const byId = new Map<string, Chain>();
	const byStyle = new Map<string | undefined, Chain>();
	const outline: Counts = [];
	let made = 0;

	return {
		/** The list an element begins or goes on with. */
		chainOf(list: Element, style: string | undefined): Chain {
			const id = attribute(list, 'xml:id') ?? attribute(list, 'text:id');
			const continued = byId.get(attribute(list, 'text:continue-list') ?? 'none');
			const isContinued = attribute(list, 'text:continue-numbering') === 'true';
			const chain = continued ??
				(isContinued ? byStyle.get(style) : undefined) ?? { family: `list-${++made}`, counts: [] };
			if (id) byId.set(id, chain);
			byStyle.set(style, chain);
			return chain;
		},

		/** Counts one paragraph of an item. */
		next({ chain, style, level, item }: InList): {
			count: NonNullable<Line['count']>;
			indent: number;
			label: string;
		} {
			const levels = styles.list(style);
			const own = levels.get(level) ?? usual(level);
			const value = counted(chain.counts, level, item.start, own);
			const label = shown(levels, chain.counts, own);
			const isPlain = own.format === 'bullet' || isPlainLabel(label, value, own.format);
			return {
				count: {
					family: chain.family,
					level,
					value,
					format: own.format,
					...(!isPlain && label && { number: label })
				},
				indent: indentOf(levels, level),
				label
			};
		},

		/** How far the text of an item is indented. */
		indent: ({ style, level }: InList) => indentOf(styles.list(style), level),

		/** The number of a heading that is in no list. @param level from 1 */
		heading(level: number, start: string | undefined): string {
			const own = styles.outline.get(level - 1);
			if (!own?.label) return '';
			counted(outline, level - 1, start, own);
			return shown(styles.outline, outline, own);
		}
	};
}

function counted(counts: Counts, level: number, start: string | undefined, own: ListLevel): number {
	const before = counts[level];
	const given =
		start === undefined ? undefined : Math.min(Math.max(Math.trunc(Number(start)) || 0, 0), 100_000);
	const value = given ?? (before === undefined ? own.start : before + 1);
	counts[level] = value;
	counts.length = level + 1;
	return value;
}

const shown = (levels: Map<number, ListLevel>, counts: Counts, { label }: ListLevel) =>
	label
		.replace(/%(\d+)/g, (_, digits: string) => {
			const at = Number(digits) - 1;
			const { format, start } = levels.get(at) ?? usual(at);
			return labelOf(counts[at] ?? start, format);
		})
		.trim();

const usual = (level: number): ListLevel => ({
	format: 'bullet',
	label: '',
	start: 1,
	indent: (level + 1) * 360
});

const indentOf = (levels: Map<number, ListLevel>, level: number) =>
	levels.get(level)?.indent ?? (level + 1) * 360;
