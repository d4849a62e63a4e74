import type { RequestEvent } from '@sveltejs/kit';
import { describe, expect, test, vi } from 'vitest';
import { sentence } from '#lib/i18n/sentence.ts';
import { scopes, type Scope } from '#lib/tokens/token.ts';
import { answering } from './answer.server.ts';
import { operations, type Operation, type OperationName } from './operations.ts';

/* What a token opens: every call of the interface, tried with every scope. */

/** Who may, by the words of the document; a new call has to be entered here too. */
const opens: Record<Scope, OperationName[]> = {
	read: ['listOrganisations', 'listNeedReports', 'findNeedReport', 'listCalls', 'listEvents'],
	reports: ['startNeedReport', 'findNeedReportDraft', 'releaseNeedReport'],
	calls: ['returnNil']
};
const forEverybody: OperationName[] = ['listFieldsOfAction'];

/** Calls with a wrong body, which is looked at only once the scope has been asked for. @returns the status */
async function calling(name: OperationName, token: { scopes: string[] } | null) {
	const verb = vi.fn().mockRejectedValue(new Error('the verb was reached'));
	const url = new URL('http://localhost/api/v1');
	const request = new Request(url, { method: 'POST', body: '[]' });
	const event = { locals: { token }, url, params: {}, request } as unknown as RequestEvent;
	const { status } = await answering(name, verb)({ ...event, route: { id: null } } as RequestEvent);
	return { status, isOpen: status !== 401 && status !== 403, verb };
}

describe.each(Object.keys(operations) as OperationName[])('%s', (name) => {
	test.each(scopes.map((scope) => [scope]))('with a token for %s', async (scope) => {
		const may = opens[scope].includes(name) || forEverybody.includes(name);
		const { status, isOpen, verb } = await calling(name, { scopes: [scope] });
		expect(isOpen).toBe(may);
		if (may) return;
		expect(status).toBe(403);
		expect(verb).not.toHaveBeenCalled();
	});

	test('without a token, or with one for nothing', async () => {
		const isForEverybody = forEverybody.includes(name);
		expect((await calling(name, null)).status === 401).toBe(!isForEverybody);
		expect((await calling(name, { scopes: [] })).status === 403).toBe(!isForEverybody);
	});
});

test('what changes something is never opened by a token for reading', () => {
	const changing = (Object.values(operations) as Operation[]).filter(({ method }) => method === 'post');
	expect(changing.map(({ scope }) => scope)).not.toContain('read');
	expect(changing.map(({ scope }) => scope)).not.toContain(null);
});

test('what is wrong is named, in the address as in the body', async () => {
	const errorsIn = async (name: OperationName, search: string, body: string) => {
		const url = new URL(`http://localhost/api/v1${search}`);
		const headers = { 'content-type': 'application/json' };
		const request = new Request(url, { method: 'POST', body, headers });
		const event = { locals: { token: { scopes } }, url, params: {}, request, route: { id: null } };
		const response = await answering(name, vi.fn())(event as unknown as RequestEvent);
		expect(response.status).toBe(400);
		return (await response.json()).errors;
	};
	expect(await errorsIn('listNeedReports', '?foo=1', '')).toEqual({ foo: unknown });
	const organisationId = '00000000-0000-4000-8000-000000000048';
	const misspelt = JSON.stringify({ organisationId, answers: { titel: 'x' } });
	expect(await errorsIn('startNeedReport', '', misspelt)).toEqual({ 'answers.titel': unknown });
	expect(await errorsIn('startNeedReport', '', '[]')).toEqual({ body: invalid });
	expect(await errorsIn('startNeedReport', '', '{')).toEqual({ body: sentence('errors_not_json') });
	expect(await errorsIn('startNeedReport', '', '{"answers": {"title": 1}}')).toEqual({
		organisationId: sentence('errors_missing'),
		'answers.title': invalid
	});
	expect(await errorsIn('releaseNeedReport', '', '{"revision": 2147483648}')).toMatchObject({
		id: expect.any(String)
	});
});

const unknown = sentence('errors_unknown_field');
const invalid = sentence('errors_invalid');

test('integers are no larger than the database counts', () => {
	const { body } = operations.releaseNeedReport;
	expect(body.safeParse({ revision: 2 ** 31 - 1 }).success).toBe(true);
	for (const revision of [2 ** 31, 1e99, -1, 1.5]) expect(body.safeParse({ revision }).success).toBe(false);
});

test('what is no JSON is refused by its type, and no answer is kept by anybody', async () => {
	const url = new URL('http://localhost/api/v1');
	const request = new Request(url, { method: 'POST', body: 'answers=1' });
	const event = { locals: { token: { scopes } }, url, params: {}, request, route: { id: null } };
	const refused = await answering('startNeedReport', vi.fn())(event as unknown as RequestEvent);
	expect(refused.status).toBe(415);
	expect(await refused.json()).toMatchObject({ status: 415, code: 'MEDIA' });
	const terms = vi.fn().mockResolvedValue([]);
	const answer = await answering('listFieldsOfAction', terms)(event as unknown as RequestEvent);
	for (const { headers } of [refused, answer]) expect(headers.get('cache-control')).toBe('no-store');
});

test('texts are read as legible', async () => {
	const verb = vi.fn().mockRejectedValue(new Error('enough'));
	const body = {
		organisationId: '00000000-0000-4000-8000-000000000048',
		answers: { title: 'Gru\u0308ne\u202e\u200b Au' }
	};
	const request = new Request('http://localhost/api/v1', {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body)
	});
	const event = {
		locals: { token: { scopes } },
		url: new URL(request.url),
		params: {},
		request,
		route: { id: null }
	};
	await answering('startNeedReport', verb)(event as unknown as RequestEvent);
	expect(verb.mock.calls[0]?.[0].body.answers.title).toBe('Grüne Au');
});
