import { expect, test } from 'vitest';
import { declined } from './person.ts';

test('a name is declined where the language does it', () => {
	expect(declined('Herr Voß')).toBe('Herrn Voß');
	expect(declined('Herr Otto, Seniorenbeirat')).toBe('Herrn Otto, Seniorenbeirat');
	expect(declined('Frau Kern')).toBe('Frau Kern');
	expect(declined('Herrn Voß')).toBe('Herrn Voß');
	expect(declined('Alex Herr')).toBe('Alex Herr');
});
