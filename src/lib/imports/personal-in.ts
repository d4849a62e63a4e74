import { freeTexts } from '#lib/needs/drafts/draft.ts';
import { personalData } from '#lib/needs/drafts/personal-data.ts';
import type { Remark } from './import.ts';

type Row = { number: number; answers: Record<string, string | string[]> };

/** What in rows looks as if it told about one single person, as the form hints at it too. For a thread. */
export const personalIn = (rows: Row[]): Remark[] =>
	rows.flatMap(({ number, answers }) =>
		freeTexts.flatMap((field) =>
			personalData(String(answers[field] ?? '')).map(({ words }) => ({
				number,
				field,
				problem: 'person',
				value: words
			}))
		)
	);
