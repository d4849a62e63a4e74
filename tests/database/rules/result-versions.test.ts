import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asking, doing, trying, type Actor } from '../acting.ts';
import { addresseeOf, open, publish, take } from '../call-stage.ts';
import { cast, enter, harz, oberharz } from '../cast.ts';
import { sql } from '../harness.ts';

/* What is published stays readable: a correction is a new version with a note, and files are added, never exchanged. */

beforeAll(enter);

type Result = {
	summary: string;
	versions: { summary: string; note: string | null }[];
	files: { id: string; file_name: string }[];
	canCorrect: boolean;
};
let slug: string;
const read = (actor: Actor) =>
	asking<Result | null>(actor, `select public.call_result('${harz}', '${slug}')`);
const correcting = (
	body: string,
	{ note = 'Die Zahl war falsch.', id = randomUUID() as string, seen = 1 } = {}
) => `select public.correct_call_result('${harz}', '${slug}', '${id}', '${body}', '${note}', ${seen})`;
const attaching = (bytes = randomUUID() as string, type = 'application/pdf', text = '') =>
	`select public.attach_to_call('${harz}', '${slug}', 'Tabelle.pdf', '${type}', 1000, encode(sha256('${bytes}'), 'hex'), null, '${text}')`;

beforeEach(async () => {
	slug = await open(oberharz);
	await doing(
		cast.planner,
		`select public.enter_survey_return('${await addresseeOf(slug)}', '[{"field": "care", "outcome": "nil_return"}, {"field": "youth", "outcome": "nil_return"}]', 'phone', 'Frau Kern', null)`
	);
	await take(slug, 'closed');
});

describe('a published result', () => {
	beforeEach(() => publish(slug, 'public'));

	test('is corrected by a new version with a note; what was said before stays readable', async () => {
		await doing(cast.planner, correcting('Zwölf Plätze fehlen.'));
		for (const actor of [null, cast.clerk, cast.planner])
			expect(await read(actor)).toMatchObject({
				summary: 'Zwölf Plätze fehlen.',
				versions: [
					{ summary: 'Der Rat tagt erst danach.', note: null },
					{ summary: 'Zwölf Plätze fehlen.', note: 'Die Zahl war falsch.' }
				],
				canCorrect: actor === cast.planner
			});
		const { steps } = await asking<{ steps: { step: string; body: string }[] }>(
			cast.planner,
			`select public.call_record('${harz}', '${slug}')`
		);
		expect(steps.at(-1)).toMatchObject({ step: 'corrected', body: 'Die Zahl war falsch.' });
		await expect(sql(`update public.call_result_versions set body = 'Anders'`)).rejects.toThrow(
			'errors_submitted_is_final'
		);
	});

	test('is corrected once by one form, and not past a correction that the page did not know', async () => {
		const id = randomUUID();
		await doing(cast.planner, correcting('Neu.', { id }));
		await doing(cast.planner, correcting('Neu.', { id }));
		expect((await trying(cast.planner, correcting('Anders.', { id }))).word).toBe('FINAL');
		expect((await trying(cast.deputyPlanner, correcting('Zugleich.'))).word).toBe('STALE');
		await doing(cast.deputyPlanner, correcting('Danach.', { seen: 2 }));
		expect((await read(null))!.versions).toHaveLength(3);
	});

	test('is corrected by nobody but planners, and never without words and a note', async () => {
		for (const actor of [cast.clerk, cast.head, cast.administrator, cast.foreignPlanner])
			expect((await trying(actor, correcting('Neu.'))).word).toBe('NOTFD');
		const { word, detail } = await trying(cast.planner, correcting(' ', { note: ' ' }));
		expect([word, detail]).toEqual(['MISSG', '["body", "note"]']);
	});

	test('takes files, which everybody who reads it may open, and gives none away again', async () => {
		const id = await asking(cast.planner, attaching());
		expect((await read(null))!.files).toMatchObject([{ id, file_name: 'Tabelle.pdf' }]);
		const opening = `select sha256 from public.attachments where id = '${id}'`;
		for (const actor of [null, cast.neighbour, cast.foreignClerk])
			expect((await trying(actor, opening)).word).toBe('yes');
		expect((await trying(cast.planner, `select public.detach('${id}')`)).word).toBe('NOTFD');
		for (const actor of [cast.clerk, cast.foreignPlanner])
			expect((await trying(actor, attaching())).word).toBe('NOTFD');
	});
});

