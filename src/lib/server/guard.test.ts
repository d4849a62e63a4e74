import { describe, expect, test } from 'vitest';
import { routeIds } from '../../../tests/route-ids.ts';
import { guard, pathOf, sessionOf, signInFor } from './guard.ts';
import { isPublic, publicRoutes } from './public-routes.ts';

/** What the guard makes of a request; `content` is what the page would have answered. */
const answerTo = async (id: string | null, session: object | null, asked: RequestInit = {}) => {
	const url = new URL('http://localhost/konto?/end&seite=2');
	const event = { locals: { session }, route: { id }, url, request: new Request(url, asked) };
	type Given = Parameters<typeof guard>[0];
	return guard({ event, resolve: () => new Response('content') } as unknown as Given);
};
const signIn = '/anmelden?weiter=%2Fkonto%3Fseite%3D2';

describe('whoever is not signed in', () => {
	test.each(['GET', 'POST'])('reaches the routes of the list, and no other, by %s', async (method) => {
		for (const id of routeIds) {
			const { status, headers } = await answerTo(id, null, { method });
			expect([status, headers.get('location')], id).toEqual(isPublic(id) ? [200, null] : [303, signIn]);
		}
	});

	test('is asked to sign in where nobody thought of it', async () => {
		expect((await answerTo('/nobody/thought/of/it', null)).headers.get('location')).toBe(signIn);
	});

	test('hears that an unknown address is unknown', async () => {
		expect(await (await answerTo(null, null)).text()).toBe('content');
	});

	test('hears of it from a script as scripts are told', async () => {
		const response = await answerTo('/account', null, { headers: { 'x-sveltekit-action': 'true' } });
		expect(await response.json()).toEqual({ type: 'redirect', status: 303, location: signIn });
	});
});

test('whoever is signed in reaches every route', async () => {
	for (const id of routeIds) expect(await (await answerTo(id, {})).text(), id).toBe('content');
});

test('what is on the list is there, once', () => {
	expect(publicRoutes.filter((id) => !routeIds.includes(id))).toEqual([]);
	expect(new Set(publicRoutes).size).toBe(publicRoutes.length);
});

test('a route of the list cannot rely on a session', () => {
	const locals = { session: null } as App.Locals;
	// @ts-expect-error -- the types know who is guarded
	expect(sessionOf({ locals, route: { id: '/needs/[number]' } })).toBeNull();
	expect(sessionOf({ locals, route: { id: '/needs/[number]/reply' } })).toBeNull();
});

test('one comes back to the page, not to the form that was sent', () => {
	const url = new URL('http://localhost/konto?/end&seite=2');
	expect(pathOf(url)).toBe('/konto?seite=2');
	expect(signInFor(pathOf(url), true)).toBe(`${signIn}&gesichert=1`);
});
