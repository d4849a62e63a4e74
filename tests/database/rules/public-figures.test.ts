import { beforeAll, describe, expect, test } from 'vitest';
import { asking, doing, trying } from '../acting.ts';
import { cast, enter, harz, musterkreis } from '../cast.ts';
import { sql } from '../harness.ts';
import { answer, assess, report } from '../stage.ts';

/*
 * The public figures lie in each other: all reports by field and by municipality, the answered ones by decision and by
 * time, the open ones by state. Whoever has both public pages and a pencil must not get at a hidden count.
 */

beforeAll(enter);

type Cells = (number | null)[];
type Published = {
	small: number;
	reports: number | null;
	answered: number | null;
	byField: Cells;
	byArea: Cells | null;
	byState: Cells | null;
	byTime: Cells | null;
	byDecision: Cells | null;
	byVerdict: Cells | null;
};
type Truth = {
	fields: number[];
	areas: number[];
	open: number[];
	times: number[];
	decisions: number[];
	verdicts: number[];
};

describe('of 250 random authorities', () => {
	test('no sum, difference or other page gives a hidden count away', async () => {
		const random = generator(20261127);
		const given: unknown[] = [];
		const told = { area: 0, state: 0, time: 0, hidden: 0 };
		for (let n = 0; n < 250; n++) {
			const truth = invent(random);
			const published = await publish(truth);
			const leaks = leaksOf(published);
			if (leaks.length) given.push({ truth, published, leaks });
			told.area += Number(published.byArea !== null);
			told.state += Number(published.byState !== null);
			told.time += Number(published.byTime !== null);
			told.hidden += Number(
				[published.byArea, published.byState, published.byTime].some((cells) => cells?.includes(null))
			);
		}
		expect(given).toEqual([]);
		// and they are not simply silent, nor is the test without hidden cells
		expect(told.area).toBeGreaterThan(150);
		expect(Math.min(told.state, told.time, told.hidden)).toBeGreaterThan(60);
	});

	test.each<[what: string, published: Partial<Published>]>([
		['a single hidden cell', { reports: 20, byArea: [12, null] }],
		['two that are one each', { reports: 20, byArea: [18, null, null] }],
		['a hidden one told by the other table', { reports: null, byField: [9, 8, null, null], byArea: [10, 9] }],
		['a small rest without an answer', { reports: 20, answered: 18 }],
		['a hidden state told by what is answered', { reports: 30, answered: 20, byState: [7, null] }],
		['a small one shown', { reports: 20, byArea: [16, 4] }]
	])('the pencil finds %s', (_, published) => {
		expect(leaksOf({ ...nothing, ...published })).not.toEqual([]);
	});
});

test('the figures are true: they follow every report, question and answer', async () => {
	const number = await report({ municipality_ags: '15085228' });
	await assess(number, 'Gezählt');
	await doing(cast.planner, `select public.write_need_report_message('${number}', 'question', 'Wo?')`);
	await answer(await report());
	const tallies = await sql(
		`select authority_id, kind, key, reports::integer as n from private.figure_tallies where reports <> 0 and authority_id = '${harz}' order by 1, 2, 3`
	);
	expect(tallies).toEqual(
		await sql(`select r.authority_id, x.kind, x.key, sum(x.reports)::integer as n from public.need_reports r
			cross join lateral private.figures_of(r, 1) x where r.authority_id = '${harz}' group by 1, 2, 3 order by 1, 2, 3`)
	);
});

test('nobody signed out counts in another way', async () => {
	for (const text of [
		`select from private.figure_tallies`,
		`select public.need_report_figures('${harz}')`,
		`select public.export_need_reports('${harz}')`
	])
		expect((await trying(cast.anonymous, text)).word).toBe('42501');
});

test('whoever takes part sees true numbers of what they may see, and no others', async () => {
	const own = await asking<{ reports: number; byArea: { reports: number }[] }>(
		cast.clerk,
		`select public.need_report_figures('${harz}')`
	);
	const [{ n } = { n: 0 }] = await doing(
		cast.clerk,
		`select count(*)::integer as n from public.need_reports where authority_id = '${harz}'`
	);
	const all = await asking<{ reports: number }>(cast.planner, `select public.need_report_figures('${harz}')`);
	expect(own.reports).toBe(n);
	expect(own.byArea.reduce((sum, { reports }) => sum + reports, 0)).toBe(n);
	expect(all.reports).toBeGreaterThan(own.reports);
});

const nothing: Published = {
	small: 5,
	reports: null,
	answered: null,
	byField: [],
	byArea: null,
	byState: null,
	byTime: null,
	byDecision: null,
	byVerdict: null
};

/** An authority with reports spread over its tables as chance has it; small ones are frequent. */
function invent(random: () => number): Truth {
	const upTo = (n: number) => Math.floor(random() ** 2 * (n + 1));
	const fields = Array.from({ length: 1 + upTo(8) }, () => 1 + upTo(30));
	const reports = fields.reduce((sum, count) => sum + count, 0);
	const answered = Math.max(0, reports - upTo(reports));
	return {
		fields,
		areas: split(reports, 1 + upTo(13), random),
		open: split(reports - answered, 3, random),
		times: split(answered, 4, random),
		decisions: split(answered, 6, random),
		verdicts: split(Math.max(0, answered - upTo(answered)), 4, random)
	};
}

