import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { asking, doing, trying, type Actor } from '../acting.ts';
import { cast, enter, harz, oberharz } from '../cast.ts';
import { backToNow, later } from '../clock.ts';
import { setGrace } from '../grace.ts';
import { sql } from '../harness.ts';
import { answer, assess, attaching, complete, report, take, upload, write } from '../stage.ts';

/* What somebody has just done can be taken back for five minutes, while nobody of the other side has read it. */

beforeAll(enter);
afterEach(backToNow);
afterAll(() => setGrace('5 minutes'));

type Act = { record: string; kind: string; why: string | null };
type Read = {
	state: string;
	finalAt: string | null;
	answers: object[];
	need: { number: string } | null;
	takeBack: Act | null;
	chronicle: { kind: string; detail: Record<string, string> }[];
	isUnread: boolean;
};
const read = (by: Actor, number: string) => asking<Read>(by, `select public.need_report('${number}')`);
/** Opens a report as its page does. */
const open = async (by: Actor, number: string) => {
	const { isUnread } = by
		? await read(by, number)
		: await asking<Read>(by, `select public.public_need_report('${number}')`);
	if (isUnread) await doing(by, `select public.note_opened('${number}')`);
};
const takeBack = async (by: Actor, number: string, path = '') => {
	const { takeBack } = await read(by, number);
	return trying(by, taking(number, takeBack!.record, path));
};
const taking = (number: string, record: string, path = '') =>
	`select public.take_back('${number}', '${record}', nullif('${path}', ''))`;
/** @returns what was taken back */
const takenBack = async (by: Actor, number: string, path = '') => {
	const { takeBack } = await read(by, number);
	return asking<string>(by, taking(number, takeBack!.record, path));
};
const ask = (number: string) =>
	doing(cast.planner, `select public.write_need_report_message('${number}', 'question', 'Wo genau?')`);
const noticesAbout = (number: string) =>
	sql(
		`select n.kind from private.notices n join public.need_reports r on r.id = n.subject_id where r.number = $1`,
		[number]
	);
const found = async (words: string) =>
	(await doing(cast.planner, `select from public.list_need_reports('${harz}', '{"search": "${words}"}')`))
		.length;

