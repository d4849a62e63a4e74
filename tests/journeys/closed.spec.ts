import { href } from '../../src/lib/i18n/addresses.ts';
import { isPublic } from '../../src/lib/server/public-routes.ts';
import { routeIds } from '../route-ids.ts';
import { expect, test } from './database.ts';

/** Words for each part of an address that may be any, by what it has to be, else by its name. */
const parts: Record<string, string> = {
	uuid: '00000000-0000-4000-8000-000000000000',
	count: '1',
	section: 'abcdefg',
	call: 'surveys',
	format: 'csv',
	paper: 'pdf',
	number: 'HZ-2026-1',
	step: 'topic'
};
const addressOf = (id: (typeof routeIds)[number]) => {
	const wordFor = (name: string) =>
		parts[new RegExp(`\\[${name}=(\\w+)\\]`).exec(id)?.[1] ?? name] ?? parts.uuid;
	return href(id as '/', new Proxy(parts, { get: (_, name: string) => wordFor(name) }) as never);
};

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
