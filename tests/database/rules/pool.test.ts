import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { asking, doing, trying, type Actor } from '../acting.ts';
import { cast, enter, harz } from '../cast.ts';
import { sql } from '../harness.ts';
import { answer, assess, report, settle } from '../stage.ts';

/* The pool of needs: what a need was called, where it went, and one answer for several of its reports. */

beforeAll(enter);

type Change = {
	kind: string;
	isOrigin: boolean;
	oldTitle: string;
	newTitle: string;
	other: string | null;
	reports: number;
	reason: string;
};
type Need = {
	title: string;
	heir: { number: string } | null;
	reports: { number: string; decision: string | null }[];
	changes: Change[];
	canSettle: boolean;
	canRename: boolean;
	canMerge: boolean;
	canSplit: boolean;
};
const read = (number: string) => asking<Need>(cast.planner, `select public.need('${number}')`);
const numbersOf = async (need: string) => (await read(need)).reports.map(({ number }) => number);
const into = (number: string, need: string) =>
	doing(cast.planner, `select public.assess_need_report('${number}', 'care', 'provider', '${need}')`);
const rename = (need: string, title: string, id = randomUUID(), by: Actor = cast.planner) =>
	trying(by, `select public.rename_need('${need}', '${title}', 'Klarer so.', '${id}')`);
const merging = (need: string, heir: string, id = randomUUID()) =>
	`select public.merge_need('${need}', '${heir}', 'Es ist dasselbe.', '${id}')`;
const splitting = (need: string, title: string, reports: string[], id = randomUUID()) =>
	`select public.split_need('${need}', '${title}', array['${reports.join("','")}'], 'Es ist etwas anderes.', '${id}')`;
const found = async (words: string, state = 'open') =>
	(
		await doing(
			cast.planner,
			`select number, formerly, heir from public.list_needs('${harz}', '${state}', null, '${words}')`
		)
	).map(({ number }) => number);
const chronicle = async (number: string, by: Actor = cast.clerk) =>
	(
		await asking<{ chronicle: { kind: string; body: string | null; detail: object }[] }>(
			by,
			`select public.need_report('${number}')`
		)
	).chronicle;

/** A need with reports of its own. @returns its number and theirs */
async function need(title: string, count = 1) {
	const reports = [await report()];
	const number = await assess(reports[0]!, title);
	for (let n = 1; n < count; n++) {
		reports.push(await report());
		await into(reports.at(-1)!, number);
	}
	return { number, reports };
}

describe('a need that is renamed', () => {
	test('is found by both names, keeps the old one, and its reports tell it without naming it', async () => {
		const { number, reports } = await need('Ergometrie Zeisig');
		await doing(cast.planner, `select public.rename_need('${number}', 'Fahrräder Stieglitz', 'Klarer so.')`);
		expect(await read(number)).toMatchObject({
			title: 'Fahrräder Stieglitz',
			changes: [
				{ kind: 'renamed', isOrigin: true, oldTitle: 'Ergometrie Zeisig', reason: 'Klarer so.', other: null }
			]
		});
		expect(await found('Zeisig')).toEqual([number]);
		expect(await found('Stieglitz')).toEqual([number]);
		const [told] = (await chronicle(reports[0]!)).filter(({ kind }) => kind === 'need_renamed');
		expect(told).toMatchObject({ body: 'Klarer so.', detail: {} });
		await sql(`delete from private.word_index where subject_kind = 'need'`);
		await sql('select public.index_words(500)');
		expect(await found('Zeisig')).toEqual([number]);
	});

	test('takes a name, a reason, and not the name it has', async () => {
		const { number } = await need('Was es gibt');
		expect(await rename(number, 'Was es gibt')).toMatchObject({
			word: 'RULED',
			message: 'errors_need_has_this_name'
		});
		expect((await rename(number, 'x')).word).toBe('INVAL');
		const without = `select public.rename_need('${number}', 'Anders', ' ')`;
		expect(await trying(cast.planner, without)).toMatchObject({ word: 'MISSG', detail: '["reason"]' });
	});

	test('sent twice it is renamed once; with another name it is refused', async () => {
		const { number } = await need('Zweimal gesendet');
		const id = randomUUID();
		const sent = (title: string) => `select public.rename_need('${number}', '${title}', 'Klarer.', '${id}')`;
		await doing(cast.planner, sent('Einmal'));
		await doing(cast.planner, sent('Einmal'));
		expect((await trying(cast.planner, sent('Anders'))).word).toBe('FINAL');
		expect((await trying(cast.deputyPlanner, sent('Einmal'))).word).not.toBe('yes');
		expect((await read(number)).changes).toHaveLength(1);
	});
});

