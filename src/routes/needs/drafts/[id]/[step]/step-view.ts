import type { Field } from '#lib/needs/drafts/draft.ts';

/** What the fields of a step show: the answers, what is wrong with them, and how they read in another window by now. */
export interface StepView {
	text: (field: Field) => string;
	list: (field: Field) => string[];
	errors: Partial<Record<Field, string>>;
	others: Partial<Record<Field, string>>;
}
