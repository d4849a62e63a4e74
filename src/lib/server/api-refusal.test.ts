import { expect, test } from 'vitest';
import { apiRefusal } from './api-refusal.ts';

const sent = (type: string | undefined, url = '/api/v1/need-report-drafts', method = 'POST') =>
	apiRefusal({ method, url, headers: { 'content-length': '3', ...(type && { 'content-type': type }) } });

test.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', undefined])(
	'the interface takes no %s',
	(type) => expect(sent(type)).toMatchObject({ status: 415, code: 'MEDIA' })
);

test('it takes JSON, and what has no body', () => {
	expect(sent('application/json; charset=utf-8')).toBe(null);
	expect(apiRefusal({ method: 'POST', url: '/api/v1/x', headers: {} })).toBe(null);
	expect(sent('text/plain', '/bedarfe')).toBe(null);
	expect(sent('text/plain', '/api/v1/calls', 'GET')).toBe(null);
});

test('an address that cannot be read is a problem too', () => {
	expect(sent('application/json', '/api/v1/%ff')).toMatchObject({ status: 400, code: 'INPUT' });
	expect(sent('application/json', '/api/v1/calls?after=%ff')).toBe(null);
});
