import { beforeAll, describe, expect, test } from 'vitest';
import { trying } from '../acting.ts';
import { cast, harz, musterdorf, musterkreis, oberharz, places } from '../cast.ts';
import { sql } from '../harness.ts';
import { report, setStage, type Stage } from '../stage.ts';

/* The tenant wall: no row of one authority is readable, reachable or linkable from another unless published. */

let stage: Stage;
/** What everybody may read, in the tables that also hold what is not for everybody. */
const published: Record<string, string> = {};
beforeAll(async () => {
	stage = await setStage();
	const results = await sql<{ id: string }>(`select id from public.calls where audience = 'public'`);
	const ids = results.map(({ id }) => id).join();
	published.attachments = `(is_shared and private.is_public(report_id) or call_id = any ('{${ids}}'))`;
	const drafts = await sql<{ document: string; version: string }>(
		`select v.document_id as document, v.id as version
		from public.document_versions v
		join public.document_versions shown on shown.document_id = v.document_id and shown.number >= v.number
		join public.rounds r on r.version_id = shown.id
		join public.calls c on c.id = r.call_id
		where r.is_public and c.opens_at < now() and v.frozen_at is not null`
	);
	const documents = `any ('{${drafts.map(({ document }) => document).join()}}')`;
	const versions = `any ('{${drafts.map(({ version }) => version).join()}}')`;
	published.documents = `id = ${documents}`;
	published.document_versions = `id = ${versions}`;
	published.sections = `document_id = ${documents}`;
	for (const table of ['section_texts', 'section_twins', 'section_lineage'])
		published[table] = `version_id = ${versions}`;
});

/** Somebody who plans here and there: the wall stands between the rows, not between the people. */
const inBoth = cast.foreignPlanner;
const planHereToo = () =>
	sql(
		`insert into public.holdings (post_id, person_id, capacity, starts_on) values ($1, $2, 'deputy', private.today())`,
		[places['post of planner'], inBoth]
	);

describe('from the Musterkreis', () => {
	test('no table shows a row of the Harz but its name', async () => {
		const tables = (
			await sql<{
				name: string;
			}>(`select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'authority_id'
			where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
			and has_column_privilege('authenticated', a.attrelid, a.attnum, 'select') order by 1`)
		).map(({ name }) => name);
		expect(tables.length).toBeGreaterThan(14);
		const seen: string[] = [];
		for (const person of [
			cast.foreignPlanner,
			cast.foreignClerk,
			cast.foreignHead,
			cast.foreignAdministrator
		])
			for (const table of tables)
				if (
					(
						await trying(
							person,
							`select from public.${table} where authority_id = '${harz}' and not coalesce(${published[table] ?? 'false'}, false)`
						)
					).word !== 'nothing'
				)
					seen.push(table);
		expect([...new Set(seen)]).toEqual(['municipalities']); // official keys, for everybody
	});

	test('a public report of the Harz reads as for everybody, no column more', async () => {
		const read = async (person: string | null, call: string) =>
			(await trying(person, `select public.${call}('${stage.open}') as d`)).rows[0]?.d;
		const published = await read(cast.anonymous, 'public_need_report');
		expect(await read(cast.foreignPlanner, 'need_report')).toEqual(published);
		for (const key of [
			'contact',
			'messages',
			'chronicle',
			'need',
			'evidence',
			'costIdea',
			'office',
			'organisationId'
		])
			expect(published).not.toHaveProperty(key);
	});

	test('the same answer comes for what is hidden and for what does not exist', async () => {
		for (const call of ['need_report', 'assessment_options', 'need', 'public_need_report']) {
			const hidden = await trying(
				cast.foreignPlanner,
				`select public.${call}('${call === 'need' ? stage.answeredNeed : stage.inDistrict}')`
			);
			const absent = await trying(cast.foreignPlanner, `select public.${call}('HZ-2026-99999')`);
			expect({ ...hidden }).toEqual({ ...absent });
		}
	});

	test('names, counts and lists of the Harz stay empty', async () => {
		for (const text of [
			`select from public.list_need_reports('${harz}')`,
			`select from private.vacancies('${harz}')`
		])
			expect((await trying(cast.foreignPlanner, text)).word).toBe('nothing');
		for (const text of [
			`select from public.list_needs('${harz}')`,
			`select from public.list_barrier_reports('${harz}')`
		])
			expect((await trying(cast.foreignPlanner, text)).word).toBe('NOTFD');
		const { rows } = await trying(
			cast.foreignPlanner,
			`select sum(total)::integer as n from public.need_reports_by_municipality('${harz}')`
		);
		expect(rows).toEqual([{ n: 0 }]);
	});
});

