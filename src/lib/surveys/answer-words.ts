import type { z } from 'zod';
import type { AnswerColumn } from '#lib/calls/kind.ts';
import { sourceInWords } from '#lib/channels/source.ts';
import { byWhom } from '#lib/chronicle/entry.ts';
import { list, moment, number } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { declined } from '#lib/people/person.ts';
import type { callKindDocument, Version } from './call-kind-document.ts';
import { outcomeWords, wordingOf } from './survey-words.ts';
import { answerInWords, numberIn } from './own-question.ts';
import { outcomes, type Form, type Outcome, type OwnQuestion, type Question } from './survey.ts';

export type Answer = z.infer<typeof callKindDocument.answer>;

/** What was said to a question: "weiß nicht" does not hide what was typed beside it. */
const saidTo = ({ key }: Question, { answers, unknown }: Version): string =>
	[unknown.includes(key) && m.surveys_unknown(), answers[key]].filter(Boolean).join('\n');

/** Question by question; none at all when the outcome was all that was said. */
export function rowsOf({ questions, own }: Form, version: Version): { label: string; value: string }[] {
	const rows =
		version.outcome === 'answered'
			? own.map((question) => ({
					label: question.label,
					value: answerInWords(question, version.answers)
				}))
			: questions.map((question) => ({
					label: wordingOf(question).label,
					value: saidTo(question, version)
				}));
	return rows.some(({ value }) => value) ? rows : [];
}

/** "Brief vom 12. März 2027, von Frau Thiele, eingetragen von Frau Albrecht, Sozialplanung." */
function sourceOf({ at, channel, givenBy, receivedOn, personName, postTitle }: Version): string {
	const name = byWhom(personName, postTitle);
	if (channel === 'online') return name && m.surveys_released_by({ whom: declined(name) });
	return m.surveys_entered({
		source: sourceInWords(channel, receivedOn ?? at, givenBy),
		whom: declined(name)
	});
}

/** What was said in a word, and how many reports came of it. */
export const headingOf = ({ versions: [{ outcome }], reports }: Answer): string =>
	outcome === 'needs' ? m.calls_cell_needs({ count: reports.length }) : outcomeWords[outcome]();

/** "9 von 14 Adressaten haben geantwortet: 2-mal Bedarf, 7-mal Fehlanzeige." */
export function outcomesInWords(counts: Partial<Record<Outcome, number>>, asked: number): string {
	const said = outcomes.filter((outcome) => counts[outcome]);
	const answered = said.reduce((sum, outcome) => sum + counts[outcome]!, counts.answered ?? 0);
	if (!answered) return m.surveys_answers_none({ asked: number(asked) });
	if (counts.answered) return m.surveys_answers_own({ answered: number(answered), asked: number(asked) });
	return m.surveys_answers_counted({
		answered: number(answered),
		asked: number(asked),
		outcomes: list(
			said.map((outcome) =>
				m.surveys_answers_times({ count: number(counts[outcome]!), outcome: outcomeWords[outcome]() })
			)
		)
	});
}

/** When it was returned, by whom, on which way, and whether late. */
export const returnedInWords = (version: Version): string =>
	[
		m.surveys_returned_at({ moment: moment(version.at) }),
		sourceOf(version),
		version.guestName && m.surveys_answer_guest({ name: version.guestName }),
		version.isLate && m.surveys_answer_late()
	]
		.filter(Boolean)
		.join(' ');

/** A version that no longer holds, in one cell of a file. */
const formerInWords = (form: Form, version: Version): string =>
	[
		`${outcomeWords[version.outcome]()}. ${returnedInWords(version)}`,
		...rowsOf(form, version)
			.filter(({ value }) => value)
			.map(({ label, value }) => `${label} ${value}`)
	].join('\n');

/** No cell of a workbook holds more than 32,767 characters: what does not fit is said to be missing. */
const mostInCell = 32_000;
const fitting = (text: string) =>
	text.length > mostInCell ? `${text.slice(0, mostInCell)} … ${m.surveys_answer_cut()}` : text;

/** What was said to an own question, numbers as numbers; it stands in the row of the own questions. */
const ownColumn = (question: OwnQuestion): AnswerColumn => ({
	label: question.label,
	width: question.kind === 'long_text' ? 50 : 24,
	...(question.kind === 'number' && { kind: 'number' as const }),
	value: ({ versions: [{ answers }] }: Answer) =>
		question.kind === 'number' ? numberIn(answers[question.key]) : answerInWords(question, answers)
});

/** What was returned for a field, in the columns of a file. */
export const answerColumns = (form: Form): AnswerColumn[] => [
	...form.questions.map((question) => ({
		label: wordingOf(question).label,
		width: 50,
		value: ({ versions: [version] }: Answer) => saidTo(question, version)
	})),
	...form.own.map(ownColumn),
	{
		label: m.calls_reported(),
		width: 34,
		value: ({ reports }: Answer) => reports.map(({ number, title }) => `${number} ${title}`).join('\n')
	},
	{
		label: m.surveys_column_returned(),
		width: 16,
		kind: 'day',
		value: ({ versions: [version] }: Answer) => version.at
	},
	{
		label: m.surveys_column_source(),
		width: 40,
		value: ({ versions: [version] }: Answer) => returnedInWords(version)
	},
	{
		label: m.surveys_column_former(),
		width: 50,
		value: ({ versions: [, ...former] }: Answer) =>
			fitting(former.map((version) => formerInWords(form, version)).join('\n\n'))
	}
];
