import { globSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { callKinds } from '#lib/calls/kind.ts';
import { asking, doing, trying } from './acting.ts';
import { addresseeOf, end, open, take, taking } from './call-stage.ts';
import { cast, enter, harz, oberharz, vorharz } from './cast.ts';
import { sql } from './harness.ts';

/* What all kinds of calls have knows none of them; each kind is known on both sides and answers all that is asked. */

beforeAll(enter);

describe('the kinds of calls', () => {
	test('are the same in the database and on the pages', async () => {
		const known = await sql<{ kind: string }>('select kind from private.call_kinds order by kind');
		expect(known.map(({ kind }) => kind)).toEqual(Object.keys(callKinds).toSorted());
	});

	test('are named by no file of what all have', () => {
		const files = globSync([
			'supabase/schemas/calls/*.sql',
			'src/lib/calls/*.{ts,svelte}',
			'src/routes/?kind=call?/**/*.{ts,svelte}'
		]).filter((file) => !file.endsWith('.test.ts'));
		expect(files.length).toBeGreaterThan(40);
		const words = /survey|need_report|\/needs\b|fields?_of_action|call_fields/i;
		expect(files.filter((file) => words.test(readFileSync(file, 'utf8')))).toEqual([]);
	});

	test('are refused when one leaves out what all answer', async () => {
		await expect(
			sql(`do $$ begin
				drop function private.surveys_letter(uuid, uuid);
				perform private.require_kinds();
			end $$`)
		).rejects.toThrow('a kind of calls lacks private.surveys_letter(uuid, uuid)');
	});
});

describe('a kind that was added by rows and functions alone', () => {
	const slug = 'probelauf';
	const ask = <Answer>(call: string) => asking<Answer>(cast.planner, `select public.${call}`);
	let addressee: string;
	beforeAll(async () => {
		await sql(readFileSync('tests/database/trial-kind.sql', 'utf8'));
		await sql('select private.require_kinds()');
		await doing(
			cast.planner,
			`insert into public.calls (authority_id, kind, slug, title, covering_text, opens_at, closes_at, post_id, purpose, legal_basis, readers, retention)
				select '${harz}', 'trials', '${slug}', 'Probelauf', 'Bitte sagen Sie zu.', now(), now() + interval '40 days', private.planning_post('${harz}'),
					'Probe', 'Keine', 'Alle', 'Ein Jahr'`
		);
		await doing(
			cast.planner,
			`select public.set_call_addressees('${harz}', '${slug}', array['${oberharz}', '${vorharz}']::uuid[])`
		);
		await take(slug, 'opened');
		addressee = await addresseeOf(slug);
		await sql(`insert into private.trial_hindrances select id from public.calls where slug = '${slug}'`);
	});

	test('stands in the list with its kind, and waits for its addressee at the start', async () => {
		const { calls } = await asking<{ calls: { slug: string; kind: string; own: object[] }[] }>(
			cast.head,
			`select public.list_calls('${harz}')`
		);
		expect(calls.find((call) => call.slug === slug)).toMatchObject({
			kind: 'trials',
			own: [{ standing: 'open' }]
		});
		const { tasks } = await asking<{ tasks: object[] }>(cast.head, 'select public.start_page()');
		expect(tasks).toContainEqual(expect.objectContaining({ kind: 'trial_give', ref: `trials/${slug}` }));
	});

	test('says what stands in its letters', async () => {
		expect(await ask(`call_letter('${addressee}')`)).toMatchObject({
			enclosed: 'a stamped card',
			fields: [{ label: 'Zusage' }]
		});
		const [due] = await sql<{ letters: object }>(
			`select private.letter_head_of_call(c) as letters from public.calls c where slug = '${slug}'`
		);
		expect(due?.letters).toMatchObject({ kind: 'trials', fields: ['Zusage'] });
	});

	test('fills the cells of the ledger and the record, and the page of an addressee', async () => {
		await doing(cast.head, `select public.trial_give('${addressee}')`);
		const given = {
			id: addressee,
			standing: 'answered',
			cells: { yes: 'given in_time online' },
			counts: {}
		};
		expect(await ask(`call_ledger('${harz}', '${slug}')`)).toMatchObject({
			fields: [{ key: 'yes' }],
			addressees: expect.arrayContaining([expect.objectContaining(given)])
		});
		expect(await ask(`call_answers('${harz}', '${slug}')`)).toMatchObject({
			answers: { [addressee]: { yes: 'given with pleasure' } }
		});
		expect(await ask(`call_record('${harz}', '${slug}')`)).toMatchObject({
			addressees: expect.arrayContaining([
				expect.objectContaining({
					...given,
					returns: [expect.objectContaining({ said: 'yes' })],
					answers: { yes: 'given with pleasure' }
				})
			])
		});
		expect(await ask(`call_addressee('${harz}', '${slug}', '${addressee}')`)).toMatchObject({
			own: { mood: 'fair' },
			form: { asks: 'yes or no' },
			answers: { yes: 'given with pleasure' }
		});
	});

	test('is closed when its own obstacle is out of the way, and named before', async () => {
		await end(slug);
		expect(await ask(`call_step_options('${harz}', '${slug}')`)).toMatchObject({
			obstacles: ['still hindered']
		});
		expect((await trying(cast.planner, taking(slug, 'closed'))).word).toBe('RULED');
		await sql('delete from private.trial_hindrances');
		await take(slug, 'closed');
		const { addressees } = await ask<{ addressees: { organisationName: string; standing: string }[] }>(
			`call_ledger('${harz}', '${slug}')`
		);
		expect(addressees.map(({ standing }) => standing).toSorted()).toEqual(['answered', 'silent']);
	});
});

describe('how far an addressee has come', () => {
	const rowOf = async (slug: string) => {
		const addressee = await addresseeOf(slug);
		const { addressees } = await asking<{ addressees: { id: string; standing: string }[] }>(
			cast.planner,
			`select public.call_ledger('${harz}', '${slug}')`
		);
		return addressees.find(({ id }) => id === addressee)!;
	};
	const standings = async (slug: string) => {
		const list = await asking<{ calls: { slug: string; own: { standing: string }[] }[] }>(
			cast.head,
			`select public.list_calls('${harz}')`
		);
		const reply = await asking<{ standing: string }>(
			cast.head,
			`select public.survey_reply('${harz}', '${slug}')`
		);
		return [
			(await rowOf(slug)).standing,
			list.calls.find((call) => call.slug === slug)!.own[0]!.standing,
			reply.standing
		];
	};
	const nil = async (slug: string, field: string) =>
		doing(cast.head, `select public.answer_nil('${await addresseeOf(slug)}', '${field}')`);

	test('is the same word for the ledger, the list and the addressee, at every turn', async () => {
		const slug = await open(oberharz);
		const told = [await standings(slug)];
		await end(slug);
		told.push(await standings(slug));
		await nil(slug, 'care');
		told.push(await standings(slug));
		await nil(slug, 'youth');
		told.push(await standings(slug));
		expect(told).toEqual(
			['open', 'overdue', 'overdue_begun', 'nil_return'].map((word) => [word, word, word])
		);
	});

	test('ends with the call: silent, or incomplete when something came', async () => {
		const [silent, partly] = [await open(oberharz), await open(oberharz)];
		await nil(partly, 'care');
		expect(await rowOf(partly)).toMatchObject({ cells: { care: 'nil_return in_time online' }, counts: {} });
		expect((await standings(partly))[0]).toBe('begun');
		for (const slug of [silent, partly]) {
			await end(slug);
			await take(slug, 'closed');
		}
		expect(await standings(silent)).toEqual(Array(3).fill('silent'));
		expect(await standings(partly)).toEqual(Array(3).fill('incomplete'));
	});
});
