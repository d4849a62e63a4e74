import { describe, expect, test } from 'vitest';
import { isoDay } from '#lib/i18n/berlin.ts';
import { conflicts, print, printsOf, sentAnswers, shown, touched } from './draft-answers.ts';
import type { Answers } from './draft.ts';

/** What a page made from `was` sends after `changes`. */
function sent(was: Answers, changes: Record<string, string | string[]>) {
	const values = {
		locality: String(was.locality ?? ''),
		description: String(was.description ?? ''),
		...changes
	};
	return sentAnswers('place', { ...values, revision: '3', prints: JSON.stringify(printsOf('place', was)) });
}

test('only what was changed on the page is saved', () => {
	const was = { locality: 'Tanne', description: 'Kein Bus.' };
	expect(touched(sent(was, {}))).toEqual({});
	expect(touched(sent(was, { description: 'Kein Bus am Abend.' }))).toEqual({
		description: 'Kein Bus am Abend.'
	});
	expect(sent(was, {}).revision).toBe(3);
});

test('an emptied field is a change, an untouched empty one is none', () => {
	expect(touched(sent({ locality: 'Tanne' }, { locality: '' }))).toEqual({ locality: '' });
	expect(touched(sent({}, {}))).toEqual({});
});

test('a form without prints is changed throughout', () => {
	const { answers } = sentAnswers('affected', { urgency: 'acute' });
	expect(touched({ answers, revision: 0, prints: {} })).toEqual({
		affected_range: '',
		urgency: 'acute',
		urgency_reason: ''
	});
	expect(sentAnswers('affected', { prints: 'broken {' }).prints).toEqual({});
});

test('no ticked box is an answer too, and the order of boxes does not matter', () => {
	expect(sentAnswers('topic', {}).answers.target_groups).toEqual([]);
	expect(sentAnswers('topic', { target_groups: 'all' }).answers.target_groups).toEqual(['all']);
	expect(print(['b', 'a'])).toBe(print(['a', 'b']));
	expect(print([])).toBe(print(null));
});

test('two pages collide only over the same answer, changed on both to different words', () => {
	const was = { locality: 'Tanne', description: 'Kein Bus.' };
	const mine = sent(was, { description: 'Kein Bus am Abend.' });
	expect(conflicts(mine, { ...was, locality: 'Sorge' })).toEqual([]);
	expect(conflicts(mine, { ...was, description: 'Kein Bus am Abend.' })).toEqual([]);
	expect(conflicts(mine, { ...was, description: 'Der Bus kommt selten.' })).toEqual(['description']);
});

test('line ends of Windows are those of Unix', () => {
	const was = { description: 'eins\nzwei' };
	expect(touched(sent(was, { description: 'eins\r\nzwei' }))).toEqual({});
});

describe('days', () => {
	test.each([
		['4.11.2026', '2026-11-04'],
		['04.11.26', '2026-11-04'],
		[' 04/11/2026 ', '2026-11-04'],
		['4. 11. 2026', '2026-11-04'],
		['2026-11-04', '2026-11-04'],
		['29.02.2028', '2028-02-29']
	])('%s', (typed, day) => expect(isoDay(typed)).toBe(day));

	test.each(['31.02.2026', '29.02.2027', '4. November', '0.1.2026', '32.1.2026', '2026', ''])(
		'no day: %s',
		(typed) => expect(isoDay(typed)).toBeNull()
	);

	test('is kept so that it can be read, shown as people write it, and kept as typed when it is none', () => {
		const kept = (day: string) => sentAnswers('occasion', { noticed_on: day }).answers.noticed_on;
		expect(kept('4.11.26')).toBe('2026-11-04');
		expect(shown('noticed_on', kept('4.11.26'))).toBe('04.11.2026');
		expect(kept('im November')).toBe('im November');
		expect(shown('noticed_on', 'im November')).toBe('im November');
		expect(shown('locality', '2026-11-04')).toBe('2026-11-04');
	});
});
