import { expect, test } from 'vitest';
import { withPicture } from './picture.ts';

const picture = { file: 'karte', alt: 'Karte der Haltestellen' };

test('a picture comes behind the block where somebody writes, and to the end where nobody knows', () => {
	expect(withPicture('Eins\n\nZwei', picture, 1)).toBe('Eins\n\n![Karte der Haltestellen](karte)\n\nZwei\n');
	expect(withPicture('Eins\n\n*  Zwei\n', picture)).toBe(
		'Eins\n\n*  Zwei\n\n![Karte der Haltestellen](karte)\n'
	);
	expect(withPicture('', { file: 'zierde', alt: '' })).toBe('![](zierde){schmückt}\n');
});

test('a picture at the end of a text with notes is no part of a note', () => {
	expect(withPicture('Eins[^1]\n\n[^1]: Stand 2026.', picture, 9)).toBe(
		'Eins[^1]\n\n![Karte der Haltestellen](karte)\n\n[^1]: Stand 2026.\n'
	);
});
