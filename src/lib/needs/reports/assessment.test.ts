import { expect, test } from 'vitest';
import { assessmentForm, followUpForm, tasksFor } from './assessment.ts';

const need = { number: 'HZ-B-1', title: 'Tagespflege im Oberharz', settledAt: null };
const first = (report: Parameters<typeof tasksFor>[0]) => tasksFor(report)[0];

test('the next thing to do follows from how far a report has come', () => {
	const fresh = {
		state: 'received',
		interimAt: null,
		finalAt: null,
		need: null,
		office: null,
		canAnswer: true
	} as const;
	expect(first(fresh)).toBe('assessment');
	expect(first({ ...fresh, state: 'in_progress', need })).toBe('interim');
	expect(first({ ...fresh, state: 'in_progress', need, interimAt: '2026-11-20' })).toBe('answer');
	expect(tasksFor({ ...fresh, state: 'answered', need, finalAt: '2026-11-21' })).not.toContain('interim');
});

test('a report handed over without an assessment still needs one', () => {
	const report = {
		state: 'in_progress',
		interimAt: null,
		finalAt: null,
		need: null,
		office: 'Jugendamt'
	} as const;
	expect(first({ ...report, canAnswer: true })).toBe('assessment');
	expect(tasksFor({ ...report, canAnswer: true })).toContain('contribution');
});

test('an office contributes to what lies with it, and answers nothing', () => {
	const report = { state: 'in_progress', interimAt: null, finalAt: null, need, canAnswer: false } as const;
	expect(first({ ...report, office: 'Jugendamt' })).toBe('contribution');
	expect(tasksFor({ ...report, office: 'Jugendamt' })).not.toContain('answer');
	expect(tasksFor({ ...report, office: null })).not.toContain('contribution');
});

const keys = (form: { error?: { issues: { message: string }[] } }) =>
	form.error?.issues.map(({ message }) => message);

test('a new need has a title, an old one needs none', () => {
	const form = assessmentForm(['care']);
	const filled = {
		need: 'HZ-B-1',
		need_title: '',
		need_number: '',
		need_search: '',
		field_of_action: 'care',
		responsible_level: 'district'
	};
	expect(form.safeParse(filled).success).toBe(true);
	expect(keys(form.safeParse({ ...filled, need: 'neu', need_title: ' a ' }))).toEqual([
		'needs_planner_error_title'
	]);
	expect(
		keys(form.safeParse({ ...filled, field_of_action: 'flying', responsible_level: 'unknown' }))
	).toEqual(['needs_planner_error_field', 'needs_planner_error_level']);
});

test('a reminder lies ahead', () => {
	const on = (due_on: string) => keys(followUpForm.safeParse({ due_on, note: '' }));
	expect(on('')).toEqual(['needs_planner_error_due']);
	expect(on('31.2.2027')).toEqual(['needs_planner_error_no_date']);
	expect(on('1.1.2020')).toEqual(['errors_date_is_past']);
	expect(on('1.1.2100')).toBeUndefined();
});
