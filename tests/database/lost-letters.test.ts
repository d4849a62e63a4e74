import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asking, doing, type Actor } from './acting.ts';
import { cast, enter, oberharz } from './cast.ts';
import { addresseeOf, open } from './call-stage.ts';
import { sql } from './harness.ts';
import { signAllIn, write } from './stage.ts';

/* A letter that reached nobody and that somebody waits for is shown to whoever can say it in another way. */

beforeAll(async () => {
	await enter();
	await signAllIn();
});
beforeEach(() => sql('delete from private.mails'));

type Task = { kind: string; ref: string; who?: string };
const lostOf = async (person: Actor) =>
	(await asking<{ tasks: Task[] }>(person, 'select public.start_page()')).tasks.filter(({ kind }) =>
		kind.startsWith('unreached_')
	);

/** The letters of the newest notice of a kind, as the job writes them; each ended so. */
async function letters(kind: string, ends: string[], mailKind = kind) {
	await sql(
		`insert into private.mails (kind, recipient, subject, occasion, authority_id, person_id, state, state_at)
		select $2, 'nr' || e.n || '@test.example', 'x', 'notice:' || n.id, n.authority_id, $4, e.state, now()
		from (select id, authority_id from private.notices where kind = $1 order by id desc limit 1) n,
			unnest($3::text[]) with ordinality e (state, n)`,
		[kind, mailKind, ends, cast.head]
	);
}

describe('a request for release that reached nobody', () => {
	test.each(['returned', 'bounced', 'failed', 'unsure'])('%s is shown to the writers only', async (state) => {
		const draft = await write(cast.clerk, oberharz);
		await doing(cast.clerk, `select public.hand_in_need_report('${draft}', 1)`);
		await letters('draft_handed_in', [state]);
		expect(await lostOf(cast.clerk)).toMatchObject([
			{ kind: 'unreached_release', ref: draft, who: 'Herr Voß' }
		]);
		for (const other of [cast.head, cast.planner, cast.administrator, cast.councilChair, cast.foreignClerk])
			expect(await lostOf(other)).toEqual([]);

		await doing(cast.head, `select public.release_need_report('${draft}', 1)`);
		expect(await lostOf(cast.clerk)).toEqual([]);
	});

	test.each([
		['one of two got it', ['bounced', 'sent']],
		['one is still waiting', ['bounced', 'queued']],
		['it arrived', ['sent']]
	])('nothing is shown when %s', async (_, states) => {
		const draft = await write(cast.clerk, oberharz);
		await doing(cast.clerk, `select public.hand_in_need_report('${draft}', 1)`);
		await letters('draft_handed_in', states);
		expect(await lostOf(cast.clerk)).toEqual([]);
	});

	test('in a daily mail fares as that one does', async () => {
		const draft = await write(cast.clerk, oberharz);
		await doing(cast.clerk, `select public.hand_in_need_report('${draft}', 1)`);
		await letters('draft_handed_in', ['queued']);
		await sql(
			`with daily as (insert into private.mails (kind, recipient, subject, state) values ('digest', 'a@test.example', 'x', 'bounced') returning id)
			update private.mails set bundled_in = (select id from daily)`
		);
		expect(await lostOf(cast.clerk)).toHaveLength(1);
	});
});

test('that a draft was given back and nobody heard is shown to who gave it back', async () => {
	const draft = await write(cast.clerk, oberharz);
	await doing(cast.clerk, `select public.hand_in_need_report('${draft}', 1)`);
	await doing(cast.head, `select public.return_need_report('${draft}', 'Bitte genauer.')`);
	await letters('draft_returned', ['bounced']);
	expect(await lostOf(cast.head)).toMatchObject([{ kind: 'unreached_return', ref: draft }]);
	for (const other of [cast.clerk, cast.planner, cast.foreignHead]) expect(await lostOf(other)).toEqual([]);
});

test('a request for the release of answers to a survey too', async () => {
	const slug = await open(oberharz);
	const addressee = await addresseeOf(slug);
	await doing(
		cast.clerk,
		`select public.save_survey_answer('${addressee}', 'care', 0, 'nil_return', '{"offers": "Tagespflege"}', '{}')`
	);
	await doing(cast.clerk, `select public.hand_in_survey('${addressee}')`);
	await letters('call_handed_in', ['bounced'], 'draft_handed_in');
	expect(await lostOf(cast.clerk)).toMatchObject([
		{ kind: 'unreached_survey', ref: `surveys/${slug}/${oberharz}` }
	]);
	for (const other of [cast.head, cast.planner, cast.councilChair]) expect(await lostOf(other)).toEqual([]);
});

test('an assistant who heard nothing is shown to the member', async () => {
	const offer = await asking(
		cast.councilChair,
		`select public.name_assistant(
			(select id from public.holdings where person_id = private.person_id() limit 1),
			'Frau', 'Eva', 'Hilfe', 'eva@test.example', current_date + 9, private.person_id())`
	);
	await letters('assistance', ['bounced']);
	expect(await lostOf(cast.councilChair)).toMatchObject([{ kind: 'unreached_assistant', ref: offer }]);
	for (const other of [cast.planner, cast.administrator, cast.councilOffice])
		expect(await lostOf(other)).toEqual([]);
});
