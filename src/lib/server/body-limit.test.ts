import { expect, test } from 'vitest';
import { bodyRefusal } from './body-limit.ts';

const id = '00000000-0000-4000-8000-000000000001';
const cookie = `session=${'a2'.repeat(20)}`;
const told = (url: string, bytes: number) =>
	bodyRefusal({ url, headers: { 'content-length': String(bytes), cookie } });
const untold = (url: string) => bodyRefusal({ url, headers: { 'transfer-encoding': 'chunked', cookie } });

test('only pages that take files read large bodies', () => {
	expect(told(`/bedarfe/entwurf/${id}/anlagen?/add`, 20_000_000)).toBe(null);
	expect(told(`/bedarfe/entwurf/${id}/anlagen`, 200_000_000)).toBe(413);
	for (const url of ['/anmelden', `/bedarfe/entwurf/${id}/thema`, `/bedarfe/entwurf/a/b/anlagen`, '/anlagen'])
		expect(told(url, 20_000_000), url).toBe(413);
	expect(told('/anmelden', 300_000)).toBe(null);
});

test('lists are read in up to 12 MB', () => {
	for (const url of ['/bedarfe/einlesen', '/verwaltung/einlesen']) {
		expect(told(url, 11_000_000), url).toBe(null);
		expect(told(url, 20_000_000), url).toBe(413);
	}
});

test('a section takes a picture, and a version a whole document', () => {
	const version = '/dokumente/altenhilfeplan/2';
	expect(told(`${version}/abc1234/aendern?/picture`, 10_500_000)).toBe(null);
	expect(told(`${version}/einlesen`, 50_000_000)).toBe(null);
	expect(told(`${version}/abc1234/einfache-sprache`, 2_000_000)).toBe(413);
});

test('elsewhere a body must tell its length', () => {
	expect(untold('/anmelden')).toBe(411);
	expect(untold(`/bedarfe/entwurf/${id}/anlagen`)).toBe(null);
	expect(bodyRefusal({ url: '/', headers: {} })).toBe(null);
});

test('whoever has not signed in sends no files anywhere', () => {
	for (const sent of [{}, { cookie: 'session=display:de.large.normal' }, { cookie: `other=1; x${cookie}` }])
		for (const url of ['/bedarfe/einlesen', `/bedarfe/entwurf/${id}/anlagen`]) {
			expect(bodyRefusal({ url, headers: { 'content-length': '2000000', ...sent } }), url).toBe(413);
			expect(bodyRefusal({ url, headers: { 'content-length': '300000', ...sent } }), url).toBe(null);
			expect(bodyRefusal({ url, headers: { 'transfer-encoding': 'chunked', ...sent } }), url).toBe(411);
		}
	const headers = { 'content-length': '2000000', cookie: `a=b; ${cookie}; c=d` };
	expect(bodyRefusal({ url: '/bedarfe/einlesen', headers })).toBe(null);
});