describe('a need that is merged into another', () => {
	test('gives it all its reports and says where it went; the heir is found by both names', async () => {
		const [old, heir] = [await need('Ringelnatter am Teich', 2), await need('Schwimmkurs am See')];
		expect(await asking(cast.planner, merging(old.number, heir.number))).toBe(heir.number);
		expect((await numbersOf(heir.number)).toSorted()).toEqual([...heir.reports, ...old.reports].toSorted());
		expect(await read(old.number)).toMatchObject({
			title: 'Ringelnatter am Teich',
			heir: { number: heir.number },
			reports: [],
			canSettle: false,
			canRename: false,
			canMerge: false,
			canSplit: false,
			changes: [{ kind: 'merged', isOrigin: true, other: heir.number, reports: 2 }]
		});
		expect((await read(heir.number)).changes).toMatchObject([
			{ kind: 'merged', isOrigin: false, other: old.number, oldTitle: 'Ringelnatter am Teich', reports: 2 }
		]);
		expect(await found('Ringelnatter')).toEqual([heir.number]);
		expect((await found('Ringelnatter', 'all')).toSorted()).toEqual([old.number, heir.number].toSorted());
		for (const number of old.reports)
			expect((await chronicle(number)).at(-1)).toMatchObject({
				kind: 'need_merged',
				body: 'Es ist dasselbe.'
			});
		expect((await chronicle(heir.reports[0]!)).map(({ kind }) => kind)).not.toContain('need_merged');
	});

	test('leads on to where its heir went, and is found there by its name', async () => {
		const [first, second, last] = [await need('Wiedehopf'), await need('Zweiter'), await need('Letzter')];
		await doing(cast.planner, merging(first.number, second.number));
		await doing(cast.planner, merging(second.number, last.number));
		expect((await read(first.number)).heir).toMatchObject({ number: last.number });
		expect(await found('Wiedehopf')).toEqual([last.number]);
	});

	test('is closed: it takes no report, no name, no settlement, and no other need', async () => {
		const [old, heir, other] = [
			await need('Geschlossen'),
			await need('Zum anderen'),
			await need('Ein dritter')
		];
		await doing(cast.planner, merging(old.number, heir.number));
		const attempts: [string, string][] = [
			[merging(old.number, other.number), 'errors_need_is_merged'],
			[merging(other.number, old.number), 'errors_need_heir_is_merged'],
			[`select public.rename_need('${old.number}', 'Anders', 'x')`, 'errors_need_is_merged'],
			[`select public.settle_need('${old.number}', 'Getan.')`, 'errors_need_is_merged'],
			[
				`select public.assess_need_report('${other.reports[0]!}', 'care', 'provider', '${old.number}')`,
				'errors_need_heir_is_merged'
			]
		];
		for (const [attempt, message] of attempts)
			expect(await trying(cast.planner, attempt)).toMatchObject({ word: 'RULED', message });
	});

	test('is no settled one, and neither is its heir', async () => {
		const [open, settled] = [await need('Noch offen'), await need('Schon erledigt')];
		await answer(settled.reports[0]!);
		await settle(settled.number);
		expect(await trying(cast.planner, merging(settled.number, open.number))).toMatchObject({
			message: 'errors_need_reopen_first'
		});
		expect(await trying(cast.planner, merging(open.number, settled.number))).toMatchObject({
			message: 'errors_need_is_settled'
		});
		expect((await trying(cast.planner, merging(open.number, open.number))).message).toBe(
			'errors_need_no_heir'
		);
		expect((await trying(cast.planner, merging(open.number, 'MK-B-1'))).message).toBe('errors_need_no_heir');
	});

	test('leaves waiting what nobody has dealt with', async () => {
		const [old, heir] = [await need('Mit Frage'), await need('Ohne Frage')];
		const [number] = old.reports as [string];
		const say = (by: Actor, kind: string) =>
			doing(by, `select public.write_need_report_message('${number}', '${kind}', 'Wo genau?')`);
		await say(cast.planner, 'question');
		await say(cast.clerk, 'reply');
		await doing(cast.planner, merging(old.number, heir.number));
		const { waits } = await asking<{ waits: { repliedAt: string | null } }>(
			cast.planner,
			`select public.need_report('${number}')`
		);
		expect(waits.repliedAt).not.toBeNull();
	});
});

