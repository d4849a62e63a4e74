import { expect, test } from 'vitest';
import { byWhom } from './entry.ts';

test('who did it in which post is said with nothing twice', () => {
	expect(byWhom('Frau Albrecht', 'Sozialplanung, Landkreis Harz, Sozialplanung')).toBe(
		'Frau Albrecht, Sozialplanung, Landkreis Harz'
	);
	expect(byWhom('Sozialplanung', 'Landkreis Harz, Sozialplanung')).toBe('Sozialplanung, Landkreis Harz');
});

test('what is not known is left out', () => {
	expect(byWhom(null, 'Vorsitz')).toBe('Vorsitz');
	expect(byWhom(undefined, null)).toBe('');
});
