import { beforeAll, describe, expect, test } from 'vitest';
import { asking, doing, trying, type Actor } from '../acting.ts';
import { cast, enter, harz, youthOffice } from '../cast.ts';
import { sql } from '../harness.ts';
import { answer, report } from '../stage.ts';

/* What the authority says among itself stays there, and no word that somebody waits for an answer to is lost from sight. */

beforeAll(enter);

const words = 'Zwei Stellen fehlen, sagt der Stellenplan.';
const handOver = (number: string) =>
	doing(
		cast.planner,
		`select public.hand_over_need_report('${number}', '${youthOffice}', current_date + 9, 'Bitte prüfen.')`
	);
const contribute = (number: string, by: Actor = cast.officePlanner, kind = 'contribution') =>
	doing(by, `select public.contribute_to_need_report('${number}', '${kind}', '${words}')`);
const say = (by: Actor, number: string, kind: string) =>
	doing(by, `select public.write_need_report_message('${number}', '${kind}', 'Im Ortsteil Nord.')`);

type Task = { kind: string; ref: string };
const tasks = async (of: Actor, number: string) =>
	(await asking<{ tasks: Task[] }>(of, 'select public.start_page()')).tasks
		.filter(({ ref }) => ref === number)
		.map(({ kind }) => kind);

type Waits = { repliedAt: string | null; contributedAt: string | null };
const waiting = async (number: string) =>
	(await asking<{ waits: Waits }>(cast.planner, `select public.need_report('${number}')`)).waits;
const seen = (number: string, { repliedAt, contributedAt }: Waits, by: Actor = cast.planner) => {
	const time = (at: string | null) => (at ? `'${at}'` : 'null');
	return trying(
		by,
		`select public.note_as_dealt_with('${number}', ${time(repliedAt)}, ${time(contributedAt)})`
	);
};

describe('a contribution', () => {
	test('hands the report back: the office has no task more, the planner has one and a mail', async () => {
		const number = await report();
		await handOver(number);
		expect(await tasks(cast.officePlanner, number)).toContain('office');
		await contribute(number);
		expect(await tasks(cast.officePlanner, number)).not.toContain('office');
		expect(await tasks(cast.planner, number)).toContain('contributed');
		const told = await sql(
			`select n.kind from private.notices n join public.need_reports r on r.id = n.subject_id where r.number = $1 and n.kind = 'contribution'`,
			[number]
		);
		expect(told).toHaveLength(1);
	});

	test('is read with name and post by planners, and by nobody who reported or may see the report', async () => {
		const number = await report({ visibility: 'public' });
		await handOver(number);
		await contribute(number);
		await contribute(number, cast.planner, 'note');
		const read = (by: Actor) => asking<object>(by, `select public.need_report('${number}')`);
		const planned = (await read(cast.planner)) as { contributions: object[] };
		expect(planned.contributions).toMatchObject([
			{ kind: 'note', body: words, office: null },
			{ kind: 'contribution', body: words, postTitle: 'Jugendhilfeplanung', isEntered: false }
		]);
		for (const by of [cast.clerk, cast.head, cast.neighbour, cast.councilChair]) {
			expect(JSON.stringify(await read(by))).not.toContain(words);
			expect((await trying(by, 'select from public.need_report_contributions')).word).toBe('nothing');
		}
		expect(
			JSON.stringify(await asking<object>(null, `select public.public_need_report('${number}')`))
		).not.toContain(words);
		const told = await sql(
			`select e.kind, e.detail from public.events e join public.need_reports r on r.id = e.subject_id where r.number = $1`,
			[number]
		);
		expect(JSON.stringify(told)).not.toMatch(/contribut|Zwei Stellen/);
	});

	test('can be entered by the planner who was told it, and says so', async () => {
		const number = await report();
		await handOver(number);
		await contribute(number, cast.planner);
		const { contributions } = await asking<{ contributions: object[] }>(
			cast.planner,
			`select public.need_report('${number}')`
		);
		expect(contributions).toMatchObject([{ isEntered: true, postTitle: 'Sozialplanung' }]);
	});

	test('sent twice with one id it is written once; with other words it is refused', async () => {
		const number = await report();
		await handOver(number);
		const id = crypto.randomUUID();
		const sending = (body: string) =>
			trying(
				cast.officePlanner,
				`select public.contribute_to_need_report('${number}', 'note', '${body}', '${id}')`
			);
		await doing(
			cast.officePlanner,
			`select public.contribute_to_need_report('${number}', 'note', '${words}', '${id}')`
		);
		expect((await sending(words)).message).toBeUndefined();
		expect((await sending('Anderes.')).word).toBe('FINAL');
		const other = await trying(
			cast.planner,
			`select public.contribute_to_need_report('${number}', 'note', '${words}', '${id}')`
		);
		expect(other.word).toBe('NOTFD');
		const message = `select public.write_need_report_message('${number}', 'question', '${words}', '${id}')`;
		expect((await trying(cast.officePlanner, message)).word).toBe('FINAL');
		expect(await sql('select from public.need_report_contributions where id = $1', [id])).toHaveLength(1);
	});

	test('is not the answer: that stays with the planner', async () => {
		const number = await report();
		await handOver(number);
		const outcome = await trying(
			cast.officePlanner,
			`select public.answer_need_report('${number}', 'noted', 'Ein Grund.')`
		);
		expect(outcome).toMatchObject({ word: 'RULED', message: 'errors_answer_is_the_planners' });
		await answer(number);
	});
});

