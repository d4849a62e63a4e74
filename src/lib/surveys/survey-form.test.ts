import { expect, test } from 'vitest';
import { filledIn, isSame, problemsIn, shown } from './survey-form.ts';
import { longestAnswer, type SurveyField } from './survey.ts';

const field = {
	revision: 0,
	choice: null,
	answers: {},
	unknown: [],
	previous: { answers: { offers: 'Jugendclub' }, title: 'Bedarfsabfrage 2025' }
} as unknown as SurveyField;

test('a form keeps what was typed and leaves out what is empty', () => {
	const values = {
		revision: '3',
		choice: 'nil_return',
		answer_changes: ' ',
		answer_offers: ' Treff\n',
		go: 'next'
	};
	expect(filledIn({ ...values, unknown: ['changes'] })).toEqual({
		revision: 3,
		choice: 'nil_return',
		answers: { offers: ' Treff\n' },
		unknown: ['changes']
	});
});

test('a choice that does not exist is none', () => {
	expect(filledIn({ choice: 'maybe' }).choice).toBeNull();
});

test('the first time a field shows what was said in the last survey', () => {
	expect(shown(field, null)).toMatchObject({
		answers: { offers: 'Jugendclub' },
		isFromLastTime: true
	});
	expect(shown({ ...field, revision: 1 }, null)).toMatchObject({
		answers: {},
		isFromLastTime: false
	});
});

test('what was typed comes before what is stored', () => {
	const typed = { answer_offers: 'Neu', choice: 'needs', revision: '0' };
	expect(shown(field, typed)).toMatchObject({ answers: { offers: 'Neu' }, choice: 'needs' });
});

test('an answer may be long, but not endless', () => {
	const answers = { offers: 'x'.repeat(longestAnswer + 1), changes: 'x'.repeat(longestAnswer) };
	expect(Object.keys(problemsIn({ revision: 0, choice: null, answers, unknown: [] }))).toEqual([
		'answer_offers'
	]);
});

test('two answers are the same whatever the order and the revision', () => {
	const one = filledIn({ revision: '1', answer_offers: 'Treff', answer_changes: 'Neu', unknown: ['b', 'a'] });
	const other = filledIn({
		revision: '2',
		answer_changes: 'Neu',
		answer_offers: 'Treff',
		unknown: ['a', 'b']
	});
	expect(isSame(one, other)).toBe(true);
	expect(isSame(one, { ...other, choice: 'needs' })).toBe(false);
	expect(isSame(one, { ...other, answers: { offers: 'Treff' } })).toBe(false);
});
