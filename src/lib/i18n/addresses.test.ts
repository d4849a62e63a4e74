import { expect, test } from 'vitest';
import { routeOf } from './addresses.ts';

test('German addresses lead to the folders with English names', () => {
	expect(routeOf('/')).toBe('/');
	expect(routeOf('/bedarfe/neu')).toBe('/needs/new');
	expect(routeOf('/bedarfe/HZ-2026-142')).toBe('/needs/HZ-2026-142');
	expect(routeOf('/barrierefreiheit')).toBe('/accessibility');
});

test('an English folder is no second address of a page', () => {
	expect(routeOf('/needs')).toBe('/not-found');
	expect(routeOf('/bedarfe/new')).toBe('/not-found');
});

test('a survey may be named like a part of the site', () => {
	expect(routeOf('/abfragen/karte/ruecklauf')).toBe('/surveys/karte/response');
	expect(routeOf('/abfragen/record/nachweis')).toBe('/surveys/record/record');
	expect(routeOf('/abfragen/neu')).toBe('/surveys/neu');
	expect(routeOf('/abfragen/jugend/record')).toBe('/not-found');
});

test('words without a folder of another name, and ids, stay as they are', () => {
	expect(routeOf('/health')).toBe('/health');
	expect(routeOf('/start')).toBe('/start');
	expect(routeOf('/api/v1/needs')).toBe('/api/v1/needs');
	expect(routeOf('/q/7k3f2ab')).toBe('/short/7k3f2ab');
});
