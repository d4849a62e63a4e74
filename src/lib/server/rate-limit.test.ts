import { expect, test } from 'vitest';
import { rateLimit, takes } from './rate-limit.ts';

const times = (count: number, address: string, now: number) =>
	Array.from({ length: count }, () => takes(address, now)).filter(Boolean).length;

test('sixty posts at once pass, the next has to wait', () => {
	expect(times(61, 'a', 0)).toBe(60);
});

test('after each second one more passes', () => {
	times(60, 'b', 0);
	expect(times(5, 'b', 3000)).toBe(3);
});

test('nobody waits for another address', () => {
	times(61, 'c', 0);
	expect(takes('d', 0)).toBe(true);
});

test('waiting never saves up more than sixty', () => {
	times(1, 'e', 0);
	expect(times(100, 'e', 3_600_000)).toBe(60);
});

test('the door of the sample is held open, for it guesses nothing', async () => {
	const request = new Request('http://localhost/anmelden/beispiel', { method: 'POST' });
	const event = { request, locals: {}, route: { id: '/sign-in/sample' } } as never;
	const resolve = () => new Response();
	for (let n = 0; n < 100; n++) expect((await rateLimit({ event, resolve })).status).toBe(200);
});
