import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asking, become, connection, doing, trying, type Actor } from '../acting.ts';
import { cast, enter, harz, oberharz, youthOffice } from '../cast.ts';
import { sql } from '../harness.ts';
import { answer, assess, report, settle, write } from '../stage.ts';

/* What must be told is queued in the transaction that makes it true: both or neither. */

beforeAll(enter);
beforeEach(() => sql('delete from graphile_worker._private_jobs'));

/** Each job, and what it has to tell. */
const queued = async () =>
	(
		await sql<{ task: string; kinds: string[] }>(`
		select t.identifier as task, array(select n.kind from private.notices n where n.batch::text = j.key order by n.id) as kinds
		from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`)
	).map(({ task, kinds }) => [task, ...kinds].join(' '));

describe('one job for each thing that concerns somebody', () => {
	test.each<
		[what: string, prepare: () => Promise<string>, actor: Actor, act: (x: string) => string, jobs: string[]]
	>([
		[
			'handing in',
			() => write(cast.clerk, oberharz),
			cast.clerk,
			(id) => `select public.hand_in_need_report('${id}', 1)`,
			['write_letters draft_handed_in']
		],
		[
			'giving back',
			handedIn,
			cast.head,
			(id) => `select public.return_need_report('${id}', 'Bitte ergänzen.')`,
			['write_letters draft_returned']
		],
		[
			'releasing',
			() => write(cast.clerk, oberharz),
			cast.head,
			(id) => `select public.release_need_report('${id}', 1)`,
			['write_letters receipt news']
		],
		[
			'asking back',
			report,
			cast.planner,
			(n) => `select public.write_need_report_message('${n}', 'question', 'Wo?', md5('question ${n}')::uuid)`,
			['write_letters question']
		],
		[
			'replying',
			report,
			cast.clerk,
			(n) => `select public.write_need_report_message('${n}', 'reply', 'Hier.', md5('reply ${n}')::uuid)`,
			['write_letters reply']
		],
		[
			'an interim status',
			report,
			cast.planner,
			(n) =>
				`select public.write_need_report_message('${n}', 'interim_status', 'Wir prüfen.', md5('interim_status ${n}')::uuid)`,
			['write_letters interim_status']
		],
		[
			'assessing',
			report,
			cast.planner,
			(n) => `select public.assess_need_report('${n}', 'care', 'district')`,
			[]
		],
		[
			'handing over',
			report,
			cast.planner,
			(n) => `select public.hand_over_need_report('${n}', '${youthOffice}', current_date + 9)`,
			['write_letters handed_over']
		],
		[
			'answering',
			report,
			cast.planner,
			(n) => `select public.answer_need_report('${n}', 'noted', 'Grund.')`,
			['write_letters answered']
		],
		[
			'correcting',
			answered,
			cast.planner,
			(n) => `select public.answer_need_report('${n}', 'noted', 'Anderer Grund.')`,
			['write_letters answer_corrected']
		],
		[
			'settling',
			answeredNeed,
			cast.planner,
			(n) => `select public.settle_need('${n}', 'Getan.')`,
			['write_letters gap_asked']
		],
		['reopening', settledNeed, cast.planner, (n) => `select public.reopen_need('${n}', 'Doch nicht.')`, []],
		[
			'judging the gap',
			settledReport,
			cast.clerk,
			(n) => `select public.answer_gap('${n}', 'yes')`,
			['write_letters gap_answered']
		],
		[
			'saving a draft',
			() => write(cast.clerk, oberharz),
			cast.clerk,
			(id) => `select public.save_need_report('${id}', 1, '{"title": "Neu"}')`,
			[]
		],
		[
			'a barrier report',
			async () => '',
			cast.anonymous,
			() => `select public.report_barrier('${harz}', gen_random_uuid(), 'Zu klein')`,
			['tell_barriers']
		]
	])('%s', async (_, prepare, actor, act, jobs) => {
		const subject = await prepare();
		await sql('delete from graphile_worker._private_jobs');
		await trying(actor, act(subject));
		expect(await queued()).toEqual([]); // taken back: nothing was queued
		await doing(actor, act(subject));
		expect(await queued()).toEqual(jobs);
		await doing(actor, act(subject)).catch(() => {});
		expect(await queued()).toEqual(jobs); // done twice: told once
	});
});