describe('a sending', () => {
	test('that is taken back leaves the report as it was, its words to who wrote them, and a line in the chronicle', async () => {
		const number = await report();
		await ask(number);
		await doing(cast.clerk, `select public.write_need_report_message('${number}', 'reply', 'Im Norden.')`);
		const before = await sql('select * from public.need_reports where number = $1', [number]);
		await doing(
			cast.planner,
			`select public.answer_need_report('${number}', 'accepted', 'Ein Zwetschgenbus fährt.')`
		);
		expect(await found('Zwetschgenbus')).toBe(1);
		expect(await takenBack(cast.planner, number, `/bedarfe/${number}/beantworten`)).toBe('answered');
		expect(await sql('select * from public.need_reports where number = $1', [number])).toEqual(before);
		expect(await found('Zwetschgenbus')).toBe(0);
		const { chronicle, answers } = await read(cast.clerk, number);
		expect(answers).toEqual([]);
		expect(chronicle.at(-1)).toMatchObject({ kind: 'taken_back', detail: { kind: 'answered' } });
		expect(chronicle.map(({ kind }) => kind)).not.toContain('answered');
		expect(JSON.stringify(chronicle)).not.toContain('Zwetschgenbus');
		expect((await noticesAbout(number)).map(({ kind }) => kind)).not.toContain('answered');
		const kept = await sql('select fields from private.kept_forms where person_id = $1 and path = $2', [
			cast.planner,
			`/bedarfe/${number}/beantworten`
		]);
		expect(kept).toEqual([
			{ fields: { decision: 'accepted', reason: 'Ein Zwetschgenbus fährt.', forwarded_to: '' } }
		]);
	});

	test.each(['question', 'interim_status'])('that is a %s can be taken back', async (kind) => {
		const number = await report();
		await doing(cast.planner, `select public.write_need_report_message('${number}', '${kind}', 'Ein Satz.')`);
		expect(await takenBack(cast.planner, number)).toBe(kind);
		expect((await read(cast.planner, number)).state).toBe('received');
	});

	test('that is an assessment takes the need with it that it opened, and no other', async () => {
		const number = await report();
		const need = await assess(number, 'Eben erst eröffnet');
		await takenBack(cast.planner, number);
		expect((await read(cast.planner, number)).need).toBeNull();
		expect(await sql('select from public.needs where number = $1', [need])).toEqual([]);
		const [first, second] = [await report(), await report()];
		const kept = await assess(first, 'Mit einer zweiten Meldung');
		await doing(cast.planner, `select public.assess_need_report('${second}', 'care', 'provider', '${kept}')`);
		await takenBack(cast.planner, second);
		expect(await sql('select from public.needs where number = $1', [kept])).toHaveLength(1);
	});

	test.each([
		['by the reporter', cast.clerk, 'participants'],
		['by somebody who takes part', cast.neighbour, 'participants'],
		['by anybody, where it is public', cast.anonymous, 'public']
	])('stays once it was read %s', async (_, reader, visibility) => {
		const number = await report({ visibility });
		await answer(number);
		await open(cast.deputyPlanner, number);
		expect((await read(cast.planner, number)).takeBack).toMatchObject({ kind: 'answered', why: null });
		await open(reader, number);
		expect((await read(cast.planner, number)).takeBack).toMatchObject({ why: 'read' });
		expect(await takeBack(cast.planner, number)).toMatchObject({
			word: 'RULED',
			message: 'errors_take_back_read'
		});
	});

	test('is not read by who may not see the report', async () => {
		const number = await report({ visibility: 'district' });
		await answer(number);
		for (const by of [cast.neighbour, cast.foreignPlanner, cast.anonymous])
			await doing(by, `select public.note_opened('${number}')`);
		expect((await read(cast.planner, number)).takeBack).toMatchObject({ why: null });
	});

	test('stays after five minutes, and after something else', async () => {
		const number = await report();
		await ask(number);
		await answer(number);
		const { takeBack: act } = await read(cast.planner, number);
		await doing(
			cast.clerk,
			`select public.write_need_report_message('${number}', 'addition', 'Noch etwas.')`
		);
		expect((await takeBack(cast.planner, number)).message).toBe('errors_take_back_followed');
		await later('6 minutes');
		expect((await trying(cast.planner, taking(number, act!.record))).message).toBe('errors_take_back_late');
	});

	test('is taken back by nobody but who sent it, and once', async () => {
		const number = await report();
		await answer(number);
		const { takeBack: act } = await read(cast.planner, number);
		for (const by of [cast.deputyPlanner, cast.officePlanner, cast.head, cast.clerk, cast.foreignPlanner]) {
			expect((await read(by === cast.foreignPlanner ? cast.clerk : by, number)).takeBack?.record).not.toBe(
				act!.record
			);
			expect((await trying(by, taking(number, act!.record))).word).toBe('NOTFD');
		}
		for (let click = 0; click < 2; click++)
			expect(await asking(cast.planner, taking(number, act!.record))).toBe('answered');
		const { chronicle } = await read(cast.clerk, number);
		expect(chronicle.filter(({ kind }) => kind === 'taken_back')).toHaveLength(1);
		expect((await trying(cast.deputyPlanner, taking(number, act!.record))).word).toBe('NOTFD');
	});

	test('a correction that is taken back leaves the first answer', async () => {
		const number = await report();
		await answer(number);
		await doing(cast.planner, `select public.answer_need_report('${number}', 'noted', 'Doch nicht.')`);
		expect(await takenBack(cast.planner, number)).toBe('answer_corrected');
		expect((await read(cast.clerk, number)).answers).toMatchObject([{ decision: 'accepted' }]);
		expect(await takenBack(cast.planner, number)).toBe('answered');
	});
});

