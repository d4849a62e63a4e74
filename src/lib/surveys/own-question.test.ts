import { expect, test } from 'vitest';
import { answerInWords, inputOf, numberIn, ownAnswersIn, ownProblemsIn } from './own-question.ts';
import type { OwnQuestion } from './survey.ts';

const ask = (key: string, kind: OwnQuestion['kind'], more: Partial<OwnQuestion> = {}): OwnQuestion => ({
	key,
	kind,
	label: key,
	hint: '',
	options: [],
	isRequired: false,
	isPublished: false,
	revision: 1,
	...more
});
const places = ask('places', 'number', { isRequired: true });
const offers = ask('offers', 'several', { options: ['Tanz', 'Töpfern'] });
const club = ask('club', 'yes_no');
const where = ask('where', 'short_text');
const own = [places, offers, club, where];

test('a form is read as it was typed; one ticked box is a list too', () => {
	const values = {
		answer_places: ' 12,5 ',
		[inputOf(offers)]: 'Tanz',
		answer_club: '',
		answer_where: 'Tanne',
		answer_elsewhere: 'x'
	};
	expect(ownAnswersIn(values, own)).toEqual({ places: '12,5', offers: ['Tanz'], where: 'Tanne' });
});

test.each([
	['12', 12],
	['-0,5', -0.5],
	['1.25', 1.25],
	['etwa 12', null],
	['1.000,5', null],
	['', null]
])('%s is the number %s', (typed, number) => expect(numberIn(typed)).toBe(number));

test('what is wrong is said at its input; what is required only when all must be there', () => {
	expect(ownProblemsIn(own, { places: 'viele', where: 'x'.repeat(201) }, true)).toEqual({
		answer_places: 'surveys_question_error_number',
		answer_where: 'surveys_question_error_short'
	});
	expect(ownProblemsIn(own, {}, true)).toEqual({ answer_places: 'surveys_question_error_required' });
	expect(ownProblemsIn(own, {}, false)).toEqual({});
});

test('answers are said in words', () => {
	expect(answerInWords(club, { club: 'unknown' })).toBe('nicht bekannt');
	expect(answerInWords(offers, { offers: ['Tanz', 'Töpfern'] })).toBe('Tanz; Töpfern');
	expect(answerInWords(where, {})).toBe('');
});