test('nothing is to be seen of a job before its change', async () => {
	const id = await write(cast.clerk, oberharz);
	const client = await connection();
	await client.query('begin');
	await become(client, cast.head);
	await client.query(`select public.release_need_report('${id}', 1)`);
	expect(await queued()).toEqual([]);
	await client.query('commit');
	client.release();
	expect(await queued()).toEqual(['write_letters receipt news']);
});

describe('who is written to', () => {
	/** Who gets which letter of the newest thing told that has this kind. */
	const recipients = async (kind: string) => {
		const rows = await sql<{ kind: string; people: string[] }>(
			`select x ->> 'kind' as kind, array(select r ->> 'personId' from jsonb_array_elements(x -> 'recipients') r order by 1) as people
			from jsonb_array_elements(public.letters_due((select batch from private.notices where kind = $1 order by id desc limit 1))) x`,
			[kind]
		);
		return Object.fromEntries(rows.map(({ kind, people }) => [kind, people]));
	};
	const reporters = [cast.clerk, cast.head].sort();

	test('of a release: the reporters get a receipt, the planners the news, nobody else', async () => {
		await report();
		expect(await recipients('news')).toEqual({ receipt: reporters, news: [cast.planner] });
	});

	test('of a draft: the head of that organisation alone', async () => {
		await handedIn();
		expect(await recipients('draft_handed_in')).toEqual({ draft_handed_in: [cast.head] });
	});

	test('of a hand-over: the planners of that office', async () => {
		const number = await report();
		await doing(
			cast.planner,
			`select public.hand_over_need_report('${number}', '${youthOffice}', current_date + 9)`
		);
		expect(await recipients('handed_over')).toEqual({ handed_over: [cast.officePlanner] });
	});

	test('of an answer: the reporting organisation', async () => {
		await answer(await report());
		expect(await recipients('answered')).toEqual({ answered: reporters });
	});

	test('nobody whose term is over or has not begun', async () => {
		const [row] = await sql(`select private.recipients($1, '{clerk}') as people`, [oberharz]);
		expect(row.people.map(({ personId }: { personId: string }) => personId)).toEqual([cast.clerk]);
	});

	test('nobody in the Musterkreis about the Harz', async () => {
		await sql(`insert into private.notices (kind, authority_id, subject_kind, subject_id, facts)
			select k.kind, e.authority_id, e.subject_kind, e.subject_id, jsonb_build_object('event', e.id) from public.events e
			cross join lateral unnest(private.notices_of_entry(e.kind, e.detail)) told join private.notice_kinds k on k.kind = told`);
		const all = await sql(
			`select distinct r ->> 'personId' as person
			from private.letters_of_reports(array(select id from private.notices where authority_id = $1 and facts ? 'event')) l
			cross join lateral jsonb_array_elements(l.recipients) r`,
			[harz]
		);
		expect(all.length).toBeGreaterThan(3);
		const people = all.map(({ person }) => person);
		for (const stranger of [
			cast.foreignPlanner,
			cast.foreignClerk,
			cast.foreignHead,
			cast.foreignAdministrator,
			cast.formerClerk,
			cast.stranger
		])
			expect(people).not.toContain(stranger);
	});
});

test('one mail per occasion and address, whatever the job does', async () => {
	const letter = { subject: 'Betreff' };
	const mails = JSON.stringify([
		{ kind: 'receipt', recipient: 'kern@beispiel.example', letter, occasion: 'event:1' }
	]);
	const queue = () => sql('select public.mail_queue_many($1) as new', [mails]);
	expect(await queue()).toEqual([{ new: 1 }]);
	expect(await queue()).toEqual([{ new: 0 }]);
	expect(await queued()).toEqual(['send_mails']);
});

async function handedIn() {
	const id = await write(cast.clerk, oberharz);
	await doing(cast.clerk, `select public.hand_in_need_report('${id}', 1)`);
	return id;
}
async function answered() {
	const number = await report();
	await answer(number);
	return number;
}
async function answeredNeed() {
	const number = await report();
	const need = await assess(number, `Beantwortet ${number}`);
	await answer(number);
	return need;
}
async function settledNeed() {
	const need = await answeredNeed();
	await settle(need);
	return need;
}
async function settledReport() {
	const need = await settledNeed();
	return asking(cast.planner, `select public.need('${need}') -> 'reports' -> 0 ->> 'number'`);
}
