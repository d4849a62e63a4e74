import { z } from 'zod';

/**
 * What a kind of call adds to the documents that all kinds have; its folder says it in `call-kind-document.ts`, which imports
 * nothing that has such a document itself: whichever of the two came first would find the other half made.
 */
interface KindDocument {
	/** What its answers are read by. */
	form: z.ZodType;
	/** What an addressee returned for one field, word for word. */
	answer: z.ZodType;
	/** What one return said. */
	said: z.ZodType;
	/** One thing that has to be done before the call is closed. */
	obstacle: z.ZodType;
	/** What else the page of one addressee says. */
	own: z.ZodType;
	/** What is published of what was asked. */
	result: z.ZodType;
	/** What somebody with a link without sign-in is asked. */
	asked: z.ZodType;
}

const found = Object.values(
	import.meta.glob<KindDocument>('../*/call-kind-document.ts', { eager: true, import: 'callKindDocument' })
);
const ofAll = (part: keyof KindDocument) => z.union(found.map((document) => document[part]));

export const form = ofAll('form');
export const answer = ofAll('answer');
export const said = ofAll('said');
export const obstacle = ofAll('obstacle');
export const own = ofAll('own');
export const result = ofAll('result');
export const asked = ofAll('asked');
