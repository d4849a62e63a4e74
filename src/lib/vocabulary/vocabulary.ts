import { getLocale } from '#lib/i18n/paraglide/runtime.js';

/** One word of a controlled vocabulary. Keys never change, labels may be bettered. */
export interface Term {
	key: string;
	label: string;
	labelEn: string;
}

export interface Vocabulary {
	fieldsOfAction: Term[];
	targetGroups: Term[];
	decisionWords: (Term & { namesThirdParty: boolean })[];
}

/** The label of a key in the reader's language; a key unknown here is shown as it stands. */
export function labelOf(terms: Term[], key: string): string {
	const term = terms.find((each) => each.key === key);
	return term ? labelIn(term) : key;
}

/** The terms as choices of a field. */
export const choicesOf = (terms: Term[]) => terms.map((term) => ({ value: term.key, label: labelIn(term) }));

/** The label of a term in the reader's language. */
export const labelIn = (term: Term) => (getLocale() === 'en' ? term.labelEn : term.label);
