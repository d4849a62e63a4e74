import { expect, test } from 'vitest';
import { actorOf, forWhom, whereabouts } from './assistance.ts';

const post = (more: Partial<App.Post>) =>
	({ capacity: 'holder', organisationName: 'Seniorenbeirat', ...more }) as App.Post;

test('an assistant is named with the member', () => {
	expect(forWhom('Herr Demir')).toBe('für Herrn Demir');
	expect(actorOf('Frau Sommer', 'Frau Seidel')).toBe('Frau Sommer für Frau Seidel');
	expect(actorOf('Frau Sommer', null)).toBe('Frau Sommer');
});

test('the head of each page says for whom one acts', () => {
	const assists = post({ capacity: 'assistant', forPerson: 'Herr Demir' });
	expect(whereabouts([post({})], 'Landkreis')).toBe('Seniorenbeirat');
	expect(whereabouts([], 'Landkreis')).toBe('Landkreis');
	expect(whereabouts([assists], 'Landkreis')).toBe('für Herrn Demir, Seniorenbeirat');
	expect(whereabouts([post({ organisationName: 'Stadt Thale' }), assists], 'Landkreis')).toBe(
		'Stadt Thale, auch für Herrn Demir'
	);
});
