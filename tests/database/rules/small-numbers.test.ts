import { beforeAll, describe, expect, test } from 'vitest';
import { asking, trying } from '../acting.ts';
import { cast, enter, harz, musterdorf, musterkreis } from '../cast.ts';
import { sql } from '../harness.ts';
import { answer, assess, report } from '../stage.ts';

/* Small numbers stay hidden, and no total gives them away. */

beforeAll(enter);

type Figures = { cells: Record<string, number | null>; total: number | null };
const suppress = async (counts: Record<string, number>, small: number) =>
	(
		await sql<{ figures: Figures }>('select private.suppress($1, $2) as figures', [
			JSON.stringify(counts),
			small
		])
	)[0]!.figures;

describe('what is published of counts', () => {
	test.each<[what: string, counts: number[], cells: (number | null)[], total: number | null]>([
		['nothing small: all', [7, 12], [7, 12], 19],
		['no count at all: a zero is no secret', [], [], 0],
		['one small one hides the next smallest with it', [3, 8, 20], [null, null, 20], 31],
		['two small ones hide each other, if their sum says nothing', [4, 4, 20], [null, null, 20], 28],
		['two ones say too much together', [1, 1, 6, 20], [null, null, null, 20], 28],
		['five ones are five ones: hide one more', [1, 1, 1, 1, 1, 30], [null, null, null, null, null, null], 35],
		['only small ones: no total either', [1, 1, 1], [null, null, null], null],
		['one small one alone: no total either', [3], [null], null],
		['zeros hide nobody', [0, 0, 3, 9], [0, 0, null, null], 12]
	])('%s', async (_, counts, cells, total) => {
		const { cells: shown, total: sum } = await suppress(asCells(counts), 5);
		expect([Object.values(shown), sum]).toEqual([cells, total]);
	});

	test('never lets anybody work out a hidden count: 3,000 tables', async () => {
		const random = generator(20261123);
		const tables = Array.from({ length: 3000 }, () => ({
			small: 3 + Math.floor(random() * 8),
			counts: Array.from({ length: 1 + Math.floor(random() * 16) }, () => Math.floor(random() ** 3 * 40))
		}));
		const published = await Promise.all(tables.map(({ counts, small }) => suppress(asCells(counts), small)));
		const given = tables.filter((table, n) => givesAway(table.counts, published[n]!, table.small));
		expect(given).toEqual([]);
		expect(published.filter(({ total }) => total === null).length).toBeLessThan(600); // and is not simply silent
		expect(
			published.filter(({ cells }) => Object.values(cells).some((cell) => cell === null)).length
		).toBeGreaterThan(2000);
	});
});

describe('the public start page', () => {
	test('shows no count below five, and counts that add up', async () => {
		const { byField, reports } = await overview(harz);
		const shown = byField.map((field) => field.reports).filter((n) => n !== null);
		expect(shown.every((n) => n >= 5)).toBe(true);
		const [{ n } = { n: 0 }] = await sql(
			'select count(*)::integer as n from public.need_reports where authority_id = $1',
			[harz]
		);
		expect(reports).toBe(n);
	});

	test('of a young authority says nothing about how few there are', async () => {
		for (let n = 1; n <= 4; n++) {
			await report({ visibility: 'district' }, foreigners);
			expect(await overview(musterkreis)).toMatchObject({
				reports: null,
				answered: null,
				byField: [{ field: 'care', reports: null }]
			});
		}
		await report({ visibility: 'district' }, foreigners);
		expect(await overview(musterkreis)).toMatchObject({
			reports: 5,
			answered: null,
			byField: [{ field: 'care', reports: 5 }]
		});
	});

	test('counts what is true: the tally follows every report, assessment and answer', async () => {
		const number = await report();
		await assess(number, 'Gezählt');
		await trying(cast.planner, `select public.assess_need_report('${number}', 'health', 'district')`);
		await answer(await report());
		const tally = await sql(
			'select authority_id, field_of_action, reports::integer, answered::integer from private.report_tallies where reports > 0 order by 1, 2'
		);
		const counted =
			await sql(`select authority_id, assessed_field as field_of_action, count(*)::integer as reports, count(final_at)::integer as answered
			from public.need_reports group by 1, 2 order by 1, 2`);
		expect(tally).toEqual(counted);
	});

	test('of 300 random authorities gives nothing away: fields, answers, decisions, verdicts', async () => {
		const random = generator(7);
		const upTo = (n: number) => Math.floor(random() ** 2 * (n + 1));
		const given: unknown[] = [];
		for (let n = 0; n < 300; n++) {
			const fields = Array.from({ length: 1 + upTo(8) }, () => 1 + upTo(30));
			const reports = fields.reduce((sum, count) => sum + count, 0);
			const answered = Math.max(0, reports - upTo(reports));
			const decisions = split(answered, 6, random);
			const verdicts = split(Math.max(0, answered - upTo(answered)), 4, random);
			const published = await publishing(fields, answered, decisions, verdicts);
			if (tellsTooMuch(published, reports)) given.push({ fields, answered, decisions, verdicts, published });
		}
		expect(given).toEqual([]);
	});

	test('is the only way to a count for somebody not signed in', async () => {
		for (const text of [
			`select from private.report_tallies`,
			`select from public.need_reports`,
			`select from public.list_need_reports('${harz}')`,
			`select from public.need_reports_by_municipality('${harz}')`,
			`select private.suppress('{}', 0)`,
			`select short_id from public.short_addresses`
		])
			expect((await trying(cast.anonymous, text)).word).toBe('42501');
	});

	test('lists only what is public', async () => {
		await report({ title: 'Nicht für alle', visibility: 'participants' });
		const { recent } = await overview(harz);
		const visibilities = await sql(
			'select distinct visibility from public.need_reports where number = any ($1)',
			[recent.map(({ number }) => number)]
		);
		expect(visibilities).toEqual([{ visibility: 'public' }]);
	});
});

