import { randomUUID } from 'node:crypto';
import {
	request as requests,
	type APIRequestContext,
	type APIResponse,
	type Browser
} from '@playwright/test';
import { operations, type Operation } from '../../src/lib/api/operations.ts';
import { expect, test } from './database.ts';
import { arrive, type Member } from './people.ts';
import { openSurvey, organisations } from './surveying.ts';

/*
 * The open interface, driven from its own document: every call is made as it promises, and in ways it does not.
 */

const base = '/api/v1';
const complete = {
	title: 'Kein Arzt im Ort',
	field_of_action: 'mobility',
	target_groups: ['older_people'],
	locality: 'Hasselfelde',
	description: 'Im Ort gibt es seit dem Sommer keinen Arzt mehr.',
	affected_range: '20_to_50',
	urgency: 'this_year',
	visibility: 'public'
};

/** Makes a token on the account page, as a person does. */
async function tokenOf(browser: Browser, member: Member, rights: string[], options = {}): Promise<string> {
	const page = await arrive(browser, member, { path: '/konto/zugriffe', ...options });
	await page.getByLabel('Name').fill('Probe der Schnittstelle');
	for (const right of rights) await page.getByLabel(right).check();
	await page.getByRole('button', { name: 'Zugriff anlegen' }).click();
	const secret = await page.locator('main code').innerText();
	expect(secret).toMatch(/^aug_[\w-]{43}$/);
	await page.goto('/konto/zugriffe');
	await expect(page.getByText(secret)).toHaveCount(0);
	await page.context().close();
	return secret;
}

const all = ['lesen, was Sie lesen dürfen', 'Bedarfe melden und freigeben', 'Fehlanzeige sagen'];
const program = (baseURL: string | undefined, token?: string): Promise<APIRequestContext> =>
	requests.newContext({
		baseURL: baseURL!,
		extraHTTPHeaders: token ? { authorization: `Bearer ${token}` } : {}
	});

const json = (data: string) => ({ data: Buffer.from(data), headers: { 'content-type': 'application/json' } });

const every = Object.entries(operations) as [string, Operation][];
const some: Record<string, string> = {
	id: '00000000-0000-4000-8000-000000000001',
	slug: `bedarfsabfrage-${new Date().getFullYear()}`
};
const pathOf = ({ path }: Operation, values: Record<string, string> = {}) =>
	base +
	path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? some[name] ?? ''));

test.beforeAll(async ({ numberOf }) => {
	some.number = await numberOf('Rathaus Benneckenstein ohne Rampe');
});

test('the document names every call, and each answers as it promises', async ({
	browser,
	baseURL,
	owner
}) => {
	const api = await program(baseURL, await tokenOf(browser, 'voss', all));
	const document = await (await api.get(`${base}/openapi.json`)).json();
	expect(document.openapi).toBe('3.1.0');
	for (const [name, operation] of every)
		expect(document.paths[operation.path]?.[operation.method]?.operationId, name).toBe(name);
	for (const [name, operation] of every.filter(([, { method, body }]) => method === 'get' && !body)) {
		if (operation.path.includes('{id}')) continue;
		const response = await api.get(pathOf(operation));
		expect(response.status(), name).toBe(200);
		expect(response.headers()['cache-control'], name).toBe('no-store');
		expect(operation.answer.safeParse(await response.json()).error, name).toBeUndefined();
	}
	const lists = () =>
		owner.sql<{ list: string; n: number }>(
			`select detail ->> 'list' as list, count(*)::integer as n from private.audit_entries
			where kind = 'export_by_token' and person_id = '10000000-0000-4000-8000-000000000002' group by 1 order by 1`
		);
	const read = ['calls', 'events', 'need_reports', 'organisations'].map((list) => ({ list, n: 1 }));
	expect(await lists()).toEqual(read);
	await api.get(`${base}/need-reports`);
	expect(await lists(), 'once a day').toEqual(read);
	const winkler = await arrive(browser, 'winkler', { path: '/verwaltung/protokoll?art=ausfuhren' });
	await expect(
		winkler.getByText('Mit einem Zugriffsschlüssel hat ein Programm heute gelesen').first()
	).toBeVisible();
	await winkler.context().close();
	await api.dispose();
});

test('without a token, with too small a token or with a cookie nothing opens', async ({
	browser,
	baseURL
}) => {
	const nobody = await program(baseURL);
	const reader = await program(baseURL, await tokenOf(browser, 'kern', [all[0]!]));
	const page = await arrive(browser, 'kern');
	for (const [name, operation] of every.filter(([, { scope }]) => scope)) {
		const call = { method: operation.method, data: operation.body ? {} : undefined };
		for (const by of [nobody, page.request]) {
			const response = await by.fetch(pathOf(operation), call);
			expect(response.status(), name).toBe(401);
			expect(response.headers()['content-type'], name).toBe('application/problem+json');
			expect(response.headers()['www-authenticate'], name).toBe('Bearer');
		}
		if (operation.scope !== 'read')
			expect((await reader.fetch(pathOf(operation), call)).status(), name).toBe(403);
	}
	expect((await nobody.get(`${base}/fields-of-action`)).status()).toBe(200);
	await page.context().close();
});

