import { beforeAll, describe, expect, test } from 'vitest';
import { asking, doing, trying, type Actor } from '../acting.ts';
import { addresseeOf, open, publish, take, taking } from '../call-stage.ts';
import { cast, enter, harz, oberharz, seniorCouncil, vorharz } from '../cast.ts';
import { sql } from '../harness.ts';
import { complete, json, report } from '../stage.ts';

/* What a published survey says: to whom the planner chose, numbers and public reports, and no words of answers. */

beforeAll(enter);

type Field = {
	key: string;
	outcomes: object;
	reports: { title: string; decision: { label: string } | null }[];
	others: number | null;
};
type Result = {
	summary: string;
	audience: string;
	standings: object;
	asked: object;
	said: { fields: Field[] };
};
const read = (slug: string, actor: Actor) =>
	asking<Result>(actor, `select public.call_result('${harz}', '${slug}')`);
const care = (result: Result) => result.said.fields.find(({ key }) => key === 'care')!;
const nil = (addressee: string, words = '') =>
	doing(
		cast.planner,
		`select public.enter_survey_return('${addressee}', '[{"field": "care", "outcome": "nil_return", "answers": {"offers": "${words}"}}, {"field": "youth", "outcome": "nil_return"}]', 'phone', 'Frau Kern', null)`
	);

describe('a survey that all have answered', () => {
	let slug: string;
	const kinds = async () => {
		const { tasks } = await asking<{ tasks: { kind: string; ref: string }[] }>(
			cast.planner,
			'select public.start_page()'
		);
		return tasks.filter(({ ref }) => ref === `surveys/${slug}`).map(({ kind }) => kind);
	};
	beforeAll(async () => {
		slug = await open(oberharz, vorharz);
	});

	test('waits to be closed before its window is over, and not while one is missing', async () => {
		await nil(await addresseeOf(slug));
		expect(await kinds()).toEqual([]);
		expect((await trying(cast.planner, taking(slug, 'closed'))).message).toBe('errors_call_window_is_open');
		await nil(await addresseeOf(slug, vorharz));
		expect(await kinds()).toEqual(['call_complete']);
		const [call] = await sql('select closes_at > now() as is_running from public.calls where slug = $1', [
			slug
		]);
		expect(call).toEqual({ is_running: true });
	});

	test('is closed then, and waits to be published', async () => {
		await take(slug, 'closed');
		expect(await kinds()).toEqual(['call_publish']);
	});
});

