import { m } from '#lib/i18n/paraglide/messages.js';
import { fieldsOf, freeTexts, type Answers, type Field, type Step } from './draft.ts';
import { personalData, type PersonalData } from './personal-data.ts';

const sentences: Record<PersonalData['kind'], (inputs: { words: string }) => string> = {
	name: m.report_hint_name,
	phone: m.report_hint_phone,
	email: m.report_hint_email,
	iban: m.report_hint_iban,
	diagnosis: m.report_hint_diagnosis
};

export interface Hint {
	field: Field;
	sentence: string;
}

/** What in the free texts of a draft, or of one step, looks as if it told about a single person. A hint, never a block. */
export function hintsIn(step: Step | null, answers: Answers): Hint[] {
	const fields = step
		? freeTexts.filter((field) => (fieldsOf[step] as readonly Field[]).includes(field))
		: freeTexts;
	return fields.flatMap((field) =>
		personalData(String(answers[field] ?? '')).map(({ kind, words }) => ({
			field,
			sentence: sentences[kind]({ words })
		}))
	);
}
