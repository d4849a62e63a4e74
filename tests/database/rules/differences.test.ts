import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { changesOf, comparedSections, comparedTexts } from '#lib/documents/comparison.ts';
import { documentNews } from '#lib/documents/news.ts';
import { roundWindow } from '#lib/rounds/window.ts';
import { asking, doing, trying, type Actor } from '../acting.ts';
import { take } from '../call-stage.ts';
import { cast, enter, harz, musterkreis, oberharz, seniorCouncil } from '../cast.ts';
import {
	addSection,
	begin,
	freezeFirst,
	freezing,
	prepareRound,
	saving,
	splitting,
	versionOf
} from '../document-stage.ts';
import { sql } from '../harness.ts';

/* What changed between versions of a document, over several of them too, and who may ask. */

beforeAll(enter);

const compare = (number: number, other: number, actor: Actor, slug = 'vergleich') =>
	trying(actor, `select public.compared_versions('${harz}', '${slug}', ${number}, ${other}) as said`);
const wordOf = async (answer: ReturnType<typeof trying>) => (await answer).word;

describe('three versions of a draft', () => {
	let document: string;
	let versions: string[];
	let [bus, rail, care, hospice]: string[] = [];
	let ferry: string;

	const sections = async (before: string, after: string) =>
		comparedSections.parse(
			await asking(cast.planner, `select public.compared_sections('${before}', '${after}')`)
		);

	beforeAll(async () => {
		document = await begin('vergleich');
		const first = await versionOf(document);
		[bus, rail, care, hospice] = [
			await addSection(first, 'Bus'),
			await addSection(first, 'Bahn'),
			await addSection(first, 'Pflege'),
			await addSection(first, 'Hospiz')
		];
		await freezeFirst(first);

		await doing(cast.planner, `select public.start_version('${document}', null)`);
		const second = await versionOf(document, 2);
		const merged = `'{"blocks": [], "notes": []}', 'Beides', 3`;
		await doing(
			cast.planner,
			`select public.merge_sections('${second}', '${bus}', 1, '${rail}', 1, ${merged})`
		);
		await doing(
			cast.planner,
			`select public.remove_section('${second}', '${hospice}', 'Steht im Plan des Landes.')`
		);
		await doing(
			cast.planner,
			freezing(second, [
				{ from: bus!, to: bus!, fate: 'merged', isChanged: true },
				{ from: rail!, to: bus!, fate: 'merged', isChanged: true },
				{ from: care!, to: care!, fate: 'kept' },
				{ from: hospice!, fate: 'removed', reason: 'Steht im Plan des Landes.' }
			] as never)
		);

		await doing(cast.planner, `select public.start_version('${document}', null)`);
		const third = await versionOf(document, 3);
		ferry = randomUUID();
		await doing(cast.planner, splitting(third, bus!, 1, 'Fähre', ferry));
		await doing(cast.planner, saving(third, care!, 1, 'Pflege', 'Neue Worte.'));
		versions = [first, second, third];
	});

	const ways = (found: z.infer<typeof comparedSections>) =>
		found.ways.map(({ from, to }) => `${from} ${to}`).sort();

	test('of frozen ones the lineage says which section came from which', async () => {
		const found = await sections(versions[0]!, versions[1]!);
		expect(ways(found)).toEqual([`${bus} ${bus}`, `${rail} ${bus}`, `${care} ${care}`].sort());
		expect(found.reasons).toEqual({ [hospice!]: 'Steht im Plan des Landes.' });
		expect(found.ways.find(({ from }) => from === care)!.isChanged).toBe(false);
	});

	test('of the one in work the origins say it', async () => {
		const found = await sections(versions[1]!, versions[2]!);
		expect(ways(found)).toEqual([`${bus} ${bus}`, `${bus} ${ferry}`, `${care} ${care}`].sort());
		expect(found.ways.find(({ from }) => from === care)!.isChanged).toBe(true);
	});

	test('over several versions both count', async () => {
		const found = await sections(versions[0]!, versions[2]!);
		expect(ways(found)).toEqual(
			[`${bus} ${bus}`, `${bus} ${ferry}`, `${rail} ${bus}`, `${rail} ${ferry}`, `${care} ${care}`].sort()
		);
		expect(found.reasons).toEqual({ [hospice!]: 'Steht im Plan des Landes.' });
		const changes = changesOf(found);
		expect(changes.map(({ before, after }) => [before.length, after.length])).toEqual([
			[2, 2],
			[1, 1],
			[1, 0]
		]);
	});

	test('texts are told of both versions, and of no other section', async () => {
		const texts = (actor: Actor) =>
			asking(actor, `select public.compared_texts('${versions[0]}', '${versions[2]}', '{${care}}')`);
		const { before, after } = comparedTexts.parse(await texts(cast.planner));
		expect([...before, ...after].map(({ id }) => id)).toEqual([care, care]);
		expect(JSON.stringify(after[0]!.body)).toContain('Neue Worte.');
		expect(await texts(cast.clerk)).toEqual({ before: [], after: [] });
	});

	test('an older version is compared with a newer one, never the other way round', async () => {
		expect(await wordOf(compare(2, 1, cast.planner))).toBe('yes');
		expect(await wordOf(compare(1, 2, cast.planner))).toBe('NOTFD');
		expect(await wordOf(compare(2, 2, cast.planner))).toBe('NOTFD');
		expect(await wordOf(compare(2, 9, cast.planner))).toBe('NOTFD');
		const foreign = `select public.compared_sections('${versions[0]}', (select id from public.document_versions where document_id <> '${document}' limit 1))`;
		expect(await wordOf(trying(cast.planner, foreign))).toBe('NOTFD');
	});

	test('who is asked about the second compares it with the first, and not the third', async () => {
		expect(await wordOf(compare(2, 1, cast.clerk))).toBe('NOTFD');
		await take(await prepareRound(versions[1]!, [oberharz]), 'opened');
		expect(await wordOf(compare(2, 1, cast.clerk))).toBe('yes');
		expect(await wordOf(compare(3, 1, cast.clerk))).toBe('NOTFD');
		expect(await wordOf(compare(2, 1, cast.foreignPlanner))).toBe('NOTFD');
		expect(await wordOf(compare(2, 1, null))).toBe('NOTFD');
	});
});

