import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asking, doing, trying } from '../acting.ts';
import { addresseeOf, end, open, take } from '../call-stage.ts';
import { cast, enter, harz, oberharz, vorharz } from '../cast.ts';
import { asSystem, sql } from '../harness.ts';

/* A link without sign-in: one addressee, one duty, once. The server asks with its hash, as a guest has nothing else. */

let slug: string;
let to: string;
beforeAll(enter);
beforeEach(async () => {
	slug = await open(oberharz, vorharz);
	to = await addresseeOf(slug);
});

const secret = () => createHash('sha256').update(randomBytes(32)).digest('hex');
const making = (
	hash: string,
	{ duty = 'answer', id = randomUUID() as string, addressee = to, days = 30 } = {}
) =>
	`select public.make_addressee_link('${id}', '${addressee}', '${duty}', 'Frau Thiele', ${days}, '${hash}')`;
async function link(wishes?: Parameters<typeof making>[1]) {
	const hash = secret();
	await doing(cast.planner, making(hash, wishes));
	return hash;
}

type Guest = {
	asked: { fields: { key: string }[]; form: object };
	doneAt: string | null;
	doneBy: string | null;
};
const find = async (hash: string) =>
	(await sql<{ guest: Guest | null }>(`select public.addressee_link_find($1) as guest`, [hash]))[0]!.guest;
type Words = { outcome: string; answers: Record<string, string>; unknown: string[] };
const words = (outcome: string, answers: Words['answers'] = {}, unknown: string[] = []): Words => ({
	outcome,
	answers,
	unknown
});
/** An outcome alone stands for itself. */
const use = async (hash: string, said: Record<string, string | Words> = {}, form: string = randomUUID()) => {
	const given = Object.fromEntries(
		Object.entries(said).map(([field, one]) => [field, typeof one === 'string' ? words(one) : one])
	);
	const { error } = await asSystem().rpc('addressee_link_use', {
		p_token_hash: hash,
		p_form: form,
		p_name: 'Frau Thiele',
		p_given: given
	});
	return (error as { code?: string } | null)?.code ?? 'done';
};
const toldTheHead = async () =>
	(await sql(`select from public.call_notices where addressee_id = $1 and kind = 'handed_in'`, [to])).length;
const ledgerRow = async () => {
	const { addressees } = await asking<{ addressees: ({ id: string } & Record<string, unknown>)[] }>(
		cast.planner,
		`select public.call_ledger('${harz}', '${slug}')`
	);
	return addressees.find(({ id }) => id === to)!;
};

describe('a link opens', () => {
	test('what is asked of whom, and nothing that others said or filled in', async () => {
		await doing(
			cast.clerk,
			`select public.save_survey_answer('${to}', 'care', 0, 'nil_return', '{"offers": "Geheimes"}', '{}')`
		);
		const guest = await find(await link());
		expect(guest).toMatchObject({
			organisationName: 'Stadt Oberharz am Brocken',
			asked: {
				fields: [{ key: 'care' }, { key: 'youth' }],
				form: { questions: [{ key: 'changes' }, { key: 'offers' }, { key: 'plans' }], own: [] }
			}
		});
		expect(JSON.stringify(guest)).not.toMatch(/Geheimes|Vorharz|@/);
	});

	test('nothing when it is foreign, expired, ended, or the call is closed: these are not told apart', async () => {
		const [expired, ended, closed] = [await link(), await link(), await link()];
		const [row] = await sql<{ id: string }>(`select id from private.addressee_links where token_hash = $1`, [
			ended
		]);
		await sql('alter table private.addressee_links disable trigger keep_words');
		await sql(
			`update private.addressee_links set created_at = now() - interval '9 days', expires_at = now() - interval '1 second' where token_hash = $1`,
			[expired]
		);
		await sql('alter table private.addressee_links enable trigger keep_words');
		await doing(cast.planner, `select public.end_addressee_link('${row!.id}')`);
		for (const over of [secret(), expired, ended]) {
			expect(await find(over)).toBeNull();
			expect(await use(over, { care: 'nil_return' })).toBe('EXPIR');
		}
		await end(slug);
		expect(await find(closed)).not.toBeNull();
		await take(slug, 'closed');
		expect(await find(closed)).toBeNull();
		expect(await use(closed, { care: 'nil_return' })).toBe('EXPIR');
	});
});

