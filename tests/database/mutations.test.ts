import { beforeAll, describe, expect, test } from 'vitest';
import { become, connection, type Actor } from './acting.ts';
import { cast, harz, musterdorf, musterkreis, oberharz, seniorCouncil } from './cast.ts';
import { stepping } from './round-stage.ts';
import { attaching, setStage, type Stage } from './stage.ts';

/*
 * A test that cannot fail is a defect. Here each rule is broken once, in a transaction that is taken back: the attempt
 * that the rule stops must then go through. Rules by their numbers in the product description.
 */

let stage: Stage;
beforeAll(async () => {
	stage = await setStage();
});

type Mutation = {
	rule: string;
	/** What a careless change might do. */
	broken: string;
	actor?: Actor;
	/** The attempt; with an array each is made in turn and the last one counts. */
	tries: (s: Stage) => string | string[];
	holds: string;
	fails: string;
};

const openPolicy = (table: string, command = 'select') =>
	`create policy "careless ${command}" on public.${table} for ${command} to authenticated using (true)`;
const withoutTrigger = (table: string, trigger: string) =>
	`alter table public.${table} disable trigger ${trigger}`;
/** Breaks one place of a function, however its lines are broken. */
const inFunction = (name: string, from: string, to: string) => `do $do$
	declare f text := (select pg_get_functiondef(oid) from pg_proc where oid::regprocedure::text = '${name.replaceAll(', ', ',')}');
	begin
		if f is null or f !~ $from$${anyLines(from)}$from$ then raise exception 'nothing to break in ${name}'; end if;
		execute regexp_replace(f, $from$${anyLines(from)}$from$, $to$${to.replaceAll('\\', '\\\\')}$to$);
	end $do$`;
const anyLines = (text: string) =>
	(text.match(/\w+|\W/g) ?? [])
		.filter((word) => word.trim() !== '')
		.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
		.join('\\s*');
const inPolicy = (table: string, policy: string, from: string, to: string) => `do $do$
	declare q text := (select qual from pg_policies where tablename = '${table}' and policyname = '${policy}');
	begin
		if coalesce(strpos(q, '${from}'), 0) = 0 then raise exception 'nothing to break in ${policy}'; end if;
		execute format('alter policy %I on public.${table} using (%s)', '${policy}', replace(q, '${from}', '${to}'));
	end $do$`;

const unopened = '60000000-0000-4000-8000-0000000000ff';

