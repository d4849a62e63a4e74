import { beforeAll, describe, expect, test } from 'vitest';
import { asking, doing } from '../acting.ts';
import { addresseeOf, end, open, take as takeStep } from '../call-stage.ts';
import { cast, enter, harz, oberharz } from '../cast.ts';
import { ask, asSystem, sql } from '../harness.ts';
import { signAllIn, write } from '../stage.ts';

/* What is kept how long: the night and the operator's command follow the same rows. */

beforeAll(async () => {
	await enter();
	await signAllIn();
});

type Line = { key: string; rows: string };
const purge = async (isDry = false) =>
	Object.fromEntries(
		(await sql<Line>('select key, rows from private.purge($1)', [isDry])).map(({ key, rows }) => [
			key,
			Number(rows)
		])
	);
const age = (draft: string, months: number, days = 0) =>
	sql(
		`update public.need_report_drafts set saved_at = now() - make_interval(months => $2, days => $3) where id = $1`,
		[draft, months, days]
	);
const ageNotice = (draft: string, days: number) =>
	sql(`update private.draft_notices set noticed_at = now() - make_interval(days => $2) where draft_id = $1`, [
		draft,
		days
	]);
const exists = async (draft: string) =>
	(await sql('select from public.need_report_drafts where id = $1', [draft])).length === 1;

test('every rule says on whose word', async () => {
	expect(
		await sql(`select key from private.retention_rules where length(source) < 10 or length(label) < 10`)
	).toEqual([]);
});

describe('a draft', () => {
	test('goes after twelve months, but never without four weeks’ notice', async () => {
		const draft = await write(cast.clerk, oberharz);
		await age(draft, 20);
		expect(await purge()).toMatchObject({ draft_notices: 1, drafts: 0 });
		expect(await purge()).toMatchObject({ draft_notices: 0, drafts: 0 });
		await ageNotice(draft, 29);
		expect(await purge()).toMatchObject({ drafts: 1 });
		expect(await exists(draft)).toBe(false);
	});

	test('of eleven months is announced and stays', async () => {
		const draft = await write(cast.clerk, oberharz);
		await age(draft, 11, 1);
		expect(await purge()).toMatchObject({ draft_notices: 1, drafts: 0 });
		await ageNotice(draft, 29);
		expect(await purge()).toMatchObject({ drafts: 0 });
	});

	test('that somebody saved again has its time anew, and its notice too', async () => {
		const draft = await write(cast.clerk, oberharz);
		await age(draft, 20);
		await purge();
		await ageNotice(draft, 400);
		await age(draft, 12, 5);
		expect(await purge()).toMatchObject({ draft_notices: 1, drafts: 0 });
		expect(await exists(draft)).toBe(true);
	});

	test('that waits for release is a duty, and stays', async () => {
		const draft = await write(cast.clerk, oberharz);
		await doing(cast.clerk, `select public.hand_in_need_report('${draft}', 1)`);
		await age(draft, 30);
		expect(await purge()).toMatchObject({ draft_notices: 0, drafts: 0 });
	});
});

test('a trial run counts and touches nothing', async () => {
	const draft = await write(cast.clerk, oberharz);
	await age(draft, 20);
	await sql(
		`insert into private.mails (kind, recipient, subject, queued_at) values ('x', 'a@b.example', 'x', now() - interval '13 months')`
	);
	const counted = await purge(true);
	expect(counted).toMatchObject({ draft_notices: 1, mails: 1 });
	expect(await sql('select from private.draft_notices where draft_id = $1', [draft])).toEqual([]);
	expect(await purge()).toEqual(counted);
	expect(await purge(true)).toMatchObject({ draft_notices: 0, mails: 0 });
});

test('the night does the same, and the record goes after two years, never before', async () => {
	for (const months of [23, 25])
		await sql(
			`insert into private.audit_entries (authority_id, kind, created_at) values ($1, 'exported', now() - make_interval(months => $2))`,
			[harz, months]
		);
	await ask(asSystem().rpc('purge_expired'));
	const left = await sql(
		`select created_at > now() - interval '24 months' as young from private.audit_entries where kind = 'exported'`
	);
	expect(left).toEqual([{ young: true }]);
});

test('ended tokens and assistances go, and what was begun for a survey that is closed; what counts stays', async () => {
	const token = () =>
		asking(
			cast.head,
			`select public.add_access_token('Probe', encode(extensions.gen_random_bytes(32), 'hex'), array['read'], 30, private.person_id())`
		);
	const [lasting, ended, overdue] = [await token(), await token(), await token()];
	await sql(`update private.access_tokens set revoked_at = now() - interval '31 days' where id = $1`, [
		ended
	]);
	await sql(
		`update private.access_tokens set created_at = now() - interval '90 days', expires_at = now() - interval '31 days' where id = $1`,
		[overdue]
	);
	await sql('alter table public.assistances disable trigger user');
	await sql(
		`update public.assistances set revoked_at = now() - interval '13 months' where assistant_id = $1`,
		[cast.formerAssistant]
	);
	await sql('alter table public.assistances enable trigger user');

	const [closed, running] = [await open(oberharz), await open(oberharz)];
	for (const slug of [closed, running])
		await doing(
			cast.clerk,
			`select public.save_survey_answer('${await addresseeOf(slug)}', 'care', 0, 'nil_return', '{"offers": "Begonnen"}', '{}')`
		);
	const to = await addresseeOf(closed);
	await doing(cast.clerk, `select public.hand_in_survey('${to}')`);
	await doing(cast.head, `select public.release_survey_answers('${to}', '{"care": 1}')`);
	await end(closed);
	await takeStep(closed, 'closed');
	await sql(`update public.calls set closed_at = now() - interval '13 months' where slug = $1`, [closed]);

	expect(await purge()).toMatchObject({ access_tokens: 2, assistances: 1, survey_answers: 1 });
	expect(await sql('select id from private.access_tokens')).toEqual([{ id: lasting }]);
	expect(await sql('select from public.assistances')).toHaveLength(2);
	expect(
		await sql(`select from public.survey_answers where addressee_id = $1`, [await addresseeOf(running)])
	).toHaveLength(1);
	expect(
		await sql(`select answers from public.survey_return_fields where addressee_id = $1`, [
			await addresseeOf(closed)
		])
	).toEqual([{ answers: { offers: 'Begonnen' } }]);
});

test('a procedure file of ten years is offered to the archive and stays', async () => {
	const before = await sql('select count(*) from public.need_reports');
	await sql('alter table public.need_reports disable trigger user');
	const [old] = await sql(
		`update public.need_reports set final_at = now() - interval '11 years' where id = (select id from public.need_reports where final_at is not null limit 1) returning number`
	);
	await sql('alter table public.need_reports enable trigger user');
	expect(await purge()).toMatchObject({ procedure_files: 1 });
	expect(await sql('select private.archive_offers() as number')).toEqual([{ number: old.number }]);
	expect(await sql('select count(*) from public.need_reports')).toEqual(before);
});