describe('what the organisation says', () => {
	test('is a task of the planner until it is dealt with: a reply, an addition after the answer', async () => {
		const number = await report();
		await say(cast.planner, number, 'question');
		expect(await tasks(cast.planner, number)).not.toContain('replied');
		await say(cast.clerk, number, 'reply');
		expect(await tasks(cast.planner, number)).toContain('replied');
		await answer(number);
		expect(await tasks(cast.planner, number)).not.toContain('replied');
		await say(cast.clerk, number, 'addition');
		expect(await tasks(cast.planner, number)).toEqual(['added']);
	});

	test('a reply is found by the filter as long as it is a task, and by nobody else', async () => {
		const number = await report({ visibility: 'participants' });
		const found = async (by: Actor) =>
			(
				await doing(
					by,
					`select number from public.list_need_reports('${harz}', '{"state": "replied"}') where number = '${number}'`
				)
			).length;
		const counted = async () =>
			(await asking<{ figures: { replied: number } }>(cast.planner, 'select public.start_page()')).figures
				.replied;
		const before = await counted();
		await say(cast.planner, number, 'question');
		expect(await found(cast.planner)).toBe(0);
		await say(cast.clerk, number, 'reply');
		for (const by of [cast.clerk, cast.neighbour, cast.councilChair, cast.officePlanner, cast.foreignPlanner])
			expect(await found(by)).toBe(0);
		expect(await found(cast.planner)).toBe(1);
		expect(await counted()).toBe(before + 1);
		await say(cast.clerk, number, 'addition');
		expect(await found(cast.planner)).toBe(0);
		expect(await tasks(cast.planner, number)).toContain('added');
		expect(await counted()).toBe(before);
	});

	test.each(['question', 'interim_status'])('is dealt with by a %s', async (kind) => {
		const number = await report();
		await say(cast.clerk, number, 'addition');
		await say(cast.planner, number, kind);
		expect(await waiting(number)).toEqual({ repliedAt: null, contributedAt: null });
	});

	test('does not wait where a planner wrote it down', async () => {
		const number = await report();
		await doing(
			cast.planner,
			`select public.enter_need_report_message('${number}', 'addition', 'Am Telefon.', 'phone', private.today(), 'Frau Kern')`
		);
		expect(await waiting(number)).toEqual({ repliedAt: null, contributedAt: null });
	});

	test('noted as read it goes; what came since the page was made stays', async () => {
		const number = await report();
		await say(cast.clerk, number, 'addition');
		const first = await waiting(number);
		await say(cast.clerk, number, 'addition');
		const time = first.repliedAt;
		await doing(cast.planner, `select public.note_as_dealt_with('${number}', '${time}')`);
		const second = await waiting(number);
		expect(second.repliedAt).not.toBeNull();
		await doing(cast.planner, `select public.note_as_dealt_with('${number}', '${second.repliedAt}')`);
		expect(await tasks(cast.planner, number)).not.toContain('added');
		for (const by of [cast.officePlanner, cast.clerk, cast.foreignPlanner])
			expect((await seen(number, second, by)).word).toBe('NOTFD');
	});
});

test('tasks without a date come by how long somebody waits, own drafts last', async () => {
	const [older, newer] = [await report(), await report()];
	await say(cast.planner, newer, 'question');
	await say(cast.planner, older, 'question');
	const { tasks: all } = await asking<{ tasks: Task[] }>(cast.clerk, 'select public.start_page()');
	const asked = all.filter(({ ref }) => ref === older || ref === newer).map(({ ref }) => ref);
	expect(asked).toEqual([newer, older]);
	const undated = all.map(({ kind }) => kind).filter((kind) => ['reply', 'continue'].includes(kind));
	expect(undated.lastIndexOf('reply')).toBeLessThan(undated.concat('continue').indexOf('continue'));
});

test('whoever has nothing to do is told the next session of the own council', async () => {
	const read = (by: Actor) =>
		asking<{ tasks: object[]; nextMeeting: { title: string; startsAt: string } | null }>(
			by,
			'select public.start_page()'
		);
	const [council] = await sql<{ organisation_id: string }>(
		`select p.organisation_id from public.posts p join public.holdings h on h.post_id = p.id where h.person_id = $1 limit 1`,
		[cast.councilChair]
	);
	const [next] = await sql<{ title: string; starts_at: Date }>(
		`select title, starts_at from public.meetings where organisation_id = $1 and starts_at > now() and cancelled_at is null order by starts_at limit 1`,
		[council?.organisation_id]
	);
	const page = await read(cast.councilChair);
	if (page.tasks.length) {
		await sql(`delete from public.need_report_drafts where authority_id = $1`, [harz]);
		await sql(
			`update public.call_addressees set answered_at = now(), outcome = 'submitted' where organisation_id = $1`,
			[council?.organisation_id]
		);
	}
	const empty = await read(cast.councilChair);
	expect(empty.tasks).toEqual([]);
	expect(empty.nextMeeting).toMatchObject({ title: next?.title });
	expect(new Date(empty.nextMeeting?.startsAt ?? '')).toEqual(next?.starts_at);
	expect((await read(cast.planner)).nextMeeting).toBeNull();
});
