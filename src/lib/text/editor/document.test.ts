import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { text as randomText } from '../../../../tests/texts/random.ts';
import { tidy } from '../tidy.ts';
import { documentOf, textOf } from './document.ts';
import { schema } from './schema.ts';
import { Node } from 'prosemirror-model';

test('every text the model allows comes back from the editor as it was', () => {
	fc.assert(
		fc.property(randomText, (text) => {
			const doc = documentOf(text);
			doc.check();
			expect(textOf(doc)).toStrictEqual(tidy(text));
		}),
		{ numRuns: 1000 }
	);
});

test('a document of the editor may be kept and read again', () => {
	fc.assert(
		fc.property(randomText, (text) => {
			const doc = documentOf(text);
			expect(Node.fromJSON(schema, JSON.parse(JSON.stringify(doc))).eq(doc)).toBe(true);
		}),
		{ numRuns: 100 }
	);
});
