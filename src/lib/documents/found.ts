import { m } from '#lib/i18n/paraglide/messages.js';
import type { Text } from '#lib/text/block.ts';
import type { Found } from './reading.ts';

type Loss = Found['losses'][number];

const kinds: Record<string, () => string> = {
	equation: m.documents_loss_equation,
	chart: m.documents_loss_chart,
	diagram: m.documents_loss_diagram,
	drawing: m.documents_loss_drawing,
	embedded: m.documents_loss_embedded,
	macros: m.documents_loss_macros,
	linked_image: m.documents_loss_linked_image,
	linked_template: m.documents_loss_linked_template,
	linked_part: m.documents_loss_linked_part,
	picture_format: m.documents_loss_picture_format,
	picture_missing: m.documents_loss_picture_missing,
	header: m.documents_loss_header,
	footer: m.documents_loss_footer,
	hidden_text: m.documents_loss_hidden_text,
	address: m.documents_loss_address,
	symbol: m.documents_loss_symbol,
	field: m.documents_loss_field,
	contents: m.documents_loss_contents,
	form: m.documents_loss_form,
	highlight: m.documents_loss_highlight,
	heading_inside: m.documents_loss_heading_inside,
	merged_cell: m.documents_loss_merged_cell,
	too_deep: m.documents_loss_too_deep,
	too_long: m.documents_loss_too_long,
	unknown: m.documents_loss_unknown
};

/** What was lost, each kind with its places. */
export function lossesByKind(losses: Loss[]) {
	const groups = Map.groupBy(losses, ({ what }) => what);
	return [...groups].map(([what, places]) => ({ kind: (kinds[what] ?? kinds.unknown!)(), places }));
}

/** Where it stood, and its own words. */
export function lossInWords({ headings, words, detail }: Loss): string {
	const place = headings.at(-1) ?? m.documents_loss_at_beginning();
	const said = [detail, words && m.documents_loss_among({ words })].filter(Boolean).join(', ');
	return said ? `${place}: ${said}` : place;
}

/** How many pictures of a text nobody has described. */
export function withoutAlt(text: Text): number {
	let count = 0;
	const look = (value: unknown) => {
		if (Array.isArray(value)) value.forEach(look);
		else if (value && typeof value === 'object') {
			if ('kind' in value && value.kind === 'image' && !('alt' in value)) count++;
			Object.values(value).forEach(look);
		}
	};
	look(text);
	return count;
}
