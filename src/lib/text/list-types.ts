import type { Format } from './block.ts';

/** How HTML counts the items of a list; what is missing here is not counted. */
export const listTypes: Partial<Record<Format, '1' | 'a' | 'A' | 'i' | 'I'>> = {
	decimal: '1',
	'lower-alpha': 'a',
	'upper-alpha': 'A',
	'lower-roman': 'i',
	'upper-roman': 'I'
};
