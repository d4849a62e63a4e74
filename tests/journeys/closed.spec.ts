import { href } from '../../src/lib/i18n/addresses.ts';
import { isPublic } from '../../src/lib/server/public-routes.ts';
import { routeIds } from '../route-ids.ts';
import { expect, test } from './database.ts';

const somewhere = '00000000-0000-4000-8000-000000000000';
/** Words for each part of an address that may be any. */
const parts: Record<string, string> = {
	kind: 'surveys',
	format: 'csv',
	paper: 'pdf',
	number: 'HZ-2026-1',
	step: 'topic'
};
const addressOf = (id: (typeof routeIds)[number]) =>
	href(id as '/', new Proxy(parts, { get: (known, name: string) => known[name] ?? somewhere }) as never);

test('whoever is not signed in gets nothing but the way to the sign-in, whatever they ask of a closed route', async ({
	request,
	baseURL
}) => {
	const closed = routeIds.filter((id) => !isPublic(id));
	expect(closed.length).toBeGreaterThan(80);
	const form = { form: { body: 'Kein Bus am Abend' }, headers: { origin: baseURL!, accept: 'text/html' } };
	for (const id of closed) {
		const address = addressOf(id);
		const location = `/anmelden?weiter=${encodeURIComponent(address)}`;
		for (const answer of [
			await request.get(address, { maxRedirects: 0 }),
			await request.post(address, { ...form, maxRedirects: 0 })
		]) {
			expect([answer.status(), answer.headers().location, await answer.text()], id).toEqual([
				303,
				location,
				''
			]);
		}
		const told = await request.get(`${address}/__data.json`);
		expect(await told.json(), id).toEqual({ type: 'redirect', location });
	}
});
