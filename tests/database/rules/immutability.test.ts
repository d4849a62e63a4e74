import { beforeAll, describe, expect, test } from 'vitest';
import { doing } from '../acting.ts';
import { cast } from '../cast.ts';
import { sql } from '../harness.ts';
import { setStage, type Stage } from '../stage.ts';

/* Nobody edits another's words, the owner of the database neither. Corrections are new entries that refer to the old. */

let stage: Stage;
beforeAll(async () => {
	stage = await setStage();
});

const whatBecameOfIt = [
	'state',
	'assessed_field',
	'responsible_level',
	'need_id',
	'office_id',
	'office_due_on',
	'interim_at',
	'final_at',
	'decision',
	'gap_verdict',
	'gap_asked_at',
	'gap_answered_at',
	'replied_at',
	'contributed_at'
];
/** Links that go when a person or post is deleted; the chronicle keeps the names. */
const links = [
	'written_by',
	'written_in',
	'released_by',
	'released_in',
	'entered_by',
	'entered_in',
	'written_for',
	'for_person_id',
	'person_id',
	'post_id'
];
/** Tables whose words nobody changes, each with the columns that are no words: links, and what became of it. */
const kept: Record<string, string[]> = {
	'private.addressee_link_uses': [],
	'private.addressee_links': ['token_hash', 'revoked_at', 'made_by', 'made_in'],
	'private.audit_entries': [],
	'private.figure_snapshots': [],
	'private.secret_ballots': [],
	'public.attachments': ['draft_id', 'uploaded_by', 'uploaded_in'],
	'public.call_extension_decisions': links,
	'public.call_extensions': links,
	'public.call_notices': [...links, 'written_at', 'letters'],
	'public.call_result_versions': links,
	'public.call_steps': links,
	'public.events': links,
	'public.call_returns': links,
	'public.need_changes': links,
	'public.need_report_answers': links,
	'public.need_report_assessments': links,
	'public.need_report_contacts': links,
	'public.need_report_contributions': links,
	'public.need_report_gap_answers': links,
	'public.need_report_handovers': links,
	'public.need_report_messages': links,
	'public.need_reports': [...whatBecameOfIt, ...links],
	'public.need_settlements': links,
	'public.section_lineage': [],
	'public.section_twins': links,
	'public.statement_dissents': links,
	'public.statement_remarks': [...links, 'point_id'],
	'public.statement_steps': links,
	'public.survey_return_fields': [],
	'public.vote_attendances': links,
	'public.vote_casts': links,
	'public.vote_choices': [],
	'public.vote_conflicts': [...links, 'noted_by'],
	'public.vote_counts': [],
	'public.vote_electors': links,
	'public.vote_items': [],
	'public.vote_results': links,
	'public.vote_substitutions': [...links, 'named_by'],
	'public.votes': [...links, 'person_name', 'meeting_id', 'state', 'outcome', 'closed_at', 'reminded_at']
};

/** All others: settings, what is being written, what follows from the kept ones, secrets and the machinery. */
const changing = `
	private.access_tokens private.address_changes private.call_kinds private.call_obstacles private.call_reminders
	private.call_step_rules private.challenges private.counters private.draft_notices private.feeds
	private.kept_forms private.keys private.mail_groups private.mail_kinds private.mails
	private.link_duties private.notice_kinds private.notices private.passwords private.recovery_codes
	private.retention_rules
	private.recent_acts private.second_factor_offers private.second_factors private.sessions private.sign_ins private.throttles
	public.administration_events public.assistances public.authorities public.barrier_reports public.call_addressees
	public.call_fields public.calls public.circle_members public.circles public.decision_words public.fields_of_action
	public.holdings public.import_headings public.import_lines public.import_rows public.imports public.invitations public.mail_preferences public.meeting_calendars
	public.meetings public.municipalities public.need_report_drafts public.need_report_follow_ups public.needs
	public.organisations public.people public.posts public.round_note_drafts public.round_notes public.short_addresses public.statement_notes public.statement_points public.statements public.survey_questions public.survey_answers public.survey_forms
	public.document_files public.document_readings public.document_versions public.documents public.rounds
	public.section_revisions public.section_texts public.sections
	public.target_groups public.saved_filters public.text_blocks public.text_block_uses private.word_index private.word_parts`;