describe('a need that is split', () => {
	test('keeps the rest; both tell of each other, and so do the reports that went', async () => {
		const { number, reports } = await need('Zweierlei', 3);
		const [stays, ...go] = reports as [string, string, string];
		const part = await asking<string>(cast.planner, splitting(number, 'Ein eigener Teil', go));
		expect(await numbersOf(number)).toEqual([stays]);
		expect((await numbersOf(part)).toSorted()).toEqual(go.toSorted());
		expect((await read(number)).changes).toMatchObject([
			{ kind: 'split', isOrigin: true, other: part, newTitle: 'Ein eigener Teil', reports: 2 }
		]);
		expect((await read(part)).changes).toMatchObject([{ kind: 'split', isOrigin: false, other: number }]);
		expect((await chronicle(go[0])).at(-1)).toMatchObject({
			kind: 'need_split',
			body: 'Es ist etwas anderes.'
		});
		expect((await chronicle(stays)).map(({ kind }) => kind)).not.toContain('need_split');
	});

	test('keeps one report at least, and gives away only its own', async () => {
		const [{ number, reports }, other] = [await need('Alle beisammen', 2), await need('Fremde Meldung')];
		const attempt = async (chosen: string[]) =>
			(await trying(cast.planner, splitting(number, 'Ein Teil', chosen))).message;
		expect(await attempt(reports)).toBe('errors_need_keeps_one');
		expect(await attempt([reports[0]!, other.reports[0]!])).toBe('errors_need_reports_moved');
		expect((await trying(cast.planner, splitting(number, 'Ein Teil', []))).word).toBe('MISSG');
	});

	test('sent twice it is split once, and both are told the same number', async () => {
		const { number, reports } = await need('Einmal geteilt', 3);
		const sent = splitting(number, 'Ein Teil davon', reports.slice(1), randomUUID());
		const part = await asking<string>(cast.planner, sent);
		expect(await asking(cast.planner, sent)).toBe(part);
		expect((await read(number)).changes).toHaveLength(1);
		const other = sent.replace(reports[1]!, reports[0]!);
		expect((await trying(cast.planner, other)).message).toBe('errors_already_done');
	});
});

describe('one answer for several reports of a need', () => {
	const answering = (need: string, reports: object[], reason = 'Ein Rufbus fährt.') =>
		`select public.answer_need_reports('${need}', 'accepted', '${reason}', null, '${JSON.stringify(reports)}')`;
	const answersTo = async (number: string) =>
		(
			await asking<{ answers: { decision: string; reason: string }[] }>(
				cast.clerk,
				`select public.need_report('${number}')`
			)
		).answers.map(({ decision, reason }) => `${decision}: ${reason}`);

	test('each gets its own, with its own sentence, an entry and a letter of its own', async () => {
		const { number, reports } = await need('Rufbus für alle', 3);
		const [first, second, third] = reports as [string, string, string];
		await doing(
			cast.planner,
			answering(number, [{ number: first, sentence: ' Auch in Tanne. ' }, { number: second }])
		);
		expect(await answersTo(first)).toEqual(['accepted: Ein Rufbus fährt.\n\nAuch in Tanne.']);
		expect(await answersTo(second)).toEqual(['accepted: Ein Rufbus fährt.']);
		expect(await answersTo(third)).toEqual([]);
		expect((await chronicle(first)).at(-1)).toMatchObject({ kind: 'answered' });
		const told = await sql(
			`select r.number from private.notices n join public.need_reports r on r.id = n.subject_id
			where n.kind = 'answered' and r.number = any ($1) order by r.number`,
			[reports]
		);
		expect(told.map((row) => row.number)).toEqual([first, second].toSorted());
	});

	test('sent twice it is given once', async () => {
		const { number, reports } = await need('Zweimal gesendet', 2);
		const sent = answering(
			number,
			reports.map((each) => ({ number: each }))
		);
		await doing(cast.planner, sent);
		await doing(cast.planner, sent);
		expect(await answersTo(reports[0]!)).toHaveLength(1);
	});

	test('is refused whole where one was answered otherwise meanwhile', async () => {
		const { number, reports } = await need('Zu zweit beantwortet', 2);
		await doing(cast.deputyPlanner, answering(number, [{ number: reports[0] }], 'Kein Bus.'));
		const second = await trying(
			cast.planner,
			answering(
				number,
				reports.map((each) => ({ number: each }))
			)
		);
		expect(second).toMatchObject({
			word: 'RULED',
			message: 'errors_need_answered_meanwhile',
			detail: '["reports"]'
		});
		expect(await answersTo(reports[1]!)).toEqual([]);
	});

	test('is for planners of the authority: an office is told to contribute', async () => {
		const { number, reports } = await need('Nur die Planung', 2);
		expect(await trying(cast.officePlanner, answering(number, [{ number: reports[0] }]))).toMatchObject({
			word: 'RULED',
			message: 'errors_answer_is_the_planners'
		});
		expect((await trying(cast.clerk, answering(number, [{ number: reports[0] }]))).word).toBe('NOTFD');
	});
});

