import { heaviest } from '#lib/text/common.ts';
import { lineageOf, type Line, type Lineage } from '#lib/text/lineage.ts';
import { isChanged } from '#lib/text/section-edits.ts';
import type { DocumentTexts } from './document.ts';

type Stood = DocumentTexts['sections'][number];
type Standing = Pick<Stood, 'id' | 'level'>;
type Heir = Standing & Pick<Stood, 'origins'>;

/** What became of every section of the version before, by its id, from where the words of each came. */
export function descentOf(before: Stood[], after: Stood[], reasons: Map<string, string>): Lineage {
	const [old, now] = [before, after].map(
		(all) => new Map(all.map((section) => [section.id, asSection(section)]))
	);
	return fatesOf(before, after, reasons, (from, to) => isChanged(old!.get(from)!, now!.get(to)!));
}

/**
 * The same where it is known which sections say something else. A section has moved when it lies on another level, or stands
 * elsewhere among those that stayed in order.
 */
export function fatesOf(
	before: Standing[],
	after: Heir[],
	reasons: Map<string, string>,
	saysElse: (from: string, to: string) => boolean
): Lineage {
	const places = new Map(before.map(({ id }, place) => [id, place]));
	const pairs = after.flatMap(({ origins }, to) =>
		origins.map((id) => ({ from: places.get(id)!, to, weight: 1 }))
	);
	const inOrder = new Set(heaviest(pairs).map(({ from, to }) => `${from} ${to}`));
	const lines = pairs.map(({ from, to }): Line => {
		const [was, is] = [before[from]!, after[to]!];
		return {
			from: was.id,
			to: is.id,
			isChanged: saysElse(was.id, is.id),
			isMoved: was.level !== is.level || !inOrder.has(`${from} ${to}`)
		};
	});
	return lineageOf(
		before.map(({ id }) => id),
		after.map(({ id }) => id),
		lines,
		reasons
	);
}

const asSection = ({ level, heading, body }: Stood) => ({ level, heading, text: body });