const foreigners = { writer: cast.foreignClerk, releaser: cast.foreignHead, organisation: musterdorf };

type Overview = {
	reports: number | null;
	answered: number | null;
	byField: { reports: number | null }[];
	recent: { number: string }[];
};
const overview = (authority: string) =>
	asking<Overview>(cast.anonymous, `select public.public_overview('${authority}')`);

const asCells = (counts: number[]) =>
	Object.fromEntries(counts.map((count, n) => [`field_${String.fromCharCode(97 + n)}`, count]));

/**
 * What a reader with pencil and paper can do: subtract what is shown from the total; what is left is spread over the
 * hidden cells, each at least one. A cell is given away when less than `small` values are left for it.
 */
function givesAway(counts: number[], { cells, total }: Figures, small: number): boolean {
	const shown = Object.values(cells).filter((cell) => cell !== null);
	const hidden = counts.length - shown.length;
	if (shown.some((cell) => cell > 0 && cell < small)) return true;
	if (hidden === 0 || total === null) return false;
	const left = total - shown.reduce((sum, cell) => sum + cell, 0);
	const most = left - (hidden - 1);
	return hidden < 2 || most < small;
}

type Published = Overview & {
	byDecision: Record<string, number | null> | null;
	byVerdict: Record<string, number | null> | null;
};

/** What would be published of such an authority; taken back at once. */
async function publishing(
	fields: number[],
	answered: number,
	decisions: number[],
	verdicts: number[]
): Promise<Published> {
	const rows = (kind: string, counts: number[]) =>
		counts.map((count, n) => `('${musterkreis}', '${kind}', '${kind}_${n}', ${count})`).join();
	await sql(`delete from private.report_tallies where authority_id = '${musterkreis}'; delete from private.outcome_tallies where authority_id = '${musterkreis}';
		insert into private.report_tallies (authority_id, field_of_action, reports, answered)
		select '${musterkreis}', f.key, c.reports, case c.n when 1 then ${answered} else 0 end from unnest(array[${fields.join()}]) with ordinality c (reports, n)
		join public.fields_of_action f on f.position = c.n;
		insert into private.outcome_tallies values ${rows('decision', decisions)}, ${rows('gap', verdicts)}`);
	return (await overview(musterkreis)) as Published;
}

/** Reports, answered and asked lie in each other: what is left over counts as a hidden cell too. */
function tellsTooMuch(
	{ byField, reports, answered, byDecision, byVerdict }: Published,
	all: number
): boolean {
	const small = (count: number) => count > 0 && count < 5;
	const cells = (shown: Record<string, number | null> | null) => Object.values(shown ?? {});
	if (
		[...byField.map((field) => field.reports), ...cells(byDecision), ...cells(byVerdict)].some(
			(count) => count !== null && small(count)
		)
	)
		return true;
	if (reports !== null && reports !== all) return true;
	if (answered !== null && (small(answered) || small(all - answered))) return true;
	const decided = { cells: byDecision ?? {}, total: byDecision && answered };
	if (
		byDecision &&
		givesAway(
			cells(byDecision).map(() => 0),
			decided,
			5
		)
	)
		return true;
	const verdicts = cells(byVerdict);
	const allShown = verdicts.length > 0 && verdicts.every((count) => count !== null);
	return (
		allShown &&
		answered !== null &&
		small(answered - verdicts.reduce((sum: number, count) => sum + (count ?? 0), 0))
	);
}

function split(total: number, parts: number, random: () => number): number[] {
	const counts = Array.from({ length: parts }, () => 0);
	for (let n = 0; n < total; n++) counts[Math.floor(random() ** 2 * parts)]!++;
	return counts;
}

/** The same numbers in every run (mulberry32). */
function generator(seed: number) {
	return () => {
		seed = (seed + 0x6d2b79f5) | 0;
		let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}
