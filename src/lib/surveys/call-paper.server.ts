import { moment } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Block } from '#lib/server/paper/paper.ts';
import { returnedInWords, rowsOf, type Answer } from './answer-words.ts';
import type { Version } from './call-kind-document.ts';
import { outcomeWords } from './survey-words.ts';
import type { Form } from './survey.ts';

/** What was returned for a field on paper: the version that holds, the reports made in answer, and what was said before. */
export function answerBlocks(form: Form, { versions, reports }: Answer): Block[] {
	const [version, ...former] = versions;
	return [
		{
			paragraph: [former.length && m.surveys_answer_corrects(), returnedInWords(version)]
				.filter(Boolean)
				.join(' ')
		},
		...factsOf(form, version),
		...(reports.length ? [{ items: reports.map(({ number, title }) => `${number} ${title}`) }] : []),
		...former.flatMap((earlier, place): Block[] => [
			{
				paragraph: [
					`${m.surveys_answer_former({ moment: moment(versions[place]!.at) })}:`,
					`${outcomeWords[earlier.outcome]()}.`,
					returnedInWords(earlier)
				].join(' ')
			},
			...factsOf(form, earlier)
		])
	];
}

function factsOf(form: Form, version: Version): Block[] {
	const rows = rowsOf(form, version).filter(({ value }) => value);
	return rows.length ? [{ facts: rows.map(({ label, value }) => ({ term: label, value })) }] : [];
}
