import type { Properties } from './document.ts';
import { attribute, child, childrenOf, textIn, type Element } from './xml.ts';

/** What a Word file says of itself. */
export function readProperties(parts: {
	core: Element | undefined;
	custom: Element | undefined;
}): Properties {
	const said = (name: string) => {
		const element = child(parts.core, name);
		return (element && textIn(element).trim()) || undefined;
	};
	const [title, author, created] = [said('dc:title'), said('dc:creator'), said('dcterms:created')];
	return {
		...(title && { title }),
		...(author && { author }),
		...(created && { created }),
		custom: Object.fromEntries(
			childrenOf(parts.custom, 'custom:property').map((element) => [
				attribute(element, 'name') ?? '',
				textIn(element).trim()
			])
		)
	};
}
