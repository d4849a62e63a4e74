import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { become, connection, type Actor } from './acting.ts';
import { sql } from './harness.ts';

/*
 * Pages stay flat only as long as they walk indexes: with 3,000 reports in 100 authorities no page may read a table
 * from end to end, and each must use the index made for it. The database itself says what it does (auto_explain).
 */

const authority = 'a0000001-0000-4000-9000-000000000000';
const organisation = '00000001-0000-4000-9000-000000000001';
const [planner, clerk, head] = [1, 2, 3].map((n) => `10000001-0000-4000-9000-00000000000${n}`) as [
	string,
	string,
	string
];

const administrator = '10000001-0000-4000-9000-000000000004';

let client: pg.PoolClient;
let plans: string[] = [];

beforeAll(async () => {
	for (const file of ['fill.sql', 'fill-calls.sql'])
		await sql(
			`set bench.authorities = '100'; set bench.reports = '30'; ${readFileSync(join(import.meta.dirname, '../bench', file), 'utf8')}`
		);
	await sql(fillAudit);
	client = await connection();
	client.on('notice', ({ message }) => void plans.push(message ?? ''));
	await client.query(
		`load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on`
	);
});
afterAll(() => client.release());

/** An administrator, and 3,000 entries of the audit log in each of its tables for every tenth authority. */
const fillAudit = `
	insert into public.people (id, given_name, family_name, email) values ('${administrator}', 'Erika', 'Messung', 'person-1-4@messung.example');
	insert into private.second_factors (person_id, secret, last_step) values ('${administrator}', repeat('A', 32), 0);
	insert into public.posts (id, authority_id, organisation_id, kind, title)
	values ('20000001-0000-4000-9000-000000000004', '${authority}', '00000001-0000-4000-9000-000000000000', 'administrator', 'Verwaltung');
	insert into public.holdings (post_id, person_id, capacity, starts_on) values ('20000001-0000-4000-9000-000000000004', '${administrator}', 'holder', '2020-01-01');
	insert into private.audit_entries (id, authority_id, kind, created_at) overriding system value
	select 1000000 + n, ('a' || lpad((1 + n % 10)::text, 7, '0') || '-0000-4000-9000-000000000000')::uuid, 'signed_in', now() - n * interval '10 minutes' from generate_series(0, 29999) n;
	insert into public.administration_events (id, authority_id, kind, subject, created_at) overriding system value
	select 1000000 + n, ('a' || lpad((1 + n % 10)::text, 7, '0') || '-0000-4000-9000-000000000000')::uuid, 'x', 'x', now() - n * interval '10 minutes' from generate_series(0, 29999) n;
	analyze private.audit_entries; analyze public.administration_events`;

/** All plans of a statement and of the statements in the functions it calls. */
async function plansOf(actor: Actor, text: string): Promise<string> {
	plans = [];
	await client.query('begin');
	await become(client, actor);
	await client.query('set local client_min_messages = log');
	await client.query(text).finally(() => client.query('rollback'));
	return plans.join('\n');
}

const large =
	/Seq Scan on (public\.|private\.)?(need_reports|need_report_messages|need_report_answers|word_index|events|needs|short_addresses|organisations|holdings|posts|people|call_addressees|call_notices|call_returns|survey_return_fields|meetings|audit_entries|administration_events)\b/;

