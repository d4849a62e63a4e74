import { expect, test } from 'vitest';
import { hash, verify } from './password.server.ts';

test('the right password is known again, another is not', async () => {
	const stored = await hash('Drei Ziegen am Brocken');
	expect(await verify('Drei Ziegen am Brocken', stored)).toBe(true);
	expect(await verify('drei ziegen am brocken', stored)).toBe(false);
});

test('umlauts count the same however a keyboard puts them together', async () => {
	expect(await verify('Gru\u0308ne Blätter', await hash('Grüne Blätter'))).toBe(true);
});

test('two hashes of one password differ, and neither holds it', async () => {
	const [one, other] = await Promise.all([hash('geheim'), hash('geheim')]);
	expect(one).not.toBe(other);
	expect(one).not.toContain('geheim');
});

test('without a stored password nothing is right, and it takes as long', async () => {
	const stored = await hash('Drei Ziegen am Brocken');
	await verify('x', null);
	const time = async (against: string | null) => {
		const started = performance.now();
		expect(await verify('Falsch geraten', against)).toBe(false);
		return performance.now() - started;
	};
	const least = { known: Infinity, unknown: Infinity }; // what else the machine does only adds
	for (let n = 0; n < 5; n++) {
		least.known = Math.min(least.known, await time(stored));
		least.unknown = Math.min(least.unknown, await time(null));
	}
	const { known, unknown } = least;
	expect(Math.min(known, unknown) / Math.max(known, unknown)).toBeGreaterThan(0.4);
});
