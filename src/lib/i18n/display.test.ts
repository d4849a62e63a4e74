import { expect, test } from 'vitest';
import { chooseDisplay, defaultDisplay, parseDisplay, serialiseDisplay, type Display } from './display.ts';

const chosen: Display = { locale: 'de-x-leicht', text: 'large', contrast: 'high' };

test('a choice survives the cookie', () => {
	expect(serialiseDisplay(chosen)).toBe('display:de-x-leicht.large.high');
	expect(parseDisplay(serialiseDisplay(chosen))).toEqual(chosen);
});

test("a session's cookie is no choice", () => {
	expect(parseDisplay('k3j5h2k3j5h2k3j5h2k3j5h2')).toBeNull();
	expect(parseDisplay(undefined)).toBeNull();
});

test('a broken choice falls back part by part', () => {
	expect(parseDisplay('display:xx.large')).toEqual({ ...defaultDisplay, text: 'large' });
	expect(parseDisplay('display:')).toEqual(defaultDisplay);
});

test('what was not sent, or makes no sense, stays', () => {
	expect(chooseDisplay(chosen, { locale: 'en' })).toEqual({ ...chosen, locale: 'en' });
	expect(chooseDisplay(chosen, { locale: null, text: 'huge', contrast: '<script>' })).toEqual(chosen);
});
