import { beforeAll, describe, expect, test } from 'vitest';
import { asking, doing, trying } from '../acting.ts';
import { cast, enter, harz, musterdorf, musterkreis } from '../cast.ts';
import { backToNow, later } from '../clock.ts';
import { sql } from '../harness.ts';
import { report } from '../stage.ts';
import { generator, rangesOf, worldsOf, type Cell, type Published } from './attacker.ts';

/*
 * What is published of counts. An attacker who knows all public reports, the rule, every earlier snapshot and how many
 * reports there are, cannot say of a cell which of fewer than three numbers it is (attacker.ts, ADR 0033).
 */

beforeAll(enter);

describe('the attacker', () => {
	test.each([20261130, 4711])('with every table of an authority over six months, seed %i', async (seed) => {
		const random = generator(seed);
		const given: unknown[] = [];
		let told = 0;
		let shown = 0;
		for (let authority = 0; authority < 40; authority++) {
			const small = 4 + Math.floor(random() * 7);
			const secret = `${seed}/${authority}`;
			const months: { cells: Cell[]; published: Published }[] = [];
			for (const cells of growing(random, 6)) {
				const published = await rounded(cells, small, secret);
				if (published) months.push({ cells, published });
			}
			told += months.length;
			if (!months.length) continue;
			rangesOf(months, small).forEach((ranges, month) => {
				const { cells, published } = months[month]!;
				const all = cells.find(({ key }) => key === 'reports')!.rest;
				ranges.forEach(([least, most], c) => {
					const cell = cells[c]!;
					shown += Number(published[cell.kind]?.[cell.key] !== null);
					if (cell.rest < least || cell.rest > most) throw new Error('the attacker is wrong');
					if (cell.key !== 'reports' && most - least + 1 < Math.min(3, all + 1))
						given.push({ seed, authority, small, month, cell, least, most });
				});
			});
		}
		expect(given).toEqual([]);
		expect(told, 'and they are not simply silent').toBeGreaterThan(150);
		expect(shown).toBeGreaterThan(1000);
	});

	test.each([1, 2, 3])('who tries every world and every secret, over three months, seed %i', async (seed) => {
		const random = generator(seed);
		const given: unknown[] = [];
		let told = 0;
		for (let n = 0; n < 25; n++) {
			const small = 4 + Math.floor(random() * 2);
			const size = 2 + Math.floor(random() * 2);
			let area = Array.from({ length: size }, () => Math.floor(random() * 4));
			const months: { cells: Cell[]; published: Published | null }[] = [];
			for (let month = 0; month < 3; month++) {
				const cells = tables({ area, known: () => Math.floor(random() * 3) });
				const published = await rounded(cells, small, `${seed}/${n}`);
				months.push({ cells, published });
				told += Number(published !== null);
				area = area.map((count) => count + Math.floor(random() * 3));
			}
			worldsOf(months, small).forEach((cells, month) => {
				const areas = months[month]!.cells.filter(({ kind }) => kind === 'area');
				const all = areas.reduce((sum, { rest }) => sum + rest, 0);
				cells.forEach((values, c) => {
					if (!values.has(areas[c]!.rest)) throw new Error('the attacker is wrong');
					if (values.size < Math.min(3, all + 1))
						given.push({
							seed,
							n,
							small,
							month,
							rest: areas.map(({ rest }) => rest),
							c,
							values: [...values]
						});
				});
			});
		}
		expect(given).toEqual([]);
		expect(told).toBeGreaterThan(50);
	});

	test('works out what a careless rule would give away: counts at the end of what their steps allow', () => {
		const cells: Cell[] = [
			...tables({ area: [9, 4], known: () => 0 }).filter(({ kind }) => kind !== 'open'),
			{ kind: 'open', key: 'received', known: 0, rest: 13 }
		];
		const published = { sum: { reports: 10, answered: null }, area: { a0: 5, a1: null } };
		const ranges = rangesOf([{ cells, published }], 5)[0]!;
		expect(cells.flatMap(({ kind }, c) => (kind === 'area' ? [ranges[c]] : []))).toEqual([
			[9, 9],
			[4, 4]
		]);
		expect(worldsOf([{ cells, published }], 5)[0], 'such steps are never drawn').toEqual([
			new Set(),
			new Set()
		]);
	});
});