async function publish({ fields, areas, open, times, decisions, verdicts }: Truth): Promise<Published> {
	const rows = (kind: string, counts: number[]) =>
		counts.map((count, n) => `('${musterkreis}', '${kind}', 'k${n}', ${count})`);
	const answered = times.reduce((sum, count) => sum + count, 0);
	await sql(`delete from private.report_tallies where authority_id = '${musterkreis}'; delete from private.outcome_tallies where authority_id = '${musterkreis}';
		delete from private.figure_tallies where authority_id = '${musterkreis}';
		insert into private.report_tallies (authority_id, field_of_action, reports, answered)
		select '${musterkreis}', f.key, c.reports, case c.n when 1 then ${answered} else 0 end from unnest(array[${fields.join()}]) with ordinality c (reports, n)
		join public.fields_of_action f on f.position = c.n;
		insert into private.outcome_tallies values ${[...rows('decision', decisions), ...rows('gap', verdicts)].join()};
		insert into private.figure_tallies values ${[...rows('area', areas), ...rows('open', open), ...rows('weeks', times)].join()}`);
	const [{ figures, overview } = { figures: null, overview: null }] = await doing(
		cast.anonymous,
		`select public.public_figures('${musterkreis}') as figures, public.public_overview('${musterkreis}') as overview`
	);
	return cellsOf(figures as Told, overview as Told);
}

type Told = Record<string, unknown>;

function cellsOf(figures: Told, overview: Told): Published {
	const counts = (list: unknown) =>
		(list as { reports: number | null }[] | null)?.map(({ reports }) => reports) ?? null;
	const values = (record: unknown) =>
		record ? Object.values(record as Record<string, number | null>) : null;
	expect([figures.reports, figures.answered, figures.byField]).toEqual([
		overview.reports,
		overview.answered,
		overview.byField
	]);
	return {
		small: figures.small as number,
		reports: figures.reports as number | null,
		answered: figures.answered as number | null,
		byField: counts(figures.byField) ?? [],
		byArea: counts(figures.byArea),
		byState: values(figures.byState),
		byTime: values(figures.byTime),
		byDecision: values(overview.byDecision),
		byVerdict: values(overview.byVerdict)
	};
}

type Range = { least: number; most: number };
const exactly = (n: number): Range => ({ least: n, most: n });
const unknown = (least = 0): Range => ({ least, most: 1_000_000 });

/**
 * Narrows what each number can be until nothing narrows any more. The sums form a tree (tables share totals only), so the
 * ranges found are the true ones. A leak is a count below the threshold that is shown or follows, or a hidden cell that
 * has a single value left or none from the threshold on.
 */
function leaksOf(published: Published): string[] {
	const { small } = published;
	const range = (count: number | null, least = 0) => (count === null ? unknown(least) : exactly(count));
	const all = range(published.reports);
	const answered = range(published.answered);
	const open = unknown();
	const undecided = unknown();
	const tables = (['byField', 'byArea', 'byState', 'byTime', 'byDecision', 'byVerdict'] as const).flatMap(
		(name) => {
			const cells = published[name];
			return cells ? [{ name, cells, ranges: cells.map((cell) => range(cell, 1)) }] : [];
		}
	);
	const sums: Record<string, Range[]> = {
		byField: [all],
		byArea: [all],
		byState: [open],
		byTime: [answered],
		byDecision: [answered]
	};
	for (let isNarrower = true; isNarrower;) {
		isNarrower = narrow(all, [answered, open]);
		for (const { name, ranges } of tables) {
			const parts = name === 'byVerdict' ? [...ranges, undecided] : ranges;
			for (const sum of sums[name] ?? [answered]) if (parts.length && narrow(sum, parts)) isNarrower = true;
		}
	}
	const isSmall = ({ least, most }: Range) => most === least && least > 0 && least < small;
	const leaks = tables.flatMap(({ name, cells, ranges }) =>
		ranges.flatMap((found, n) => {
			const isTold = cells[n] === null ? found.most === found.least || found.most < small : isSmall(found);
			return isTold ? [`${name} ${n}: ${found.least} to ${found.most}`] : [];
		})
	);
	return [
		...leaks,
		...Object.entries({ answered, open }).flatMap(([name, found]) => (isSmall(found) ? [name] : []))
	];
}

/** sum = parts, for ranges. @returns whether one became narrower */
function narrow(sum: Range, parts: Range[]): boolean {
	let isNarrower = false;
	const set = (found: Range, least: number, most: number) => {
		isNarrower ||= least > found.least || most < found.most;
		found.least = Math.max(found.least, least);
		found.most = Math.min(found.most, most);
	};
	const total = (bound: keyof Range) => parts.reduce((count, part) => count + part[bound], 0);
	set(sum, total('least'), total('most'));
	for (const part of parts)
		set(part, sum.least - (total('most') - part.most), sum.most - (total('least') - part.least));
	return isNarrower;
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
