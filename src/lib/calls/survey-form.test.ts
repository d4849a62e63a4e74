import { expect, test } from 'vitest';
import { filledIn, problemsIn, shown } from './survey-form.ts';
import { longestAnswer, type SurveyField } from './survey.ts';

const questions = ['changes', 'offers'].map((key) => ({ key, label: '', labelEn: '', hint: '', hintEn: '' }));
const field = {
	revision: 0,
	choice: null,
	answers: {},
	unknown: [],
	previous: { answers: { offers: 'Jugendclub' }, title: 'Bedarfsabfrage 2025' }
} as unknown as SurveyField;

test('a form keeps what was typed and leaves out what is empty or not asked', () => {
	const values = {
		revision: '3',
		choice: 'nil_return',
		answer_changes: ' ',
		answer_offers: 'Treff\n',
		answer_x: 'y'
	};
	expect(filledIn(questions, { ...values, unknown: ['changes', 'fliegen'] })).toEqual({
		revision: 3,
		choice: 'nil_return',
		answers: { offers: 'Treff\n' },
		unknown: ['changes']
	});
});

test('a choice that does not exist is none', () => {
	expect(filledIn(questions, { choice: 'maybe' }).choice).toBeNull();
});

test('the first time a field shows what was said in the last survey', () => {
	expect(shown(field, questions, null)).toMatchObject({
		answers: { offers: 'Jugendclub' },
		isFromLastTime: true
	});
	expect(shown({ ...field, revision: 1 }, questions, null)).toMatchObject({
		answers: {},
		isFromLastTime: false
	});
});

test('what was typed comes before what is stored', () => {
	const typed = { answer_offers: 'Neu', choice: 'needs', revision: '0' };
	expect(shown(field, questions, typed)).toMatchObject({ answers: { offers: 'Neu' }, choice: 'needs' });
});

test('an answer may be long, but not endless', () => {
	const answers = { offers: 'x'.repeat(longestAnswer + 1), changes: 'x'.repeat(longestAnswer) };
	expect(Object.keys(problemsIn({ revision: 0, choice: null, answers, unknown: [] }))).toEqual([
		'answer_offers'
	]);
});