describe('the figures of a district', () => {
	test('are those of the day they were taken, and tell nothing of what came since', async () => {
		const before = await overview(harz);
		expect(before.asOf).toBe(await today());
		await report({ visibility: 'public' });
		await report({ visibility: 'district' });
		await sql('select public.take_figures()');
		const { recent, ...after } = await overview(harz);
		expect({ ...after, recent: before.recent }).toEqual(before);
		expect(recent).not.toEqual(before.recent);
	});

	test('of a month are never taken again; those of the next are, and the older stay as they were', async () => {
		const [first] = await snapshots(harz);
		await later('32 days');
		await sql('select public.take_figures()');
		await sql('select public.take_figures()');
		await backToNow();
		const both = await snapshots(harz);
		expect(both).toHaveLength(2);
		expect(both[0]).toEqual(first);
		await expect(sql(`update private.figure_snapshots set cells = '{}'`)).rejects.toThrow();
	});

	test('show no count below the threshold, and nothing and hidden alike', async () => {
		const { small, byField } = await overview(harz);
		const fields = await sql<{ key: string }>('select key from public.fields_of_action');
		expect(byField.map(({ field }) => field).sort()).toEqual(fields.map(({ key }) => key).sort());
		expect(byField.every(({ reports }) => reports === null || reports >= small)).toBe(true);
		expect(byField.some(({ reports }) => reports === null)).toBe(true);
		expect(byField.some(({ reports }) => reports !== null)).toBe(true);
	});

	test('of a young authority say nothing about how few there are', async () => {
		await sql(`delete from private.figure_snapshots where authority_id = '${musterkreis}'`);
		for (let n = 1; n <= 4; n++) await report({ visibility: 'district' }, foreigners);
		await sql('select public.take_figures()');
		const { reports, answered, byField } = await overview(musterkreis);
		expect([reports, answered, ...byField.map((field) => field.reports)].filter(Boolean)).toEqual([]);
	});

	test('count each report in one cell of each table', async () => {
		const cells = (await sql<{ cells: Cell[] }>(`select private.figure_cells('${harz}') as cells`))[0]!.cells;
		const all = (kind: string) =>
			cells.filter((cell) => cell.kind === kind).reduce((sum, { known, rest }) => sum + known + rest, 0);
		const [truth] = await sql<{ reports: number; answered: number; asked: number }>(
			`select count(*)::integer as reports, count(final_at)::integer as answered, count(gap_asked_at)::integer as asked
			from public.need_reports where authority_id = '${harz}'`
		);
		const { reports, answered, asked } = truth!;
		expect(['field', 'area', 'weeks', 'decision', 'gap', 'open'].map(all)).toEqual([
			reports,
			reports,
			answered,
			answered,
			asked,
			reports - answered
		]);
	});

	test('list beside them what is public, and nothing else', async () => {
		await report({ title: 'Nicht für alle', visibility: 'participants' });
		const { recent } = await overview(harz);
		const visibilities = await sql(
			'select distinct visibility from public.need_reports where number = any ($1)',
			[recent.map(({ number }) => number)]
		);
		expect(visibilities).toEqual([{ visibility: 'public' }]);
	});
});

test('fewer than five people affected is told on a public report like not known', async () => {
	const told = await Promise.all(
		['under_5', 'unknown', '5_to_20'].map(async (affected_range) => {
			const number = await report({ visibility: 'public', affected_range });
			return asking<{ affectedRange: string | null }>(
				cast.anonymous,
				`select public.public_need_report('${number}')`
			);
		})
	);
	expect(told.map(({ affectedRange }) => affectedRange)).toEqual([null, null, '5_to_20']);
});