describe('what is new for everybody', () => {
	const news = async (actor: Actor, authority = harz) =>
		documentNews.parse(await asking(actor, `select public.document_news('${authority}')`));

	test('is what public rounds show, the same for planners and guests', async () => {
		const document = await begin('oeffentlich');
		const version = await versionOf(document);
		await addSection(version, 'Für alle');
		await freezeFirst(version);
		const isTold = async (actor: Actor) => {
			const { versions, rounds } = await news(actor);
			return [
				versions.some(({ slug }) => slug === 'oeffentlich'),
				rounds.some(({ slug }) => slug === 'oeffentlich')
			];
		};
		expect(await isTold(cast.planner)).toEqual([false, false]);
		const round = await prepareRound(version, [oberharz], { isPublic: true });
		expect(await isTold(cast.planner)).toEqual([false, false]);
		await take(round, 'opened');
		expect(await isTold(cast.planner)).toEqual([true, true]);
		expect(await isTold(null)).toEqual([true, true]);
		expect(await news(null)).toEqual(await news(cast.planner));
		const elsewhere = await news(null, musterkreis);
		expect(elsewhere.versions.some(({ slug }) => slug === 'oeffentlich')).toBe(false);
	});

	test('never a version in work, nor one that only those asked may read', async () => {
		const { versions } = await news(cast.planner);
		expect(versions.some(({ slug }) => slug === 'vergleich')).toBe(false);
		const inWork = await sql<{ id: string }>(
			'select id from public.document_versions where frozen_at is null'
		);
		expect(versions.filter(({ id }) => inWork.some((one) => one.id === id))).toEqual([]);
	});
});

test('the window of a round is told to those it asks, each with the own end', async () => {
	const document = await begin('fenster');
	const version = await versionOf(document);
	await addSection(version, 'Ziele');
	await freezeFirst(version);
	const slug = await prepareRound(version, [oberharz, seniorCouncil]);
	const asked = (actor: Actor) => trying(actor, `select public.round_window('${harz}', '${slug}') as said`);
	expect(await wordOf(asked(cast.planner))).toBe('NOTFD');
	await take(slug, 'opened');
	const window = roundWindow.parse((await asked(cast.clerk)).rows[0]!.said);
	expect(window.addressees.map(({ extensions, isAnswered }) => [extensions, isAnswered])).toEqual([
		[0, false]
	]);
	expect(window.addressees[0]!.dueAt).toBe(window.closesAt);
	const planned = roundWindow.parse((await asked(cast.planner)).rows[0]!.said);
	expect(planned.addressees).toEqual([]);
	expect(await wordOf(asked(cast.foreignPlanner))).toBe('NOTFD');
	expect(await wordOf(asked(cast.foreignClerk))).toBe('NOTFD');
});