describe('a release', () => {
	test('that is taken back is the draft it was, with its files and its number', async () => {
		const id = await write(cast.clerk, oberharz, { contact: 'Frau Kern' });
		const file = await asking(cast.clerk, attaching(id));
		await doing(cast.clerk, `select public.hand_in_need_report('${id}', 2)`);
		const draft = () => sql('select * from public.need_report_drafts where id = $1', [id]);
		const [before] = await draft();
		const number = await asking<string>(cast.head, `select public.release_need_report('${id}', 2)`);
		const [{ short_id } = { short_id: '' }] = await sql<{ short_id: string }>(
			'select short_id from public.need_reports where number = $1',
			[number]
		);
		expect((await read(cast.head, number)).takeBack).toMatchObject({ kind: 'released', why: null });
		expect(await takenBack(cast.head, number)).toBe('released');
		expect(await asking(cast.head, taking(number, id))).toBe('released');
		const [after] = await draft();
		expect(after).toEqual({ ...before, number, short_id, taken_back_at: expect.any(Date) });
		expect(await sql('select draft_id, report_id from public.attachments where id = $1', [file])).toEqual([
			{ draft_id: id, report_id: null }
		]);
		expect((await trying(cast.planner, `select public.need_report('${number}')`)).word).toBe('NOTFD');
		expect((await trying(cast.planner, `select public.need_report_draft('${id}')`)).word).toBe('NOTFD');
		expect(
			await sql('select from private.notices where subject_id = $1 and kind = $2', [id, 'news'])
		).toEqual([]);
		expect(await asking(cast.head, `select public.release_need_report('${id}', 2)`)).toBe(number);
		const { chronicle } = await read(cast.clerk, number);
		expect(chronicle).toMatchObject([{ kind: 'released', detail: { takenBackAt: expect.any(String) } }]);
	});

	test('stays once a planner has opened it, and while the own side reads it does not', async () => {
		const number = await report();
		await open(cast.clerk, number);
		expect((await read(cast.head, number)).takeBack).toMatchObject({ why: null });
		await open(cast.officePlanner, number);
		expect((await takeBack(cast.head, number)).message).toBe('errors_take_back_read');
		expect((await read(cast.clerk, number)).takeBack).toBeNull();
	});

	test('stays once somebody has joined it', async () => {
		const number = await report({ visibility: 'participants' });
		await doing(
			cast.neighbour,
			`select public.start_need_report('00000000-0000-4000-8000-000000000053', '${number}')`
		);
		expect((await takeBack(cast.head, number)).message).toBe('errors_take_back_read');
	});
});

describe('an import', () => {
	const rows = [
		{ ...complete, given_by: 'Frau Kern' },
		{ ...complete, title: 'Ein zweiter Bedarf aus der Datei' }
	];
	const results = async (id: string) =>
		(
			await sql<{ result: string | null }>(
				'select result from public.import_rows where import_id = $1 order by number',
				[id]
			)
		).map(({ result }) => result);

	test('is taken back whole, and can be taken over again', async () => {
		const id = await upload(rows);
		await take(id);
		const numbers = await results(id);
		const undoing = `select 1 from (select public.take_back_import('${id}') offset 0) as x`;
		await doing(cast.planner, undoing);
		await doing(cast.planner, undoing);
		expect(await results(id)).toEqual([null, null]);
		expect(await sql('select from public.need_reports where number = any ($1)', [numbers])).toEqual([]);
		expect(await asking<{ failure: string }>(cast.planner, `select public.import('${id}')`)).toMatchObject({
			committedAt: null,
			failure: 'imports_error_taken_back'
		});
		expect(await take(id)).toBe(2);
	});

	test.each<[string, string, (number: string) => Promise<unknown>]>([
		['read', 'one of its reports was read', (number) => open(cast.clerk, number)],
		['followed', 'one was answered', (number) => answer(number)],
		['late', 'five minutes are over', () => later('6 minutes')]
	])('stays whole: %s, since %s', async (why, _, spoil) => {
		const id = await upload(rows);
		await take(id);
		const [first] = await results(id);
		await spoil(first!);
		expect(await trying(cast.planner, `select public.take_back_import('${id}')`)).toMatchObject({
			word: 'RULED',
			message: `errors_take_back_${why}`
		});
		expect(
			(await asking<{ takeBack: object }>(cast.planner, `select public.import('${id}')`)).takeBack
		).toMatchObject({ why });
	});

	test('is taken back by nobody but who took it over, and not one report of it alone', async () => {
		const id = await upload(rows);
		await take(id);
		for (const by of [cast.deputyPlanner, cast.clerk, cast.foreignPlanner])
			expect((await trying(by, `select public.take_back_import('${id}')`)).word).toBe('NOTFD');
		const [first] = await results(id);
		expect((await takeBack(cast.planner, first!)).message).toBe('errors_take_back_import');
	});
});
