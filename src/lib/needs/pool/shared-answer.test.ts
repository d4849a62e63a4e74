import { expect, test } from 'vitest';
import { reasonFor, sharedAnswerForm } from './shared-answer.ts';

const typed = {
	reports: ['HZ-1', 'HZ-2'],
	decision: 'noted',
	forwarded_to: '',
	reason: 'Ein Rufbus fährt. ',
	blocks: [],
	'sentence-HZ-1': ' Auch in Ihrem Ortsteil. ',
	'sentence-HZ-2': ''
};
const form = sharedAnswerForm(['noted'], Object.keys(typed));

test('each sender reads the reason, and below it the sentence of their own', () => {
	expect(reasonFor(typed, 'HZ-1')).toBe('Ein Rufbus fährt.\n\nAuch in Ihrem Ortsteil.');
	expect(reasonFor(typed, 'HZ-2')).toBe('Ein Rufbus fährt.');
	expect(reasonFor(typed, 'HZ-3')).toBe('Ein Rufbus fährt.');
});

test('a sentence that is too long is said at its own field', () => {
	const { error } = form.safeParse({ ...typed, 'sentence-HZ-2': 'x'.repeat(901) });
	expect(error?.issues.map(({ path }) => path)).toEqual([['sentence-HZ-2']]);
	expect(form.safeParse({ ...typed, reports: [] }).error?.issues[0]?.path).toEqual(['reports']);
	expect(form.parse(typed)).toMatchObject({ 'sentence-HZ-1': 'Auch in Ihrem Ortsteil.' });
});