describe('whoever plans in both', () => {
	beforeAll(planHereToo);

	test('does not lead a report to a need of the other authority', async () => {
		const [need] = await sql(
			`insert into public.needs (authority_id, title, field_of_action) values ($1, 'Bedarf des Musterkreises', 'care') returning id, number`,
			[musterkreis]
		);
		const verb = await trying(
			inBoth,
			`select public.assess_need_report('${stage.shared}', 'care', 'district', '${need.number}')`
		);
		const pastIt = await trying(
			inBoth,
			`insert into public.need_report_assessments (report_id, field_of_action, responsible_level, need_id) values ('${stage.id[stage.shared]}', 'care', 'district', '${need.id}')`
		);
		expect([verb.word, pastIt.word]).toEqual(['NOTFD', '23503']);
	});

	test('does not hand a report to an office of the other authority', async () => {
		expect(
			(
				await trying(
					inBoth,
					`select public.hand_over_need_report('${stage.foreign}', '${places.youthOffice}', current_date + 9)`
				)
			).word
		).toBe('NOTFD');
	});

	test('does not settle a need in the other authority’s name', async () => {
		const { word } = await trying(
			inBoth,
			`insert into public.need_settlements (authority_id, need_id, outcome, body) values ('${musterkreis}', '${stage.needId[stage.answeredNeed]}', 'settled', 'x')`
		);
		expect(word).toBe('NOTFD');
	});

	test('corrects only the answer of the same report', async () => {
		await trying(inBoth, `select public.answer_need_report('${stage.foreign}', 'noted', 'x')`);
		const corrects = await sql(
			`select from public.need_report_answers a join public.need_report_answers b on b.id = a.corrects_id where a.report_id <> b.report_id`
		);
		expect(corrects).toEqual([]);
	});
});

describe('links', () => {
	test('a draft joins no report of another authority, nor one its writer cannot see', async () => {
		for (const id of [stage.id[stage.foreign], stage.id[stage.foreignPublic]]) {
			const { rows } = await trying(
				cast.clerk,
				`insert into public.need_report_drafts (organisation_id, joins_report_id) values ('${oberharz}', '${id}') returning joins_report_id`
			);
			expect(rows).toEqual([{ joins_report_id: null }]);
			const moved = await trying(
				cast.clerk,
				`update public.need_report_drafts set joins_report_id = '${id}' where id = '${stage.draft}' returning joins_report_id`
			);
			expect(moved.rows).toEqual([{ joins_report_id: null }]);
		}
	});

	test('an office belongs to its own authority', async () => {
		expect(
			(
				await trying(
					cast.administrator,
					`select public.add_organisation('${harz}', 'office', 'Amt', '${places.musterPlanning}')`
				)
			).word
		).toBe('23503');
		expect(
			(
				await trying(
					cast.administrator,
					`select public.add_organisation('${musterkreis}', 'provider', 'Träger')`
				)
			).word
		).toBe('NOTFD');
		expect(
			(await trying(cast.administrator, `select public.add_post('${musterdorf}', 'clerk', 'Stelle')`)).word
		).toBe('NOTFD');
	});

	test.each([
		[
			'a post',
			`insert into public.posts (authority_id, organisation_id, kind, title) values ('${harz}', '${musterdorf}', 'clerk', 'Stelle') returning authority_id`
		],
		[
			'a holding',
			`insert into public.holdings (authority_id, post_id, person_id, capacity, starts_on) select '${harz}', id, '${cast.stranger}', 'deputy', current_date from public.posts where organisation_id = '${musterdorf}' limit 1 returning authority_id`
		],
		[
			'a draft',
			`insert into public.need_report_drafts (authority_id, organisation_id) values ('${harz}', '${musterdorf}') returning authority_id`
		]
	])('%s is of the authority of what it belongs to, whatever is written', async (_, text) => {
		expect(await sql(text)).toEqual([{ authority_id: musterkreis }]);
	});

	test.each([
		[
			'a report’s organisation',
			`update public.need_reports set organisation_id = '${musterdorf}' where authority_id = '${harz}'`
		],
		[
			'a report’s office',
			`update public.need_reports set office_id = '${places.musterPlanning}' where authority_id = '${harz}'`
		],
		[
			'a post’s organisation',
			`update public.posts set organisation_id = '${musterdorf}' where id = '${places['post of planner']}'`
		],
		[
			'a municipality’s administration',
			`update public.municipalities set administration_id = '${musterdorf}' where authority_id = '${harz}'`
		]
	])('%s cannot lie behind the wall, not even for the owner', async (_, text) => {
		const code = await sql(text).then(
			() => 'changed',
			(error: { code: string }) => error.code
		);
		expect(['23503', 'FINAL']).toContain(code);
	});
});

test('numbers say whose they are and are counted by each authority for itself', async () => {
	const foreign = { writer: cast.foreignClerk, releaser: cast.foreignHead, organisation: musterdorf };
	const [first, second] = [await report({}, foreign), await report({}, foreign)];
	expect([first, second].map((number) => number.slice(0, 8))).toEqual([
		`MK-${new Date().getFullYear()}-`,
		`MK-${new Date().getFullYear()}-`
	]);
	expect(Number(second.split('-')[2]) - Number(first.split('-')[2])).toBe(1);
});
