import { isContents } from './read-docx-fields.ts';
import { chosen, type Source } from './read-docx-source.ts';
import { child, elementsOf, type Element } from './xml.ts';

/** The elements that stand in a body, table, row or cell, out of what only wraps them. */
export function* flow(source: Source, elements: Element[]): Generator<Element> {
	for (const element of elements) {
		switch (element.name) {
			case 'w:sdt':
				if (isContents(element)) source.reading.loseOnce('contents');
				else yield* flow(source, elementsOf(child(element, 'w:sdtContent')));
				break;
			case 'w:customXml':
			case 'w:smartTag':
				yield* flow(source, elementsOf(element));
				break;
			case 'w:ins':
			case 'w:moveTo':
				if (source.view === 'after') yield* flow(source, elementsOf(element));
				break;
			case 'w:del':
			case 'w:moveFrom':
				if (source.view === 'before') yield* flow(source, elementsOf(element));
				break;
			case 'mc:AlternateContent':
				yield* flow(source, elementsOf(chosen(element)));
				break;
			default:
				yield element;
		}
	}
}