test('nobody signed out counts in another way', async () => {
	for (const text of [
		`select from private.figure_snapshots`,
		`select private.figure_cells('${harz}')`,
		`select private.rounded('[]', 5, '\\x00')`,
		`select public.take_figures()`,
		`select from public.need_reports`,
		`select from public.list_need_reports('${harz}')`,
		`select from public.need_reports_by_municipality('${harz}')`,
		`select public.need_report_figures('${harz}')`,
		`select public.export_need_reports('${harz}')`,
		`select short_id from public.short_addresses`
	])
		expect((await trying(cast.anonymous, text)).word, text).toBe('42501');
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

const foreigners = { writer: cast.foreignClerk, releaser: cast.foreignHead, organisation: musterdorf };

type Overview = {
	small: number;
	asOf: string | null;
	reports: number | null;
	answered: number | null;
	byField: { field: string; reports: number | null }[];
	recent: { number: string }[];
};
const overview = (authority: string) =>
	asking<Overview>(cast.anonymous, `select public.public_overview('${authority}')`);

const snapshots = (authority: string) =>
	sql(
		`select to_jsonb(s) as s from private.figure_snapshots s where authority_id = '${authority}' order by month`
	);

const today = async () => (await sql<{ day: string }>('select private.today()::text as day'))[0]!.day;

const rounded = async (cells: Cell[], small: number, secret: string) =>
	(
		await sql<{ figures: Published | null }>('select private.rounded($1, $2, sha256($3)) as figures', [
			JSON.stringify(cells),
			small,
			Buffer.from(secret)
		])
	)[0]!.figures;

/** One table of reports that have no answer yet. */
function tables({ area, known }: { area: number[]; known: () => number }): Cell[] {
	const all = area.reduce((sum, count) => sum + count, 0);
	return [
		{ kind: 'sum', key: 'reports', known: 0, rest: all },
		{ kind: 'sum', key: 'answered', known: 0, rest: 0 },
		...area.map((rest, n) => ({ kind: 'area', key: `a${n}`, known: known(), rest }))
	];
}

/** An authority whose reports come in and are answered, month by month, as chance has it; small counts are frequent. */
function growing(random: () => number, months: number): Cell[][] {
	const upTo = (n: number) => Math.floor(random() ** 2 * (n + 1));
	const sizes = { field: 2 + upTo(14), area: 2 + upTo(20), open: 3, weeks: 4, decision: 6, gap: 4 };
	type Kind = keyof typeof sizes;
	type Report = { isPublic: boolean } & Partial<Record<Kind, number>>;
	const reports: Report[] = [];
	const pick = (kind: Kind) => Math.floor(random() ** 2 * sizes[kind]);
	return Array.from({ length: months }, () => {
		for (let n = upTo(25); n > 0; n--)
			reports.push({
				isPublic: random() < 0.3,
				field: pick('field'),
				area: pick('area'),
				open: pick('open')
			});
		for (const report of reports) {
			if (report.open !== undefined && random() < 0.5) {
				Object.assign(report, { open: undefined, weeks: pick('weeks'), decision: pick('decision') });
			} else if (report.weeks !== undefined && report.gap === undefined && random() < 0.5)
				report.gap = pick('gap');
			else if (random() < 0.05) report.field = pick('field');
		}
		const count = (kind: string, key: string, counts: (report: Report) => boolean): Cell => {
			const found = reports.filter(counts);
			const known = found.filter(({ isPublic }) => isPublic).length;
			return { kind, key, known, rest: found.length - known };
		};
		return [
			count('sum', 'reports', () => true),
			count('sum', 'answered', ({ weeks }) => weeks !== undefined),
			...(Object.keys(sizes) as Kind[]).flatMap((kind) =>
				Array.from({ length: sizes[kind] }, (_, n) =>
					count(kind, `${kind}_${n}`, (report) => report[kind] === n)
				)
			)
		];
	});
}