test('hostile input is refused as a problem, and never breaks anything', async ({ browser, baseURL }) => {
	const api = await program(baseURL, await tokenOf(browser, 'voss', all));
	const hostile = [
		"' or 1=1 --",
		'../../etc/passwd',
		'<script>alert(1)</script>',
		'\u0000',
		'x'.repeat(3000),
		'٣',
		'-1'
	];
	const bodies = [
		null,
		[],
		'text',
		1,
		{ x: 1 },
		{ organisationId: {}, answers: [] },
		{ revision: -1 },
		{ revision: 1e99 }
	];
	for (const [name, operation] of every) {
		for (const value of hostile) {
			const values = { id: value, number: value, slug: value };
			const query = operation.query ? `?after=${encodeURIComponent(value)}&nonsense=1` : '';
			const response = await api.fetch(pathOf(operation, values) + query, {
				method: operation.method,
				data: operation.body
					? { fieldOfAction: value, organisationId: value, revision: value, answers: value }
					: undefined
			});
			if (!operation.query && !operation.path.includes('{') && !operation.body) continue;
			expect(response.status(), `${name} ${value.slice(0, 30)}`).toBeGreaterThanOrEqual(400);
			expect(response.status(), `${name} ${value.slice(0, 30)}`).toBeLessThan(500);
		}
		for (const data of operation.body ? bodies : []) {
			const response = await api.fetch(pathOf(operation), {
				method: operation.method,
				data: JSON.stringify(data),
				headers: { 'content-type': 'application/json' }
			});
			expect([400, 404], `${name} ${JSON.stringify(data)}`).toContain(response.status());
			expect(response.headers()['content-type']).toBe('application/problem+json');
		}
	}
	const missing = await api.get(`${base}/gibt-es-nicht`);
	expect(missing.status()).toBe(404);
	expect((await missing.json()).code).toBe('NOTFD');
	const wrong = await api.delete(`${base}/calls`);
	expect(wrong.status()).toBe(405);
	expect((await wrong.json()).code).toBe('METHD');
	const large = await api.post(`${base}/need-report-drafts`, { data: 'x'.repeat(2_000_000) });
	expect(large.status()).toBe(413);
	expect((await large.json()).code).toBe('SIZE');
	const refused: [number, string, APIResponse][] = [
		[404, 'NOTFD', await api.get('/api/v2/calls')],
		[404, 'NOTFD', await api.get('/api/')],
		[400, 'INPUT', await api.get(`${base}/calls/%ff`)],
		[415, 'MEDIA', await api.post(`${base}/need-report-drafts`, { form: { answers: 'x' } })],
		[415, 'MEDIA', await api.post(`${base}/need-report-drafts`, { multipart: { answers: 'x' } })],
		[400, 'INPUT', await api.post(`${base}/need-report-drafts`, json('{'))],
		[
			400,
			'INPUT',
			await api.post(`${base}/need-report-drafts/${some.id}/release`, json('{"revision": 2147483648}'))
		]
	];
	for (const [status, code, response] of refused) {
		expect(response.status(), `${code} ${response.url()}`).toBe(status);
		expect(response.headers()['content-type'], response.url()).toBe('application/problem+json');
		expect(response.headers()['cache-control'], response.url()).toBe('no-store');
		expect(await response.json()).toMatchObject({ code });
	}
	await api.dispose();
});

