import { z } from 'zod';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';

/** One word of a controlled vocabulary. Keys never change, labels may be bettered. */
export const term = z.strictObject({
	key: z.string(),
	label: z.string(),
	labelEn: z.string()
});
export type Term = z.infer<typeof term>;

export const vocabulary = z.strictObject({
	fieldsOfAction: z.array(term),
	targetGroups: z.array(term),
	decisionWords: z.array(z.strictObject({ ...term.shape, namesThirdParty: z.boolean() }))
});
export type Vocabulary = z.infer<typeof vocabulary>;

/** The label of a key in the reader's language; a key unknown here is shown as it stands. */
export function labelOf(terms: Term[], key: string): string {
	const term = terms.find((each) => each.key === key);
	return term ? labelIn(term) : key;
}

/** The terms as choices of a field. */
export const choicesOf = (terms: Term[]) => terms.map((term) => ({ value: term.key, label: labelIn(term) }));

/** The label of a term in the reader's language. */
export const labelIn = (term: Term) => (getLocale() === 'en' ? term.labelEn : term.label);
