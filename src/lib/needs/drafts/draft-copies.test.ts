import { beforeEach, expect, test } from 'vitest';
import { keep } from '#lib/ui/device-copies.ts';
import { printsOf } from './draft-answers.ts';
import * as copies from './draft-copies.ts';

/** Like the browser's: keys are properties. */
let device: Storage;
beforeEach(() => {
	const methods = {
		getItem: (key: string) => (device as unknown as Record<string, string>)[key] ?? null,
		setItem: (key: string, value: string) => ((device as unknown as Record<string, string>)[key] = value),
		removeItem: (key: string) => delete (device as unknown as Record<string, string>)[key]
	};
	device = Object.create(methods) as Storage;
});

const typed = (description: string) => ({
	revision: '1',
	prints: JSON.stringify(printsOf('place', { description: 'alt' })),
	locality: '',
	description
});

test('a copy that is not stored comes back, with what differs', () => {
	keep(copies.keyOf('a', 'place'), typed('neu'), device);
	const [copy] = copies.unstored('a', printsOf('place', { description: 'alt' }), device);
	expect(copy).toMatchObject({ step: 'place', pending: ['description'], answers: { description: 'neu' } });
	expect(copies.unstored('a', printsOf('place', { description: 'alt' }), device)).toHaveLength(1);
});

test('a copy whose text is stored is forgotten', () => {
	keep(copies.keyOf('a', 'place'), typed('neu'), device);
	expect(copies.unstored('a', printsOf('place', { description: 'neu' }), device)).toEqual([]);
	expect(Object.keys(device)).toEqual([]);
});

test('copies of other drafts and broken ones do no harm', () => {
	keep(copies.keyOf('b', 'place'), typed('neu'), device);
	device.setItem('entwurf:a:place', '{broken');
	device.setItem('entwurf:a:nowhere', '{}');
	expect(copies.unstored('a', {}, device)).toEqual([]);
	expect(copies.unstored('b', {}, device)).toHaveLength(1);
});

test('a full device holds no outdated copy', () => {
	keep(copies.keyOf('a', 'place'), typed('eins'), device);
	const full = Object.assign(Object.create(device), {
		setItem: () => {
			throw new Error('QuotaExceededError');
		}
	});
	keep(copies.keyOf('a', 'place'), typed('eins zwei'), full);
	expect(device.getItem('entwurf:a:place')).toBeNull();
});