test('a program reports a need, the rules of the pages hold, and a revoked token ends at once', async ({
	browser,
	baseURL,
	owner
}) => {
	const secret = await tokenOf(browser, 'voss', all, { javaScriptEnabled: false });
	const api = await program(baseURL, secret);
	const drafts = `${base}/need-report-drafts`;
	const started = await api.post(drafts, {
		data: { organisationId: organisations.oberharz, answers: { title: complete.title } }
	});
	expect(started.status()).toBe(201);
	const { id, revision } = await started.json();
	const incomplete = await api.post(`${drafts}/${id}/release`, { data: { revision } });
	expect(incomplete.status()).toBe(400);
	expect(await incomplete.json()).toMatchObject({
		code: 'MISSG',
		errors: { locality: 'Hier fehlt noch eine Angabe.' }
	});

	const full = await api.post(drafts, {
		data: { organisationId: organisations.oberharz, answers: complete }
	});
	const draft = await full.json();
	expect((await api.post(`${drafts}/${draft.id}/release`, { data: { revision: 0 } })).status()).toBe(409);
	const released = await api.post(`${drafts}/${draft.id}/release`, { data: { revision: draft.revision } });
	const { number } = await released.json();
	expect(number).toMatch(/^HZ-\d{4}-\d+$/);
	const again = await api.post(`${drafts}/${draft.id}/release`, { data: { revision: draft.revision } });
	expect((await again.json()).number).toBe(number);
	expect(await (await api.get(`${base}/need-reports/${number}`)).json()).toMatchObject({
		title: complete.title,
		state: 'received'
	});

	const foreign = await api.post(drafts, {
		data: { organisationId: organisations.thale, answers: complete }
	});
	expect(foreign.status()).toBe(404);
	const slug = await openSurvey(owner.sql);
	const nil = await api.post(`${base}/calls/${slug}/nil-returns`, { data: { fieldOfAction: 'care' } });
	expect(await nil.json()).toEqual({ outcome: 'returned' });
	const nils = `${base}/calls/${slug}/nil-returns`;
	for (const organisationId of [organisations.thale, organisations.seniorCouncil]) {
		const other = await api.post(nils, { data: { fieldOfAction: 'mobility', organisationId } });
		expect(other.status(), 'a name is a condition').toBe(404);
	}
	const unknown = await api.post(`${base}/calls/${slug}/nil-returns`, { data: { fieldOfAction: 'fliegen' } });
	expect(unknown.status()).toBe(404);

	const voss = await arrive(browser, 'voss', { path: '/konto/zugriffe' });
	const mine = voss.getByRole('row', { name: /Probe der Schnittstelle/ });
	while (await mine.count())
		await mine
			.first()
			.getByRole('button', { name: /Beenden/ })
			.click();
	expect((await api.get(`${base}/organisations`)).status()).toBe(401);
	await voss.context().close();
});

test('a request sent twice or twice at once is one draft; two are two; other words under its id are refused', async ({
	browser,
	baseURL,
	owner
}) => {
	const api = await program(baseURL, await tokenOf(browser, 'kern', all, { javaScriptEnabled: false }));
	const begin = (id: string | undefined, answers: object = { title: complete.title }) =>
		api.post(`${base}/need-report-drafts`, {
			data: { organisationId: organisations.oberharz, answers, ...(id && { id }) }
		});
	const id = randomUUID();
	const told = await Promise.all([begin(id), begin(id), begin(undefined), begin(undefined)]);
	expect(told.map((response) => response.status())).toEqual([201, 201, 201, 201]);
	const ids = await Promise.all(told.map(async (response) => (await response.json()).id));
	expect(ids.slice(0, 2)).toEqual([id, id]);
	expect(new Set(ids).size).toBe(3);
	expect(await (await begin(id)).json()).toEqual({ id, revision: 1 });
	expect((await begin(id, { title: 'Anders' })).status()).toBe(409);
	const [stored] = await owner.sql('select answers, revision from public.need_report_drafts where id = $1', [
		id
	]);
	expect(stored).toEqual({ answers: { title: complete.title }, revision: 1 });
	await api.dispose();
});

test('a program of somebody who is asked for two organisations hears which, and names one', async ({
	browser,
	baseURL,
	owner
}) => {
	const { oberharz, thale } = organisations;
	const slug = await openSurvey(owner.sql, { asked: [oberharz, thale] });
	const [holding] = await owner.sql<{ id: string }>(
		`insert into public.holdings (authority_id, post_id, person_id, capacity, starts_on)
		select p.authority_id, p.id, '10000000-0000-4000-8000-000000000002', 'deputy', current_date from public.posts p
		where p.organisation_id = $1 and p.kind = 'releasing_head' returning id`,
		[thale]
	);
	const api = await program(baseURL, await tokenOf(browser, 'voss', all));
	const nil = (more: object) =>
		api.post(`${base}/calls/${slug}/nil-returns`, { data: { fieldOfAction: 'care', ...more } });
	const asked = await nil({});
	expect(asked.status()).toBe(400);
	expect(await asked.json()).toMatchObject({
		code: 'WHICH',
		errors: { [oberharz]: 'Stadt Oberharz am Brocken', [thale]: 'Stadt Thale' }
	});
	const id = randomUUID();
	for (let times = 0; times < 2; times++)
		expect(await (await nil({ organisationId: thale, id })).json()).toEqual({ outcome: 'returned' });
	expect(
		await owner.sql(
			`select r.id, r.organisation_id from public.call_returns r join public.calls c on c.id = r.call_id where c.slug = $1`,
			[slug]
		)
	).toEqual([{ id, organisation_id: thale }]);
	await owner.sql('delete from public.holdings where id = $1', [holding!.id]);
	await api.dispose();
});
