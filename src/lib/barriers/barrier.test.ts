import { expect, test } from 'vitest';
import { barrierForm } from './barrier.ts';

const filled = {
	id: crypto.randomUUID(),
	message: ' Das Feld ist nicht zu erreichen. ',
	page: '',
	contact: ''
};

test('the message alone is enough', () => {
	expect(barrierForm.parse(filled).message).toBe('Das Feld ist nicht zu erreichen.');
});

test('blanks are no message, and a novel is too long', () => {
	const keyOf = (message: string) =>
		barrierForm.safeParse({ ...filled, message }).error?.issues.map((issue) => issue.message);
	expect(keyOf('   ')).toEqual(['pages_accessibility_error_message']);
	expect(keyOf('x'.repeat(5001))).toEqual(['pages_accessibility_error_long']);
});
