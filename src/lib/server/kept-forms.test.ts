import { expect, test } from 'vitest';
import { routeIds } from '../../../tests/route-ids.ts';
import { isToBeKept } from './kept-forms.ts';
import { isPublic } from './public-routes.ts';

const isKept = (id: string | null, method = 'POST', type = 'application/x-www-form-urlencoded') => {
	const request = new Request('http://localhost/', { method, headers: { 'content-type': type } });
	return isToBeKept({ request, route: { id } } as Parameters<typeof isToBeKept>[0]);
};

test('a form is kept when its page wants a session, and only a form', () => {
	for (const id of routeIds) expect(isKept(id), id).toBe(!isPublic(id));
	expect(isKept('/account/name', 'POST', 'multipart/form-data; boundary=x')).toBe(true);
	expect(isKept('/account/name', 'POST', 'application/json')).toBe(false);
	expect(isKept('/account/name', 'GET')).toBe(false);
	expect(isKept(null)).toBe(false);
});
