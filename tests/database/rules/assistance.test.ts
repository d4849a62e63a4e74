import { beforeAll, expect, test } from 'vitest';
import { asking, doing, trying } from '../acting.ts';
import { cast, seniorCouncil } from '../cast.ts';
import { sql } from '../harness.ts';
import { report, setStage, write, type Stage } from '../stage.ts';

/* An assistant acts for a member, visibly, as long as the member's post lasts and no longer than named. */

let stage: Stage;
beforeAll(async () => {
	stage = await setStage();
});

const draftWord = async () =>
	(await trying(cast.chairAssistant, `select public.need_report_draft('${stage.councilDraft}')`)).word;

test('what an assistant writes carries both names, in the report, its chronicle and the thread', async () => {
	const number = await report(
		{},
		{ writer: cast.chairAssistant, releaser: cast.councilChair, organisation: seniorCouncil }
	);
	const [row] = await sql(
		'select written_by, written_for, released_by from public.need_reports where number = $1',
		[number]
	);
	expect(row).toEqual({
		written_by: cast.chairAssistant,
		written_for: cast.councilChair,
		released_by: cast.councilChair
	});
	await doing(
		cast.chairAssistant,
		`select public.write_need_report_message('${number}', 'addition', 'Noch ein Satz.')`
	);
	const lines = await sql(
		`select e.kind, e.person_name, e.for_person_id, e.detail from public.events e join public.need_reports r on r.id = e.subject_id where r.number = $1 order by e.id`,
		[number]
	);
	expect(lines).toEqual([
		{
			kind: 'released',
			person_name: 'Herr Brandt',
			for_person_id: null,
			detail: { writtenBy: 'Frau Sommer', writtenIn: 'Vorsitz', writtenFor: 'Herr Brandt' }
		},
		{
			kind: 'addition',
			person_name: 'Frau Sommer',
			for_person_id: cast.councilChair,
			detail: { forPerson: 'Herr Brandt' }
		}
	]);
	const [message] = await sql(
		`select m.person_id, m.for_person_id from public.need_report_messages m join public.need_reports r on r.id = m.report_id where r.number = $1`,
		[number]
	);
	expect(message).toEqual({ person_id: cast.chairAssistant, for_person_id: cast.councilChair });
});

test('what one writes in an own post is nobody else’s', async () => {
	const id = await write(cast.councilChair, seniorCouncil);
	const [row] = await sql('select written_for from public.need_report_drafts where id = $1', [id]);
	expect(row).toEqual({ written_for: null });
});

test('the session says whom one assists', async () => {
	const [{ posts } = { posts: [] }] = await sql<{ posts: object[] }>('select private.posts_of($1) as posts', [
		cast.chairAssistant
	]);
	expect(posts).toMatchObject([
		{ kind: 'writing_assistant', capacity: 'assistant', forPerson: 'Herr Brandt', title: 'Vorsitz' }
	]);
});

test.each([
	[
		'the member ends it',
		`update public.assistances set revoked_at = now() where assistant_id = '${cast.chairAssistant}'`
	],
	[
		'its last day is over',
		`update public.assistances set ends_on = private.today() - 1 where assistant_id = '${cast.chairAssistant}'`
	],
	[
		'the member’s term is over',
		`update public.holdings set ends_on = private.today() - 1 where person_id = '${cast.councilChair}'`
	],
	[
		'the member’s post is abolished',
		`update public.posts set abolished_on = private.today() where id = '20000000-0000-4000-8000-000000000004'`
	],
	[
		'the invitation was never accepted',
		`update public.assistances set accepted_at = null where assistant_id = '${cast.chairAssistant}'`
	]
])('rights end when %s', async (_, ends) => {
	expect(await draftWord()).toBe('yes');
	const before = await sql<{ kept: object }>(
		`select to_jsonb(a) as kept from public.assistances a where assistant_id = $1`,
		[cast.chairAssistant]
	);
	await sql(ends);
	expect(await draftWord()).toBe('NOTFD');
	const { ends_on, accepted_at } = before[0]!.kept as Record<string, string>;
	await sql('alter table public.assistances disable trigger user');
	await sql('alter table public.posts disable trigger user');
	await sql(
		'update public.assistances set revoked_at = null, ends_on = $2, accepted_at = $3 where assistant_id = $1',
		[cast.chairAssistant, ends_on, accepted_at]
	);
	await sql('update public.holdings set ends_on = null where person_id = $1', [cast.councilChair]);
	await sql(`update public.posts set abolished_on = null where id = '20000000-0000-4000-8000-000000000004'`);
	await sql('alter table public.posts enable trigger user');
	await sql('alter table public.assistances enable trigger user');
});

test('an invitation is accepted once, by whom it was sent to, and stands in the record of rights', async () => {
	const id = await asking(
		cast.clerk,
		`select public.name_assistant((select h.id from public.holdings h where h.person_id = '${cast.clerk}'), 'Herr', 'Jan', 'Neu', 'jan@test.example', private.today() + 30, private.person_id())`
	);
	await sql(`select public.assistance_token($1, repeat('b', 64))`, [id]);
	const [{ person } = { person: '' }] = await sql<{ person: string }>(
		`select public.assistance_accept(repeat('b', 64)) as person`
	);
	expect((await trying(person, `select public.need_report_draft('${stage.draft}')`)).word).toBe('yes');
	await expect(sql(`select public.assistance_accept(repeat('b', 64))`)).rejects.toMatchObject({
		code: 'EXPIR'
	});
	const record = await sql<{ kind: string; subject: string }>(
		`select kind, subject from public.administration_events where subject like 'Herr Jan Neu – Frau Kern%' order by id`
	);
	expect(record.map(({ kind }) => kind)).toEqual(['assistances_insert', 'assistances_accept']);
});

test('ten invitations a day for one post: nobody fills strangers’ letterboxes with us', async () => {
	const naming = (n: number) =>
		`select public.name_assistant((select h.id from public.holdings h where h.person_id = '${cast.head}'), 'Herr', 'Viel', 'Post', 'post${n}@test.example', private.today() + 30, private.person_id())`;
	for (let n = 0; n < 10; n++) await doing(cast.head, naming(n));
	expect((await trying(cast.head, naming(10))).word).toBe('LIMIT');
});