test('of every table it is said whether its words stay', async () => {
	const tables = await sql<{ name: string }>(
		`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where n.nspname in ('public', 'private') and c.relkind in ('r', 'p') order by 1`
	);
	expect([...Object.keys(kept), ...changing.trim().split(/\s+/)].sort()).toEqual(
		tables.map(({ name }) => name).sort()
	);
});

describe('as the owner', () => {
	test.each(Object.keys(kept))('no word of %s can be changed', async (table) => {
		const changed: string[] = [];
		for (const { column, other } of await columnsOf(table)) {
			const change = sql(`update ${table} set ${column} = ${other}`);
			const code = await change.then(
				() => 'changed',
				(error: { code: string }) => error.code
			);
			if (code !== 'FINAL') changed.push(`${column}: ${code}`);
		}
		expect(changed).toEqual([]);
	});
});

describe('a correction', () => {
	test('of an answer stands beside what it corrects, and both sides read both', async () => {
		await doing(
			cast.planner,
			`select public.answer_need_report('${stage.answered}', 'not_accepted', 'Die Förderung wurde gestrichen.')`
		);
		const rows = await sql(
			`select a.decision, b.decision as corrects from public.need_report_answers a left join public.need_report_answers b on b.id = a.corrects_id
			join public.need_reports r on r.id = a.report_id where r.number = $1 order by a.created_at`,
			[stage.answered]
		);
		expect(rows).toEqual([
			{ decision: 'accepted', corrects: null },
			{ decision: 'not_accepted', corrects: 'accepted' }
		]);
		for (const reader of [cast.clerk, cast.planner, cast.neighbour]) {
			const [{ n } = { n: 0 }] = (await doing(
				reader,
				`select jsonb_array_length(public.need_report('${stage.answered}') -> 'answers') as n`
			)) as { n: number }[];
			expect(n).toBe(2);
		}
		const [event] = await sql(
			`select kind from public.events where subject_id = $1 order by id desc limit 1`,
			[stage.id[stage.answered]]
		);
		expect(event).toEqual({ kind: 'answer_corrected' });
	});

	test('of a report is an addition; the words stay', async () => {
		const before = await sql('select title, description from public.need_reports where number = $1', [
			stage.shared
		]);
		await doing(
			cast.clerk,
			`select public.write_need_report_message('${stage.shared}', 'addition', 'Es sind zwei Orte, nicht einer.')`
		);
		expect(
			await sql('select title, description from public.need_reports where number = $1', [stage.shared])
		).toEqual(before);
	});

	test('the same answer sent twice is no correction', async () => {
		const sending = `select public.answer_need_report('${stage.closed}', 'accepted', 'Ein Standort wird gefördert.')`;
		await doing(cast.planner, sending);
		await doing(cast.deputyPlanner, sending);
		expect(
			await sql(`select from public.need_report_answers where report_id = $1`, [stage.id[stage.closed]])
		).toHaveLength(1);
	});

	test('the chronicle keeps name and title of the time', async () => {
		await doing(cast.planner, `select public.change_name('Frau', 'Petra', 'Neuname')`);
		const [event] = await sql(
			`select person_name, post_title from public.events where subject_id = $1 and kind = 'answered'`,
			[stage.id[stage.settled]]
		);
		expect(event).toEqual({
			person_name: 'Frau Albrecht',
			post_title: 'Sozialplanung, Landkreis Harz, Sozialplanung'
		});
	});
});

/** The columns that hold words, each with another value of its type. A number that draws itself is no word. */
async function columnsOf(table: string): Promise<{ column: string; other: string }[]> {
	const rows = await sql<{ column: string; type: string }>(
		`select quote_ident(attname) as column, format_type(atttypid, null) as type from pg_attribute
		where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''`,
		[table]
	);
	return rows
		.filter(({ column }) => !kept[table]!.includes(column))
		.map(({ column, type }) => {
			if (!(type in otherValues)) throw new Error(`another value of type ${type}?`);
			return { column, other: otherValues[type]! };
		});
}

const otherValues: Record<string, string> = {
	boolean: 'true',
	uuid: 'gen_random_uuid()',
	'uuid[]': 'array[gen_random_uuid()]',
	text: `'Anders'`,
	'text[]': `array['Anders']`,
	date: `'2001-01-01'`,
	'timestamp with time zone': `'2001-01-01'`,
	integer: '7',
	jsonb: `'{"a": 1}'`
};
