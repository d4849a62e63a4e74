import { expect, test } from 'vitest';
import { localPath } from './local-path.ts';

test('an address of ours is kept, with all that is in it', () => {
	expect(localPath('/bedarfe?suche=Bus&nach=3#liste')).toBe('/bedarfe?suche=Bus&nach=3#liste');
});

test.each([
	'https://evil.example/',
	'//evil.example',
	'/\\evil.example',
	'/\t/evil.example',
	'/.//evil.example',
	'javascript:alert(1)',
	'',
	null,
	undefined,
	7
])('%j leads to the fallback', (sent) => {
	expect(localPath(sent, '/start')).toBe('/start');
});