test.each<[page: string, actor: Actor, text: string, indexes: RegExp[]]>([
	[
		'the list as it opens',
		planner,
		`select * from public.list_need_reports('${authority}')`,
		[/need_reports_authority_id_received_at/]
	],
	[
		'the clerk’s list',
		clerk,
		`select * from public.list_need_reports('${authority}')`,
		[/need_reports_authority_id_received_at/]
	],
	[
		'the list by due date',
		planner,
		`select * from public.list_need_reports('${authority}', p_sort => 'due')`,
		[/need_reports_authority_id_final_due_on/]
	],
	[
		'one report',
		planner,
		`select public.need_report('MAB-2025-13')`,
		[/need_reports_number_key/, /events_subject_kind_subject_id/]
	],
	[
		'one report for its clerk',
		clerk,
		`select public.need_report('MAB-2025-13')`,
		[/need_reports_number_key/]
	],
	[
		'the planner’s start page',
		planner,
		`select public.start_page()`,
		[
			/need_reports_new/,
			/need_reports_open_final/,
			/need_reports_open_interim/,
			/events_authority_id_created_at/
		]
	],
	[
		'the clerk’s start page',
		clerk,
		`select public.start_page()`,
		[/need_reports_waiting/, /events_organisation_id_created_at/]
	],
	[
		'the public figures',
		null,
		`select public.public_overview('${authority}')`,
		[/need_reports_public/, /figure_snapshots/]
	],
	['a public report', null, `select public.public_need_report('MAB-2025-3')`, [/need_reports_number_key/]],
	['the map', planner, `select * from public.need_reports_by_municipality('${authority}')`, []],
	['the pool', planner, `select * from public.list_needs('${authority}')`, [/needs_authority_id/]],
	[
		'the choices of an assessment',
		planner,
		`select public.assessment_options('MAB-2025-13')`,
		[/needs_authority_id/]
	],
	[
		'the list of calls',
		planner,
		`select public.list_calls('${authority}')`,
		[/calls_authority_id_created_at/, /call_addressees_/]
	],
	[
		'the ledger of 220 addressees and twelve fields',
		planner,
		`select public.call_ledger('${authority}', 'messung')`,
		[/call_addressees_authority_id_call_id/, /survey_return/, /meetings_organisation_id_starts_at/]
	],
	[
		'all answers to a field',
		planner,
		`select public.survey_field('${authority}', 'messung', 1)`,
		[/survey_return/]
	],
	['all answers', planner, `select public.call_answers('${authority}', 'messung')`, [/survey_return/]],
	['the record', planner, `select public.call_record('${authority}', 'messung')`, [/survey_return/]],
	[
		'the audit log',
		administrator,
		`select * from public.list_audit_log('${authority}')`,
		[/audit_entries_authority_id_created_at/, /administration_events_authority_id_created_at/]
	],
	[
		'the audit log after a sign-in',
		administrator,
		`select * from public.list_audit_log('${authority}', null, null, 'a1010000')`,
		[/audit_entries_pkey/, /audit_entries_authority_id_created_at.*\n.*Index Cond: .*created_at <= '/]
	],
	[
		'the audit log after a change of rights',
		administrator,
		`select * from public.list_audit_log('${authority}', null, null, 'r1010000')`,
		[
			/administration_events_pkey/,
			/administration_events_authority_id_created_at.*\n.*Index Cond: .*created_at <= '/
		]
	],
	[
		'search by words',
		planner,
		`select * from public.list_need_reports('${authority}', '{"search": "Haltestelle"}', 'best')`,
		[/word_index_authority_id_subject_kind_words/]
	],
	[
		'similar reports',
		clerk,
		`select * from public.similar_need_reports('${organisation}', 'Die Haltestelle ist ohne Bord')`,
		[]
	]
])('%s reads no table from end to end', async (_, actor, text, indexes) => {
	const found = await plansOf(actor, text);
	expect(found).not.toBe('');
	expect(found.split('\n').filter((line) => large.test(line))).toEqual([]);
	for (const index of indexes) expect(found).toMatch(index);
});

test('a release reads no table from end to end', async () => {
	const [draft] = await sql<{
		id: string;
	}>(`insert into public.need_report_drafts (organisation_id, answers, written_by) values ('${organisation}',
		'{"title": "Ein Titel", "field_of_action": "care", "target_groups": ["all"], "locality": "Ort", "description": "Eine lange Beschreibung.", "affected_range": "unknown",
		"urgency": "acute", "visibility": "public"}', '${clerk}') returning id`);
	const found = await plansOf(head, `select public.release_need_report('${draft!.id}', 0)`);
	expect(found).toContain('need_report_drafts_pkey');
	expect(found.split('\n').filter((line) => large.test(line))).toEqual([]);
});