describe('a result', () => {
	const words = 'Nur für die Planung gesagt';
	let slug: string;
	beforeAll(async () => {
		slug = await open(oberharz, vorharz, seniorCouncil);
		await nil(await addresseeOf(slug, vorharz), words);
		await sql(
			`update public.calls set opens_at = now() - interval '60 days', closes_at = now() - interval '1 day' where slug = $1`,
			[slug]
		);
		const to = await addresseeOf(slug);
		for (const visibility of ['public', 'participants', 'district'])
			await reportFor(to, `Bedarf ${visibility}`, visibility);
		await doing(cast.head, `select public.answer_nil('${to}', 'youth')`);
		await sql(
			`update public.call_addressees set due_at = now() - interval '1 day' where call_id = (select id from public.calls where slug = $1)`,
			[slug]
		);
		await take(slug, 'closed');
		await publish(slug, 'public');
	});

	test('says the planner’s own words, who was asked and how far they came', async () => {
		expect(await read(slug, null)).toMatchObject({
			summary: 'Der Rat tagt erst danach.',
			audience: 'public',
			asked: { municipality: 1, association: 1, advisory_council: 1 },
			standings: { answered: 1, nil_return: 1, silent: 1 }
		});
	});

	test('shows of the reports what each reader may read, with what became of them', async () => {
		const titles = (result: Result) => care(result).reports.map(({ title }) => title);
		const [guest, foreign, member] = await Promise.all(
			[null, cast.foreignPlanner, cast.head].map((actor) => read(slug, actor))
		);
		expect(titles(guest!)).toEqual(['Bedarf public']);
		expect(titles(foreign!)).toEqual(['Bedarf public']);
		expect(titles(member!)).toEqual(['Bedarf public', 'Bedarf participants']);
		expect(care(guest!).reports[0]!.decision).toMatchObject({ key: 'noted' });
		expect(care(guest!).outcomes).toEqual({ needs: 1, nil_return: 1 });
	});

	test('reads the same for planners as for members, and in the preview of each audience', async () => {
		expect({ ...(await read(slug, cast.planner)), canCorrect: false }).toEqual(await read(slug, cast.head));
		const { previews } = await asking<{ previews: Record<string, Result> }>(
			cast.planner,
			`select public.call_publication('${harz}', '${slug}')`
		);
		expect(previews).toEqual({ public: await read(slug, null), asked: await read(slug, cast.head) });
	});

	test('carries no word of an answer, and names no organisation', async () => {
		for (const actor of [null, cast.head, cast.planner]) {
			const told = JSON.stringify(await read(slug, actor));
			for (const hidden of [words, 'Bedarf district', 'Oberharz', 'Vorharz', 'Frau Kern'])
				expect(told).not.toContain(hidden);
		}
	});

	test('is in the letter to those asked as it is on the page, and in the record', async () => {
		const letters = await sql<{ facts: { notice: { body: string }; audience: string } }>(
			`select l.facts from private.notices n join public.calls c on c.id = n.subject_id and c.slug = $1
				cross join private.letters_of_calls(array[n.id]) l where n.kind = 'call_result'`,
			[slug]
		);
		expect(letters).toHaveLength(3);
		for (const { facts } of letters)
			expect(facts).toMatchObject({ audience: 'public', notice: { body: 'Der Rat tagt erst danach.' } });
		const { steps } = await asking<{ steps: object[] }>(
			cast.planner,
			`select public.call_record('${harz}', '${slug}')`
		);
		expect(steps).toContainEqual(
			expect.objectContaining({ step: 'published', body: 'Der Rat tagt erst danach.', audience: 'public' })
		);
	});
});

describe('the number of reports that are not shown', () => {
	const others = async (hidden: { participants?: number; district?: number }) => {
		const slug = await open(oberharz);
		const to = await addresseeOf(slug);
		await nil(to);
		await take(slug, 'closed');
		await publish(slug, 'public');
		for (const [visibility, count] of Object.entries(hidden))
			for (let n = 0; n < count; n++) await countFor(to, `${visibility} ${n}`, visibility);
		return [care(await read(slug, null)).others, care(await read(slug, cast.head)).others];
	};

	test.each([
		['none', {}, [0, 0]],
		['a few that only the planning reads', { district: 4 }, [null, null]],
		['many', { district: 5 }, [5, 5]],
		['a few that members read', { participants: 4 }, [null, 0]],
		['many of which members do not read a few', { participants: 6, district: 2 }, [null, null]],
		['many of which members read a few', { participants: 2, district: 5 }, [7, 5]]
	])('is told unless it is small or gives away a small one: %s', async (_, hidden, told) => {
		expect(await others(hidden)).toEqual(told);
	});
});

/** A report made in answer to the survey, and decided. */
async function reportFor(addressee: string, title: string, visibility: string) {
	const draft = await asking<string>(
		cast.clerk,
		`select public.start_survey_report('${addressee}', 'care', gen_random_uuid())`
	);
	await doing(
		cast.clerk,
		`select public.save_need_report('${draft}', 0, ${json({ ...complete, title, visibility })})`
	);
	const number = await asking<string>(cast.head, `select public.release_need_report('${draft}', 1)`);
	await doing(cast.planner, `select public.answer_need_report('${number}', 'noted', 'Wir planen es ein.')`);
}

/** A report that only counts: it is put to a survey that is published already. */
async function countFor(addressee: string, title: string, visibility: string) {
	const number = await report({ title, visibility });
	await sql('alter table public.need_reports disable trigger keep_submitted_words');
	await sql('update public.need_reports set addressee_id = $1 where number = $2', [addressee, number]);
	await sql('alter table public.need_reports enable trigger keep_submitted_words');
}