describe('a text block', () => {
	type Block = {
		id: string;
		title: string;
		body: string;
		revision: number;
		uses: number;
		isRetired: boolean;
	};
	const blocks = async () =>
		(await asking<{ blocks: Block[] }>(cast.officePlanner, `select public.text_blocks('${harz}')`)).blocks;
	const block = async (id: string) => (await blocks()).find((each) => each.id === id);
	const adding = (title: string, id: string = randomUUID()) =>
		`select public.add_text_block('${harz}', '${id}', '${title}', 'Ein Rufbus fährt.')`;
	const changing = (id: string, revision: number, body: string) =>
		`select public.change_text_block('${id}', ${revision}, 'Rufbus', '${body}')`;

	test('counts the answers it was put into, also those given together', async () => {
		const id = randomUUID();
		await doing(cast.planner, adding('Gezählt', id));
		const { number, reports } = await need('Mit Baustein', 2);
		const given = JSON.stringify(reports.map((each) => ({ number: each })));
		await doing(
			cast.planner,
			`select public.answer_need_reports('${number}', 'noted', 'Ein Rufbus fährt.', null, '${given}', '{${id}}')`
		);
		expect(await block(id)).toMatchObject({ uses: 2 });
		await doing(cast.planner, `select public.retire_text_block('${id}')`);
		expect(await block(id)).toMatchObject({ uses: 2, isRetired: true });
	});

	test('is not overwritten unseen', async () => {
		const id = randomUUID();
		await doing(cast.planner, adding('Rufbus', id));
		await doing(cast.planner, changing(id, 1, 'Der Rufbus fährt.'));
		const late = await trying(cast.deputyPlanner, changing(id, 1, 'Kein Rufbus fährt.'));
		expect(late.word).toBe('STALE');
		expect(JSON.parse(late.detail!)).toMatchObject({ revision: 2, body: 'Der Rufbus fährt.' });
		await doing(cast.deputyPlanner, changing(id, 2, 'Kein Rufbus fährt.'));
		expect(await block(id)).toMatchObject({ revision: 3, body: 'Kein Rufbus fährt.' });
	});

	test('has a name of its own among those offered', async () => {
		const id = randomUUID();
		await doing(cast.planner, adding('Zuständig', id));
		await doing(cast.planner, adding('Zuständig', id));
		const again = await trying(cast.planner, adding('zuständig'));
		expect(again).toMatchObject({ message: 'errors_block_title_taken', detail: '["title"]' });
		await doing(cast.planner, `select public.retire_text_block('${id}')`);
		await doing(cast.planner, adding('Zuständig'));
		const back = await trying(cast.planner, `select public.retire_text_block('${id}', false)`);
		expect(back.message).toBe('errors_block_title_taken');
	});

	test('of another authority is put into no answer', async () => {
		const [foreign] = await sql<{ id: string }>(
			`insert into public.text_blocks (authority_id, title, body) select id, 'Fremd', 'Fremd.' from public.authorities where id <> $1 returning id`,
			[harz]
		);
		const number = await report();
		await answer(number, foreign!.id);
		expect(await sql('select from public.text_block_uses where block_id = $1', [foreign!.id])).toEqual([]);
	});
});