describe('the files of a result', () => {
	test('are the planners’ until it is published, and can be taken away', async () => {
		const [kept, gone] = [await asking(cast.planner, attaching()), await asking(cast.planner, attaching())];
		const opening = `select sha256 from public.attachments where id = '${kept}'`;
		for (const actor of [null, cast.clerk, cast.head])
			expect((await trying(actor, opening)).word).toBe('nothing');
		expect((await trying(cast.deputyPlanner, opening)).word).toBe('yes');
		expect((await trying(cast.clerk, `select public.detach('${gone}')`)).word).toBe('NOTFD');
		await doing(cast.planner, `select public.detach('${gone}')`);
		await publish(slug, 'asked');
		expect((await read(cast.clerk))!.files).toMatchObject([{ id: kept }]);
		for (const actor of [cast.clerk, cast.planner]) expect((await trying(actor, opening)).word).toBe('yes');
		for (const actor of [null, cast.neighbour, cast.foreignPlanner])
			expect((await trying(actor, opening)).word).toBe('nothing');
	});

	test('are ten at most, each once, and an image says what it shows', async () => {
		const same = randomUUID();
		expect(await asking(cast.planner, attaching(same))).toBe(await asking(cast.planner, attaching(same)));
		expect((await trying(cast.planner, attaching('bild', 'image/png'))).detail).toBe('["text"]');
		for (let n = 2; n <= 10; n++) await doing(cast.planner, attaching());
		expect((await trying(cast.planner, attaching())).message).toBe('attachments_error_too_many');
	});

	test('are not for a survey that is open', async () => {
		slug = await open(oberharz);
		expect((await trying(cast.planner, attaching())).message).toBe('errors_call_is_not_closed');
	});
});

describe('the short address of a survey', () => {
	const way = async (actor: Actor) => {
		const { word, rows } = await trying(actor, `select public.call_way('${harz}', '${slug}') as way`);
		return rows[0]?.way ?? word;
	};

	test('leads who is not asked to the result, if they may read it', async () => {
		expect([await way(cast.planner), await way(cast.clerk), await way(cast.neighbour)]).toEqual([
			'response',
			'reply',
			'NOTFD'
		]);
		await publish(slug, 'public');
		for (const actor of [cast.neighbour, cast.administrator, cast.foreignPlanner])
			expect(await way(actor)).toBe('result');
		expect(await way(cast.clerk)).toBe('reply');
	});

	test('leads nobody else to what only those asked read', async () => {
		await publish(slug, 'asked');
		expect([await way(cast.neighbour), await way(cast.foreignPlanner)]).toEqual(['NOTFD', 'NOTFD']);
	});
});

test('what was published before there were results says so to those it concerns, and is not there for others', async () => {
	await publish(slug, 'public');
	await sql('alter table public.call_steps disable trigger keep_words');
	await sql(
		`update public.call_steps set audience = null where call_id = (select id from public.calls where slug = $1)`,
		[slug]
	);
	await sql('alter table public.call_steps enable trigger keep_words');
	await sql(`update public.calls set audience = null where slug = $1`, [slug]);
	for (const actor of [cast.planner, cast.clerk]) expect(await read(actor)).toBeNull();
	const reading = `select public.call_result('${harz}', '${slug}')`;
	for (const actor of [null, cast.neighbour, cast.foreignPlanner])
		expect((await trying(actor, reading)).word).toBe('NOTFD');
	expect((await trying(cast.planner, correcting('Neu.'))).message).toBe('errors_call_has_no_result');
});