const mutations: Mutation[] = [
	{
		rule: '3 a vote is invisible outside its body',
		broken: openPolicy('votes'),
		actor: cast.planner,
		tries: (s) => `select public.vote('${s.runningVote}')`,
		holds: 'NOTFD',
		fails: 'yes'
	},
	{
		rule: '3 nobody reads how another votes while a vote runs',
		broken: openPolicy('vote_choices'),
		actor: cast.councilOffice,
		tries: (s) => `select from public.vote_choices where vote_id = '${s.begunVote}'`,
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: '4 a result of a vote stays as it is',
		broken: withoutTrigger('vote_counts', 'keep_words'),
		tries: () => `update public.vote_counts set yes = 0, abstained = yes + abstained`,
		holds: 'FINAL',
		fails: 'yes'
	},
	{
		rule: '5 who steps in votes, and the member no longer does',
		broken: inFunction('private.may_act_for(vote_electors)', 's.elector_id is not null', 'false'),
		actor: cast.councilChair,
		tries: (s) =>
			`select 1 from (select public.cast_vote('${s.steppedVote}', '${s.steppedSeat}', gen_random_uuid(), '{"1": "yes"}') offset 0) as x`,
		holds: 'RULED',
		fails: 'yes'
	},
	{
		rule: '5 too few decide nothing',
		broken: inFunction('private.counted(votes, uuid[], jsonb, jsonb)', 'n.present < q.needed', 'false'),
		actor: cast.councilOffice,
		tries: (s) => [
			`select public.enter_session_vote('${s.sessionVote}', gen_random_uuid(), jsonb_build_object('heldOn', private.today(),
				'present', (select jsonb_agg(id) from public.vote_electors where vote_id = '${s.sessionVote}' and place = 1), 'counts', '{"1": {"yes": 1, "no": 0, "abstained": 0}}'::jsonb))`,
			`select from public.votes where id = '${s.sessionVote}' and outcome = 'carried'`
		],
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: '4 a vote is cast once',
		broken: inFunction(
			'private.elector_in(votes, uuid)',
			'exists (select from public.vote_casts c where c.elector_id = e.id)',
			'false'
		),
		actor: cast.councilMember,
		tries: (s) =>
			`select public.cast_vote(e.vote_id, e.id, gen_random_uuid(), '{"1": "yes"}') from public.vote_electors e where e.vote_id = '${s.begunVote}' and e.person_id = private.person_id()`,
		holds: 'RULED',
		fails: '23505'
	},
	{
		rule: '3 the sum of a vote is told once what it decided is submitted',
		broken: inFunction('private.vote_summary(uuid)', 'v_is_told is not true', 'false'),
		actor: cast.planner,
		tries: (s) => `select from private.vote_summary('${s.closedVote}') x where x is not null`,
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: '1 an answer has a reason',
		broken: `alter table public.need_report_answers drop constraint need_report_answers_reason_check`,
		actor: cast.planner,
		tries: (s) =>
			`insert into public.need_report_answers (report_id, decision, reason) values ('${s.id[s.shared]}', 'noted', '')`,
		holds: '23514',
		fails: 'yes'
	},
	{
		rule: '1 a need is not settled while a report has no answer',
		broken: inFunction('private.stamp_settlement()', 'r.final_at is null', 'false'),
		actor: cast.planner,
		tries: (s) => `select public.settle_need('${s.unansweredNeed}', 'Ist getan.')`,
		holds: 'RULED',
		fails: 'yes'
	},
	{
		rule: '1 a settled need takes no report',
		broken: inFunction('private.after_assessment()', 'settled_at is not null', 'false'),
		actor: cast.planner,
		tries: (s) =>
			`select public.assess_need_report('${s.inDistrict}', 'care', 'district', '${s.settledNeed}')`,
		holds: 'RULED',
		fails: 'yes'
	},
	{
		rule: '1 a need merged into another takes no report',
		broken: inFunction('private.after_assessment()', 'heir_id is not null', 'false'),
		actor: cast.planner,
		tries: (s) => [
			`select public.merge_need('${s.answeredNeed}', '${s.unansweredNeed}', 'Dasselbe.')`,
			`select public.assess_need_report('${s.inDistrict}', 'care', 'district', '${s.answeredNeed}')`
		],
		holds: 'RULED',
		fails: 'yes'
	},
	{
		rule: '1 a need that is split keeps a report',
		broken: inFunction(
			'private.stamp_need_change()',
			'cardinality(new.report_ids) = cardinality(v_all)',
			'false'
		),
		actor: cast.planner,
		tries: (s) =>
			`select public.split_need('${s.answeredNeed}', 'Für sich', array['${s.answered}'], 'Eigenes.')`,
		holds: 'RULED',
		fails: 'yes'
	},
	{
		rule: '4 nobody takes back what another has done',
		broken: inFunction('private.take_back(text, uuid, text)', 'x.person_id = private.person_id()', 'true'),
		actor: cast.deputyPlanner,
		tries: (s) => `select public.take_back('${s.fresh}', '${s.freshAnswer}')`,
		holds: 'NOTFD',
		fails: 'yes'
	},
	{
		rule: '9 what something followed on is not taken back',
		broken: inFunction('private.why_it_stays(private.recent_acts)', 'e.id > v_event.id', 'false'),
		actor: cast.planner,
		tries: (s) => [
			`select public.write_need_report_message('${s.fresh}', 'interim_status', 'Ein Satz.')`,
			`select public.take_back('${s.fresh}', '${s.freshAnswer}')`
		],
		holds: 'RULED',
		fails: 'yes'
	},
	{
		rule: '4 an answer for several reports overwrites none',
		broken: inFunction(
			'answer_need_reports(text, text, text, text, jsonb, uuid[])',
			'exists (select from public.need_report_answers a where a.report_id = r.id)',
			'false'
		),
		actor: cast.planner,
		tries: (s) =>
			`select 1 from (select public.answer_need_reports('${s.answeredNeed}', 'noted', 'Anders.', null, '[{"number": "${s.answered}"}]') offset 0) as x`,
		holds: 'RULED',
		fails: 'yes'
	},
	{
		rule: '1 a call is not closed while a report made in it has no answer',
		broken: inFunction('private.is_without_answers(calls)', 'r.final_at is null', 'false'),
		actor: cast.planner,
		tries: (s) =>
			`select 1 from (select public.take_call_step('${harz}', '${s.unansweredCall}', 'closed') offset 0) as x`,
		holds: 'RULED',
		fails: 'yes'
	},
	{
		rule: '2 the clock stops at the first answer',
		broken: inFunction('private.after_answer()', 'coalesce(final_at, new.created_at)', 'new.created_at'),
		actor: cast.planner,
		tries: (s) => [
			`select public.answer_need_report('${s.closed}', 'noted', 'Anders')`,
			`select from public.need_reports r join public.need_report_answers a on a.report_id = r.id and a.corrects_id is null where number = '${s.closed}' and r.final_at > a.created_at`
		],
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: '3 a draft is invisible to planners',
		broken: openPolicy('need_report_drafts'),
		actor: cast.planner,
		tries: (s) => `select public.need_report_draft('${s.draft}')`,
		holds: 'NOTFD',
		fails: 'yes'
	},
	{
		rule: '3 what waits for release is no planner’s news',
		broken: openPolicy('events'),
		actor: cast.planner,
		tries: (s) => `select from public.events where subject_id = '${s.handedIn}'`,
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: '3 a file of a draft is invisible to planners',
		broken: openPolicy('attachments'),
		actor: cast.planner,
		tries: (s) => `select from public.attachments where id = '${s.draftFile}'`,
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: '3 a report that is shared does not share its files',
		broken: inPolicy('attachments', 'people read the files of what they see', 'is_shared AND', ''),
		actor: cast.neighbour,
		tries: (s) => `select from public.attachments where id = '${s.participantsFile}'`,
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: '3 a public report does not publish its files',
		broken: inPolicy('attachments', 'everybody reads the files of what is public', 'is_shared AND', ''),
		actor: cast.anonymous,
		tries: (s) => `select id from public.attachments where id = '${s.openFile}'`,
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: '3 only the head releases',
		broken: inFunction('private.releasing_kinds()', `'releasing_head'`, `'clerk'`),
		actor: cast.clerk,
		tries: (s) => `select public.release_need_report('${s.handedIn}', 1)`,
		holds: 'RULED',
		fails: 'yes'
	},
	{
		rule: '3 what is being filled in is the addressee’s own',
		broken: openPolicy('survey_answers'),
		actor: cast.planner,
		tries: (s) => `select from public.survey_answers where addressee_id = '${s.addressee}'`,
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: '3 an addressee sees itself in the ledger and nobody else',
		broken: openPolicy('call_addressees'),
		actor: cast.neighbour,
		tries: (s) => `select from public.call_addressees where id = '${s.addressee}'`,
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: '3 a room is invisible to planners',
		broken: openPolicy('round_notes'),
		actor: cast.planner,
		tries: (s) => `select from public.round_notes where id = '${s.roundNote}'`,
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: '3 a statement at work is invisible to planners',
		broken: openPolicy('statements'),
		actor: cast.planner,
		tries: (s) => `select body from public.statement_points where id = '${s.workPoint}'`,
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: '4 no note is left out of a statement in silence',
		broken: inFunction(
			'private.refuse_step(statements, text)',
			'exists (select from private.unplaced_notes(s.id))',
			'false'
		),
		actor: cast.councilOffice,
		tries: (s) => stepping(s.workStatement, 'frozen'),
		holds: 'RULED',
		fails: 'yes'
	},
	{
		rule: '4 nothing is signed that was not decided',
		broken: inFunction(
			'private.refuse_step(statements, text)',
			'private.has_body(s.organisation_id)',
			'false'
		),
		actor: cast.councilChair,
		tries: (s) => stepping(s.frozenStatement, 'signed'),
		holds: 'RULED',
		fails: 'yes'
	},
	{
		rule: '4 the owner cannot change a submitted statement either',
		broken: withoutTrigger('statements', 'keep'),
		tries: (s) => `update public.statements set wording = '{}' where id = '${s.submittedStatement}'`,
		holds: 'FINAL',
		fails: 'yes'
	},
	{
		rule: '4 the owner cannot change a point of it either',
		broken: withoutTrigger('statement_points', 'stamp'),
		tries: (s) => `update public.statement_points set body = 'Anders' where id = '${s.submittedPoint}'`,
		holds: 'NOTFD',
		fails: 'yes'
	},
	{
		rule: '4 the owner cannot change a return either',
		broken: withoutTrigger('survey_return_fields', 'keep_words'),
		tries: (s) =>
			`update public.survey_return_fields set outcome = 'not_competent' where addressee_id = '${s.closedAddressee}'`,
		holds: 'FINAL',
		fails: 'yes'
	},
	{
		rule: '4 the owner cannot change a step of a call either',
		broken: withoutTrigger('call_steps', 'keep_words'),
		tries: () => `update public.call_steps set body = 'Anders'`,
		holds: 'FINAL',
		fails: 'yes'
	},
	{
		rule: '4 nobody has a right to change a report',
		broken: `grant update on public.need_reports to authenticated; ${openPolicy('need_reports', 'update')}; ${withoutTrigger('need_reports', 'keep_submitted_words')}`,
		actor: cast.planner,
		tries: (s) => `update public.need_reports set title = 'Anders' where number = '${s.shared}'`,
		holds: '42501',
		fails: 'yes'
	},
	{
		rule: '4 the owner cannot change a report either',
		broken: withoutTrigger('need_reports', 'keep_submitted_words'),
		tries: (s) => `update public.need_reports set title = 'Anders' where number = '${s.shared}'`,
		holds: 'FINAL',
		fails: 'yes'
	},
	{
		rule: '4 the owner cannot change an answer either',
		broken: withoutTrigger('need_report_answers', 'keep_words'),
		tries: (s) =>
			`update public.need_report_answers set reason = 'Anders' where report_id = '${s.id[s.answered]}'`,
		holds: 'FINAL',
		fails: 'yes'
	},
	{
		rule: '4 a meeting that has taken place stays as it was announced',
		broken: withoutTrigger('meetings', 'stamp_change'),
		actor: cast.clerk,
		tries: () =>
			`update public.meetings set title = 'Anders' where organisation_id = '${oberharz}' and starts_at < now()`,
		holds: 'RULED',
		fails: 'yes'
	},
	{
		rule: '4 nobody announces a meeting that has been',
		broken: inFunction(
			'private.require_time_to_come(timestamp with time zone)',
			'p_starts_at <= private.now()',
			'false'
		),
		actor: cast.clerk,
		tries: () =>
			`insert into public.meetings (organisation_id, starts_at, title, uid) values ('${oberharz}', now() - interval '1 day', 'Sitzung', 'x')`,
		holds: 'RULED',
		fails: 'yes'
	},
	{
		rule: '5 a planner does not write in a calendar that is kept',
		broken: inFunction(
			'private.may_keep_calendar(uuid)',
			'not private.has_calendar_keeper(p_organisation)',
			'true'
		),
		actor: cast.planner,
		tries: () =>
			`select public.add_meeting('${seniorCouncil}', now() + interval '9 days', null, 'Sitzung', null, null, true)`,
		holds: 'NOTFD',
		fails: 'yes'
	},
	{
		rule: '14 a calendar is read by its members and the planning',
		broken: openPolicy('meetings'),
		actor: cast.foreignPlanner,
		tries: () => `select from public.meetings where organisation_id = '${oberharz}'`,
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: '4 a submitted file is not removed',
		broken: openPolicy('attachments', 'delete'),
		actor: cast.clerk,
		tries: (s) => `delete from public.attachments where id = '${s.openSharedFile}'`,
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: '4 the owner cannot change a submitted file either',
		broken: withoutTrigger('attachments', 'keep_attachment'),
		tries: (s) => `update public.attachments set sha256 = repeat('f', 64) where id = '${s.openFile}'`,
		holds: 'FINAL',
		fails: 'yes'
	},
	{
		rule: '4 a file that was not seen is not released',
		broken: withoutTrigger('attachments', 'after_attachment'),
		actor: cast.head,
		tries: (s) => [attaching(s.handedIn), `select public.release_need_report('${s.handedIn}', 1)`],
		holds: 'STALE',
		fails: 'yes'
	},
	{
		rule: '5 an ended term gives no rights',
		broken: inFunction('private.is_standing(holdings)', 'h.ended_at is null and', ''),
		actor: cast.dismissedPlanner,
		tries: (s) => `select public.need_report('${s.inDistrict}')`,
		holds: 'NOTFD',
		fails: 'yes'
	},
	{
		rule: '5 who planned once reads no ledger',
		broken: inFunction('private.is_standing(holdings)', 'h.ended_at is null and', ''),
		actor: cast.dismissedPlanner,
		tries: (s) => `select public.call_ledger('${harz}', '${s.openCall}')`,
		holds: 'NOTFD',
		fails: 'yes'
	},
	{
		rule: '3 what an addressee returned is read by who asked, and by no other addressee',
		broken: inFunction('private.survey_answers_of(uuid, uuid[], text)', 'and private.plans_call(p_call)', ''),
		actor: cast.clerk,
		tries: (s) =>
			`select from private.survey_answers_of((select id from public.calls where slug = '${s.openCall}'))`,
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: '6 a late answer is recorded as late',
		broken: inFunction(
			'private.give_return(uuid, text, text, text, date, uuid, uuid)',
			'r.created_at > a.due_at',
			'false'
		),
		actor: cast.head,
		tries: (s) => [
			`select private.return_survey('${s.lateAddressee}', '[{"field": "care", "outcome": "nil_return"}]')`,
			`select from public.call_returns where addressee_id = '${s.lateAddressee}' and not is_late`
		],
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: '3 what an addressee returned is searched by who asked and by itself, and by no other',
		broken: inFunction(
			'private.found_answers(uuid, text)',
			'v_plans or f.organisation_id in (select private.my_organisations())',
			'true'
		),
		actor: cast.neighbour,
		tries: (s) =>
			`select from jsonb_array_elements(public.survey_search('${harz}', '${s.openCall}', 'no') -> 'found')`,
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: '3 files beside a result for those asked are read by nobody else',
		broken: inFunction(
			'private.reads_what_came(uuid)',
			'private.plans_call(c.id) or private.reads_result(c)',
			'true'
		),
		actor: cast.neighbour,
		tries: (s) => `select from public.attachments where id = '${s.askedFile}'`,
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: '9 a result is corrected by planners only',
		broken: inFunction(
			'private.correct_result(uuid, uuid, text, text, integer)',
			'private.plans_call(p_call)',
			'true'
		),
		actor: cast.clerk,
		tries: (s) =>
			`select 1 from (select private.correct_result((select id from public.calls where slug = '${s.publishedCall}'), gen_random_uuid(), 'Neu', 'Falsch', 2) offset 0) as x`,
		holds: 'NOTFD',
		fails: 'yes'
	},
	{
		rule: '6 a nil return is an answer',
		broken: inFunction(
			'private.write_survey_return(uuid, jsonb, text, text, date, uuid)',
			`c.outcome in ('needs', 'answered')`,
			'true'
		),
		actor: cast.planner,
		tries: (s) => [
			`select public.enter_survey_return('${s.lateAddressee}', '[{"field": "care", "outcome": "nil_return"}, {"field": "youth", "outcome": "nil_return"}]', 'phone', 'Frau Kern', null)`,
			`select from public.call_addressees where id = '${s.lateAddressee}' and outcome = 'submitted'`
		],
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: '7 what the planning enters never reads as the addressee’s own word',
		broken: inFunction(
			'private.return_survey(uuid, jsonb, text, text, date, uuid)',
			'private.releases_for_addressee(p_addressee)',
			'true'
		),
		actor: cast.planner,
		tries: (s) =>
			`select private.return_survey('${s.lateAddressee}', '[{"field": "care", "outcome": "nil_return"}]')`,
		holds: 'NOTFD',
		fails: 'yes'
	},
	{
		rule: '6 a link without sign-in is made by planners',
		broken: inFunction(
			'private.make_link(uuid, uuid, text, text, integer, text)',
			'private.plans_addressee(p_addressee)',
			'true'
		),
		actor: cast.clerk,
		tries: (s) =>
			`select public.make_addressee_link(gen_random_uuid(), '${s.addressee}', 'receipt', 'Frau Thiele', 30, repeat('c', 64))`,
		holds: 'NOTFD',
		fails: 'yes'
	},
	{
		rule: '6 a link without sign-in ends with its call',
		broken: inFunction('private.link_state(private.addressee_links)', `c.state <> 'open'`, 'false'),
		tries: () =>
			`select from (select public.addressee_link_find(encode(sha256('closedLink'), 'hex')) as found) x where found is not null`,
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: '6 what was done by a link is done once',
		broken: inFunction(
			'addressee_link_use(text, uuid, text, jsonb)',
			`private.link_state(l) = 'done'`,
			'false'
		),
		tries: () =>
			`select public.addressee_link_use(encode(sha256('usedLink'), 'hex'), gen_random_uuid(), 'Frau Thiele', '{"youth": {"outcome": "needs", "answers": {}, "unknown": []}}')`,
		holds: 'FINAL',
		fails: '23505'
	},
	{
		rule: '14 a call stays within its authority',
		broken: openPolicy('calls'),
		actor: cast.foreignPlanner,
		tries: (s) => `select from public.calls where slug = '${s.openCall}'`,
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: '5 a term that is over gives no rights',
		broken: inFunction('private.is_standing(holdings)', 'h.ends_on >= private.today()', 'true'),
		actor: cast.formerClerk,
		tries: (s) => `select public.need_report_draft('${s.draft}')`,
		holds: 'NOTFD',
		fails: 'yes'
	},
	{
		rule: '5 a term that has not begun gives no rights',
		broken: inFunction('private.is_current(holdings)', 'h.starts_on <= private.today()', 'true'),
		actor: cast.futureClerk,
		tries: (s) => `select public.need_report_draft('${s.draft}')`,
		holds: 'NOTFD',
		fails: 'yes'
	},
	{
		rule: '5 an abolished post gives no rights',
		broken: inFunction('private.held_posts()', 'and p.abolished_on is null', ''),
		actor: cast.clerkOfAbolishedPost,
		tries: (s) => `select public.need_report_draft('${s.draft}')`,
		holds: 'NOTFD',
		fails: 'yes'
	},
	{
		rule: '3 an assistant does not release',
		broken: inFunction('private.assisted_posts(uuid)', `'writing_assistant'`, 'p.kind'),
		actor: cast.chairAssistant,
		tries: (s) => `select public.release_need_report('${s.councilDraft}', 1)`,
		holds: 'RULED',
		fails: 'yes'
	},
	{
		rule: '5 an assistance that was ended gives no rights',
		broken: inFunction('private.is_open(timestamp with time zone, date)', 'p_revoked_at is null', 'true'),
		actor: cast.formerAssistant,
		tries: (s) => `select public.need_report_draft('${s.councilDraft}')`,
		holds: 'NOTFD',
		fails: 'yes'
	},
	{
		rule: '7 what an assistant writes names the member too',
		broken: withoutTrigger('need_report_drafts', 'stamp_written_for'),
		actor: cast.chairAssistant,
		tries: (s) => [
			`select public.start_need_report('00000000-0000-4000-8000-000000000010', '${s.shared}')`,
			`select from public.need_report_drafts where written_by = '${cast.chairAssistant}' and written_for is null`
		],
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: '5 the last administrator stays',
		broken: withoutTrigger('holdings', 'keep_an_administrator'),
		actor: cast.administrator,
		tries: () => `update public.holdings set ended_at = now() where person_id = '${cast.administrator}'`,
		holds: 'RULED',
		fails: 'yes'
	},
	{
		rule: '5 a planner without a second factor has no rights',
		broken: inFunction('private.held_posts()', `p.kind not in ('planner', 'administrator')`, 'true'),
		tries: () => [
			`delete from private.second_factors where person_id = '${cast.foreignPlanner}'`,
			`select set_config('request.jwt.claims', '{"sub": "${cast.foreignPlanner}"}', true)`,
			`select from private.my_posts()`
		],
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: '5 no session past the second factor',
		broken: inFunction(
			'session_create(text,uuid,text,timestamp with time zone,text)',
			'if not found then',
			'if false then'
		),
		tries: () =>
			`select public.session_create(repeat('c', 64), '${cast.foreignPlanner}', '', now() + interval '1 day')`,
		holds: 'EXPIR',
		fails: 'yes'
	},
	{
		rule: '5 a code of the second factor counts once',
		broken: inFunction('private.use_factor(uuid,bigint,text)', 'and last_step < p_step', ''),
		tries: () => [
			`select private.use_factor('${cast.foreignPlanner}', 7, null)`,
			`select where private.use_factor('${cast.foreignPlanner}', 7, null)`
		],
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: '4 a name may leave the chronicle, never become another',
		broken: withoutTrigger('events', 'keep_words'),
		tries: (s) =>
			`update public.events set person_name = 'Frau Anders' where subject_id = '${s.id[s.shared]}'`,
		holds: 'FINAL',
		fails: 'yes'
	},
	{
		rule: '14 an account goes only with a fresh proof',
		broken: inFunction(
			'private.require_proof(uuid,uuid)',
			'not private.is_proven(p_person, p_session)',
			'false'
		),
		tries: () => `select public.account_delete('${cast.stranger}', gen_random_uuid())`,
		holds: 'RULED',
		fails: 'yes'
	},
	{
		rule: '7 nobody claims another writer',
		broken: `grant insert (written_by) on public.need_reports to authenticated`,
		actor: cast.head,
		tries: (
			s
		) => `insert into public.need_reports (id, organisation_id, written_by, title, field_of_action, target_groups, locality, description, affected_range, urgency, visibility)
			values ('${s.handedIn}', '${oberharz}', '${cast.neighbour}', 'Titel', 'care', array['all'], 'Ort', 'Eine lange Beschreibung', 'unknown', 'acute', 'public')`,
		holds: '42501',
		fails: 'yes'
	},
	{
		rule: '3 planners submit transcriptions, never an organisation’s own draft',
		broken: `${openPolicy('need_report_drafts')}; ${inFunction('release_need_report(uuid,integer)', 'not v.is_transcription and', 'false and')}; drop policy "releasers submit, planners what was given to them" on public.need_reports; create policy careless on public.need_reports for insert to authenticated with check (true); ${openPolicy('need_report_drafts', 'update')}; create policy careless on public.need_report_drafts for delete to authenticated using (true)`,
		actor: cast.planner,
		tries: (s) => `select public.release_need_report('${s.handedIn}', 1)`,
		holds: 'NOTFD',
		fails: 'yes'
	},
	{
		rule: '3 a transcription is not the organisation’s before it is submitted',
		broken: openPolicy('need_report_drafts'),
		actor: cast.head,
		tries: (s) => `select public.need_report_draft('${s.transcript}')`,
		holds: 'NOTFD',
		fails: 'yes'
	},
	{
		rule: '7 a letter is not from the future',
		broken: inFunction('private.check_source(text,date,text)', 'p_received_on > private.today()', 'false'),
		actor: cast.planner,
		tries: () =>
			`select public.start_need_report_for('${oberharz}', 'letter', private.today() + 1, 'Herr Voß')`,
		holds: 'RULED',
		fails: 'yes'
	},
	{
		rule: '7 a letter is not older than a year',
		broken: inFunction('private.check_source(text,date,text)', `interval '1 year'`, `interval '9 years'`),
		actor: cast.planner,
		tries: () =>
			`select public.start_need_report_for('${oberharz}', 'letter', private.today() - 400, 'Herr Voß')`,
		holds: 'RULED',
		fails: 'yes'
	},
	{
		rule: '7 planners do not write as if the organisation had',
		broken: `drop policy "each side writes its own kind, planners also what they were told" on public.need_report_messages; create policy careless on public.need_report_messages for insert to authenticated with check (true)`,
		actor: cast.planner,
		tries: (s) =>
			`insert into public.need_report_messages (report_id, kind, body) values ('${s.id[s.clarifying]}', 'reply', 'x')`,
		holds: '42501',
		fails: 'yes'
	},
	{
		rule: '8 a small number is hidden',
		broken: inFunction('private.rounded(jsonb,integer,bytea)', 'when shown >= p_small', 'when shown > 0'),
		tries: () =>
			`select from private.rounded('[{"kind": "sum", "key": "reports", "known": 3, "rest": 0}]', 5, '\\x00') f where f -> 'sum' -> 'reports' <> 'null'`,
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: '8 a number that adding up would tell is not published',
		broken: inFunction('private.rounded(jsonb,integer,bytea)', 'choices < 3', 'false'),
		tries: () =>
			`select from generate_series(1, 99) s, private.rounded('[{"kind": "sum", "key": "reports", "known": 0, "rest": 6}, {"kind": "sum", "key": "answered", "known": 0, "rest": 6},
				{"kind": "open", "key": "received", "known": 0, "rest": 0}, {"kind": "open", "key": "clarification", "known": 0, "rest": 0}]', 5, int4send(s)) f
				where f -> 'sum' -> 'answered' = '10'`,
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: '8 figures of a month are taken once',
		broken: inFunction('take_figures()', 'not exists', 'exists'),
		tries: () => [
			`alter table private.figure_snapshots drop constraint figure_snapshots_pkey`,
			`select public.take_figures()`,
			`select from private.figure_snapshots group by authority_id having count(*) > 1`
		],
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: 'nobody corrects a colleague’s answer unseen',
		broken: inFunction(
			'answer_need_report(text,text,text,text,text,uuid[])',
			'if p_seen <> ',
			'if false and p_seen <> '
		),
		actor: cast.planner,
		tries: (s) =>
			`select public.answer_need_report('${s.answered}', 'noted', 'Ein anderer Grund.', null, '')`,
		holds: 'RULED',
		fails: 'yes'
	},
	{
		rule: 'whoever guesses elsewhere holds up nobody',
		broken: inFunction('private.hold_back(text,text,text,text,integer,integer)', 'p_limit, ', '0, '),
		tries: () => `select private.hold_back('password', 'account', 'here', null, 8, 60)`,
		holds: 'yes',
		fails: 'LIMIT'
	},
	{
		rule: '7 a report that came by file says so',
		broken: inFunction('commit_import(uuid)', `'given_by'], 'import'`, `'given_by'], 'email'`),
		actor: cast.planner,
		tries: (s) => [
			`select public.request_import('${s.readImport}')`,
			`select public.commit_import('${s.readImport}')`,
			`select from public.need_reports r join public.import_rows i on i.result = r.number where i.import_id = '${s.readImport}' and r.channel <> 'import'`
		],
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: '14 a file is read by its own authority only',
		broken: openPolicy('imports'),
		actor: cast.foreignPlanner,
		tries: (s) => `select from public.imports where id = '${s.readImport}'`,
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: '14 what headings mean is read in its own organisation only',
		broken: openPolicy('import_headings'),
		actor: cast.foreignPlanner,
		tries: () => `select from public.import_headings where heading = 'Wo genau'`,
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: 'a file is taken over by who uploaded it',
		broken: inFunction('private.import_of_mine(uuid)', 'and uploaded_by = private.person_id()', ''),
		actor: cast.deputyPlanner,
		tries: (s) => `select private.import_of_mine('${s.readImport}')`,
		holds: 'NOTFD',
		fails: 'yes'
	},
	{
		rule: 'a file with problems is not taken over',
		broken: inFunction('request_import(uuid)', `problems <> '[]'`, 'false'),
		actor: cast.planner,
		tries: (s) => `select public.request_import('${s.wrongImport}')`,
		holds: 'RULED',
		fails: 'yes'
	},
	{
		rule: '8 nobody counts past the figures',
		broken: `grant select on private.figure_snapshots to anon; create policy careless on private.figure_snapshots for select to anon using (true)`,
		actor: cast.anonymous,
		tries: () => `select from private.figure_snapshots`,
		holds: '42501',
		fails: 'yes'
	},
	{
		rule: '9 a second answer corrects the first instead of replacing it',
		broken: withoutTrigger('need_report_answers', 'stamp_answer'),
		actor: cast.planner,
		tries: (s) => `select public.answer_need_report('${s.closed}', 'noted', 'Anders')`,
		holds: 'yes',
		fails: '23505'
	},
	{
		rule: '11 a second tab does not overwrite',
		broken: inFunction('save_need_report(uuid,integer,jsonb)', 'v_conflicts is not null', 'false'),
		actor: cast.clerk,
		tries: (s) => `select public.save_need_report('${s.draft}', 0, '{"title": "Drüber"}')`,
		holds: 'STALE',
		fails: 'yes'
	},
	{
		rule: '11 every change is a revision',
		broken: withoutTrigger('need_report_drafts', 'stamp_change'),
		actor: cast.head,
		tries: (s) => [
			`update public.need_report_drafts set answers = answers || '{"title": "Untergeschoben"}' where id = '${s.handedIn}'`,
			`select public.release_need_report('${s.handedIn}', 1)`
		],
		holds: 'STALE',
		fails: 'yes'
	},
	{
		rule: '14 reports of another authority stay behind the wall',
		broken: openPolicy('need_reports'),
		actor: cast.foreignPlanner,
		tries: (s) => `select public.need_report('${s.inDistrict}')`,
		holds: 'NOTFD',
		fails: 'yes'
	},
	{
		rule: '14 files of another authority stay behind the wall',
		broken: openPolicy('attachments'),
		actor: cast.foreignPlanner,
		tries: (s) => `select from public.attachments where id = '${s.openFile}'`,
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: '14 search asks who is asking',
		broken: inFunction(
			'private.matching_need_reports(uuid,text)',
			'l.id in (select private.seen_of(array(select x.id from ranked x)))',
			'true'
		),
		actor: cast.neighbour,
		tries: (s) =>
			`select from private.matching_need_reports('a0000000-0000-4000-8000-000000000001', 'Fahrdienst Quittenzweig') m where m.id = '${s.id[s.inDistrict]}'`,
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: '14 words of the thread are found by its sides only',
		broken: inFunction('private.found_need_reports(uuid,text)', 'w.is_shared or v_plans', 'true'),
		actor: cast.neighbour,
		tries: () =>
			`select from public.list_need_reports('a0000000-0000-4000-8000-000000000001', '{"search": "genau"}')`,
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: '14 a row is of the authority of what it belongs to',
		broken: withoutTrigger('posts', 'fill_authority'),
		tries: () =>
			`insert into public.posts (authority_id, organisation_id, kind, title) values ('a0000000-0000-4000-8000-000000000001', '${musterdorf}', 'clerk', 'Stelle')`,
		holds: 'yes',
		fails: '23503'
	},
	{
		rule: '14 an entry of the chronicle belongs to something of its authority',
		broken: withoutTrigger('events', 'stamp_subject'),
		tries: (s) =>
			`insert into public.events (authority_id, subject_kind, subject_id, kind) values ('${musterkreis}', 'need_report', '${s.id[s.shared]}', 'answered')`,
		holds: '23503',
		fails: 'yes'
	},
	{
		rule: '10 the chronicle of a call goes with it',
		broken: withoutTrigger('calls', 'forget_events'),
		tries: () => [
			`insert into public.calls (id, authority_id, slug, kind, title, covering_text, opens_at, closes_at, post_id,
				purpose, legal_basis, readers, retention, form_version)
			select '${unopened}', authority_id, 'nie-eroeffnet', kind, title, covering_text, opens_at, closes_at, post_id,
				purpose, legal_basis, readers, retention, form_version
			from public.calls where authority_id = '${harz}' limit 1`,
			`insert into public.events (authority_id, subject_kind, subject_id, kind) values ('${harz}', 'call', '${unopened}', 'call_changed')`,
			`delete from public.calls where id = '${unopened}'`,
			`select from public.events where subject_id = '${unopened}'`
		],
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: '14 an administrator administers one authority',
		broken:
			openPolicy('organisations', 'update').replace('using (true)', 'using (true) with check (true)') +
			`; ${openPolicy('organisations')}`,
		actor: cast.foreignAdministrator,
		tries: () => `select public.change_organisation('${oberharz}', 'Gekapert', null, null, null, null)`,
		holds: 'NOTFD',
		fails: 'yes'
	},
	{
		rule: '2 a receipt cannot be switched off',
		broken: inFunction('private.mail_pace(uuid,text)', `p.pace = 'never' and k.is_duty`, 'false'),
		tries: () => [
			`insert into public.mail_preferences (person_id, kind_group, pace) values ('${cast.clerk}', 'reports', 'never')`,
			`select from private.mail_pace('${cast.clerk}', 'receipt') p where p = 'at_once'`
		],
		holds: 'yes',
		fails: 'nothing'
	},
	{
		rule: '2 a mail that may have gone out is not sent again by itself',
		broken: [
			inFunction('mail_pass(uuid,uuid,text,text)', `state = 'sending';`, 'false;'),
			inFunction('mail_pass(uuid,uuid,text,text)', `where state = 'queued' and`, 'where'),
			inFunction('mail_pass(uuid,uuid,text,text)', `m.state = 'queued' and m.due_at`, 'm.due_at')
		].join('; '),
		tries: (s) => [
			`update private.mails set state = 'sending' where id = '${s.undelivered}'`,
			`select from private.mails x, public.mail_pass(x.batch) m where x.id = '${s.undelivered}' and m -> 'next' <> 'null'`
		],
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: '14 mail of another authority is nobody’s to see',
		broken: inFunction(
			'private.undelivered_document(uuid)',
			'p_authority in (select private.posting_authorities())',
			'true'
		),
		actor: cast.foreignAdministrator,
		tries: () => `select public.undelivered_mails('a0000000-0000-4000-8000-000000000001')`,
		holds: 'NOTFD',
		fails: 'yes'
	},
	{
		rule: '14 mail of another authority is nobody’s to send',
		broken: inFunction(
			'private.resend(uuid)',
			'v.authority_id in (select private.posting_authorities())',
			'true'
		),
		actor: cast.foreignPlanner,
		tries: (s) => `select public.resend_mail('${s.undelivered}')`,
		holds: 'NOTFD',
		fails: 'yes'
	},
	{
		rule: '14 nobody chooses for another',
		broken: `grant insert (person_id) on public.mail_preferences to authenticated; ${openPolicy('mail_preferences', 'insert').replace('using', 'with check')}`,
		actor: cast.planner,
		tries: () =>
			`insert into public.mail_preferences (person_id, kind_group, pace) values ('${cast.clerk}', 'reports', 'never')`,
		holds: '42501',
		fails: 'yes'
	},
	{
		rule: '14 published means the published columns',
		broken: openPolicy('need_report_contacts'),
		actor: cast.foreignPlanner,
		tries: (s) => `select contact from public.need_report_contacts where report_id = '${s.id[s.open]}'`,
		holds: 'nothing',
		fails: 'yes'
	},
	{
		rule: 'the record is changed by nobody',
		broken: `alter table private.audit_entries disable trigger refuse_change`,
		tries: () => `update private.audit_entries set person_id = null`,
		holds: 'FINAL',
		fails: 'yes'
	},
	{
		rule: 'the record is kept for 24 months',
		broken: inFunction('private.audit_age()', '24 months', '0 months'),
		tries: () => [`select pg_sleep(0.01)`, `delete from private.audit_entries where created_at < now()`],
		holds: 'FINAL',
		fails: 'yes'
	},
	{
		rule: 'the record is for administrators',
		broken: inFunction('private.my_authorities(text[])', 'kind = any (p_kinds)', 'true'),
		actor: cast.planner,
		tries: () => `select from public.audit_log where kind = 'exported'`,
		holds: 'nothing',
		fails: 'yes'
	}
];

describe('broken once, each rule is seen to break', () => {
	test.each(mutations.map((mutation) => [mutation.rule, mutation] as const))(
		'%s',
		async (_, { broken, actor, tries, holds, fails }) => {
			const client = await connection();
			try {
				await client.query('begin');
				expect(await attempt(tries(stage), actor)).toBe(holds);
				await client.query(broken);
				expect(await attempt(tries(stage), actor)).toBe(fails);
			} finally {
				await client.query('rollback');
				client.release();
			}

			/** Tries as somebody, or as the owner, and takes the attempt back, but not what was broken. */
			async function attempt(statements: string | string[], person?: Actor): Promise<string> {
				await client.query('savepoint attempt');
				try {
					if (person !== undefined) await become(client, person);
					let count = 0;
					for (const statement of [statements].flat()) count = (await client.query(statement)).rowCount ?? 0;
					return count > 0 ? 'yes' : 'nothing';
				} catch (error) {
					return (error as { code: string }).code;
				} finally {
					await client.query('rollback to attempt');
				}
			}
		}
	);
});