describe('the one duty', () => {
	test('is done once: the same form again is the same, another is refused', async () => {
		const hash = await link();
		const form = randomUUID();
		expect(await use(hash, { care: 'nil_return' }, form)).toBe('done');
		expect(await use(hash, { care: 'needs' }, form)).toBe('done');
		expect(await use(hash, { youth: 'nil_return' })).toBe('FINAL');
		expect(await find(hash)).toMatchObject({ doneBy: 'Frau Thiele' });
		const uses = await sql(
			`select u.given from private.addressee_link_uses u join private.addressee_links l on l.id = u.link_id where l.token_hash = $1`,
			[hash]
		);
		expect(uses).toEqual([{ given: { care: words('nil_return') } }]);
	});

	test('two guests at once: one of them does it', async () => {
		const hash = await link();
		const said = await Promise.all(['nil_return', 'needs'].map((outcome) => use(hash, { care: outcome })));
		expect(said.toSorted()).toEqual(['FINAL', 'done']);
	});

	test('an answer waits for the head and is no return', async () => {
		expect(await use(await link(), { care: 'nil_return', youth: 'not_competent' })).toBe('done');
		expect(await ledgerRow()).toMatchObject({ standing: 'begun', cells: {} });
		const { tasks } = await asking<{ tasks: { kind: string; ref: string }[] }>(
			cast.head,
			'select public.start_page()'
		);
		expect(tasks).toContainEqual(expect.objectContaining({ kind: 'survey_release', ref: `surveys/${slug}` }));
		expect(await sql(`select from public.call_returns where addressee_id = $1`, [to])).toEqual([]);
		expect(await toldTheHead()).toBe(1);
		expect(
			await asking(cast.head, `select public.release_survey_answers('${to}', '{"care": 1, "youth": 1}')`)
		).toBe(2);
		expect(await ledgerRow()).toMatchObject({ standing: 'nil_return' });
	});

	test('an answer leaves what a clerk filled in, does not hand that in, and is shown to it word for word', async () => {
		await doing(
			cast.clerk,
			`select public.save_survey_answer('${to}', 'care', 0, 'nil_return', '{"offers": "Vom Amt"}', '{}')`
		);
		await use(await link(), { care: 'not_competent', youth: 'nil_return' });
		const reply = await asking<{
			guests: object[];
			fields: { key: string; choice: string; isHandedIn: boolean }[];
		}>(cast.clerk, `select public.survey_reply('${harz}', '${slug}')`);
		expect(reply.fields.map(({ key, choice, isHandedIn }) => [key, choice, isHandedIn])).toEqual(
			expect.arrayContaining([
				['care', 'nil_return', false],
				['youth', 'nil_return', true]
			])
		);
		expect(await toldTheHead()).toBe(1);
		expect(reply.guests).toMatchObject([
			{ name: 'Frau Thiele', given: { care: words('not_competent'), youth: words('nil_return') } }
		]);
		const page = await asking<object>(
			cast.planner,
			`select public.call_addressee('${harz}', '${slug}', '${to}')`
		);
		expect(JSON.stringify(page)).not.toContain('not_competent');
	});

	test('an answer has the words and the unknowns of the form: the addressee reads them, planners once they are released', async () => {
		const said = words('nil_return', { offers: 'Der Treff in Tanne.' }, ['plans']);
		expect(await use(await link(), { care: said })).toBe('done');
		const page = (name: string) => `select public.${name}('${harz}', '${slug}'`;
		const read = [
			`${page('call_addressee')}, '${to}')`,
			`${page('survey_field')}, 1)`,
			`${page('call_answers')})`,
			`${page('call_record')})`,
			`${page('survey_search')}, 'Treff')`
		];
		for (const each of read)
			expect(JSON.stringify(await asking<object>(cast.planner, each))).not.toContain('Tanne');
		const reply = await asking<{ guests: object[]; fields: object[] }>(
			cast.clerk,
			`${page('survey_reply')})`
		);
		expect(reply.guests).toMatchObject([{ given: { care: said } }]);
		expect(reply.fields).toContainEqual(
			expect.objectContaining({ key: 'care', answers: said.answers, unknown: ['plans'], isHandedIn: true })
		);
		await doing(cast.head, `select public.release_survey_answers('${to}', '{"care": 1}')`);
		for (const each of read)
			expect(JSON.stringify(await asking<object>(cast.planner, each))).toContain('Tanne');
	});

	test('what the head changed of it is no longer the guest’s', async () => {
		await use(await link(), { care: words('nil_return', { offers: 'Der Treff in Tanne.' }) });
		await doing(
			cast.head,
			`select public.save_survey_answer('${to}', 'care', 1, 'nil_return', '{"offers": "Der Treff in Sorge."}', '{}')`
		);
		await doing(cast.head, `select public.release_survey_answers('${to}', '{"care": 2}')`);
		const { addressees } = await asking<{
			addressees: { id: string; answer: { versions: { guestName: string | null }[] } | null }[];
		}>(cast.planner, `select public.survey_field('${harz}', '${slug}', 1)`);
		expect(addressees.find(({ id }) => id === to)!.answer!.versions[0]!.guestName).toBeNull();
	});

	test('that it arrived is read in the ledger, the chronicle and the record', async () => {
		expect(await use(await link({ duty: 'receipt' }))).toBe('done');
		expect(await ledgerRow()).toMatchObject({ standing: 'open', confirmedAt: expect.any(String) });
		const record = await asking<{ addressees: { id: string; links: object[] }[] }>(
			cast.planner,
			`select public.call_record('${harz}', '${slug}')`
		);
		expect(record.addressees.find(({ id }) => id === to)!.links).toMatchObject([
			{ duty: 'receipt', state: 'done', usedBy: 'Frau Thiele' }
		]);
		const told = await trying(
			cast.clerk,
			`select kind from public.events where organisation_id = '${oberharz}' and kind like 'link%' order by id desc limit 2`
		);
		expect(told.rows).toEqual([{ kind: 'link_used' }, { kind: 'link_made' }]);
	});

	test('takes nothing that is not asked', async () => {
		expect(await use(await link(), { care: 'everything' })).toBe('INVAL');
		expect(await use(await link(), { mobility: 'nil_return' })).toBe('NOTFD');
		expect(await use(await link(), {})).toBe('MISSG');
		expect(await use(await link(), { care: words('') })).toBe('INVAL');
		expect(await use(await link(), { care: words('nil_return', { weather: 'Regen' }) })).toBe('INVAL');
		expect(await use(await link(), { care: words('nil_return', {}, ['weather']) })).toBe('INVAL');
		expect(await use(await link(), { care: words('nil_return', { offers: 'x'.repeat(5001) }) })).toBe(
			'RULED'
		);
	});
});

describe('a planner makes a link', () => {
	test('and the form sent again is the same link, with the secret shown last', async () => {
		const id = randomUUID();
		const [first, last] = [await link({ id }), await link({ id })];
		expect([await find(first), (await find(last)) !== null]).toEqual([null, true]);
		await use(last, { care: 'nil_return' });
		expect((await trying(cast.planner, making(secret(), { id }))).word).toBe('FINAL');
	});

	test('for no call that is being prepared or closed, no duty there is not, and ninety days at most', async () => {
		expect((await trying(cast.planner, making(secret(), { days: 91 }))).word).toBe('INVAL');
		expect((await trying(cast.planner, making(secret(), { duty: 'release' }))).word).toBe('INVAL');
		await end(slug);
		await take(slug, 'closed');
		expect((await trying(cast.planner, making(secret()))).word).toBe('RULED');
	});
});
