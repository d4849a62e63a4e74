/*
 * Somebody with a pencil. They know how many reports there are (the numbers of reports count them), every public report,
 * the rule, and every figure that was ever published; they do not know the secret. What is left for each cell?
 */

export interface Cell {
	kind: string;
	key: string;
	/** Public reports, which anybody can count. */
	known: number;
	/** What is to be protected. */
	rest: number;
}
export type Published = Record<string, Record<string, number | null>>;

/** How many of the not public ones a published count stands for; the rule says that a hidden one stands for none. */
const stepOf = (published: Published, { kind, key, known }: Cell) =>
	Math.max(0, (published[kind]?.[key] ?? 0) - known);

type Range = [least: number, most: number];

/**
 * Any number of tables and months: what follows from each sum, each cell's beginning, and from reports never becoming
 * fewer. Narrows all ranges until nothing changes any more.
 */
export function rangesOf(months: { cells: Cell[]; published: Published }[], small: number): Range[][] {
	const all = (cells: Cell[]) => cells.find(({ key }) => key === 'reports')!.rest;
	const shift = months[0]!.cells.map((): Range => [0, small - 1]);
	const n = months.map(({ cells }) => cells.map((): Range => [0, all(cells)]));
	const open = months.map(({ cells }): Range => [0, all(cells)]);
	const unasked = months.map(({ cells }): Range => [0, all(cells)]);
	let isNarrower = true;
	const cut = (range: Range, least: number, most: number) => {
		if (least > range[0]) {
			range[0] = least;
			isNarrower = true;
		}
		if (most < range[1]) {
			range[1] = most;
			isNarrower = true;
		}
		if (range[0] > range[1]) throw new Error('no numbers fit what is published');
	};
	/** The parts add up to the whole; a part that may be anything stands for what is in no cell. */
	const adding = (parts: Range[], whole: Range) => {
		const sum = (end: 0 | 1) => parts.reduce((total, part) => total + part[end], 0);
		cut(whole, sum(0), sum(1));
		for (const part of parts) cut(part, whole[0] - (sum(1) - part[1]), whole[1] - (sum(0) - part[0]));
	};
	while (isNarrower) {
		isNarrower = false;
		months.forEach(({ cells, published }, month) => {
			const at = n[month]!;
			const whole = at[cells.findIndex(({ key }) => key === 'reports')]!;
			whole[0] = whole[1];
			const of = (kind: string) => at.filter((_, c) => cells[c]!.kind === kind);
			if (all(cells) >= small)
				cells.forEach((cell, c) => {
					const step = stepOf(published, cell);
					cut(at[c]!, step - shift[c]![1], step + small - 1 - shift[c]![0]);
					cut(shift[c]!, step - at[c]![1], step + small - 1 - at[c]![0]);
				});
			const answered = at[cells.findIndex(({ key }) => key === 'answered')]!;
			for (const kind of ['field', 'area']) if (of(kind).length > 1) adding(of(kind), whole);
			if (of('open').length > 1) adding(of('open'), open[month]!);
			adding([open[month]!, answered], whole);
			for (const kind of ['weeks', 'decision']) if (of(kind).length > 1) adding(of(kind), answered);
			adding([...of('gap'), unasked[month]!], answered);
			if (month)
				at.forEach((range, c) => {
					if (!['area', 'weeks', 'sum'].includes(cells[c]!.kind)) return;
					const before = n[month - 1]![c]!;
					cut(range, before[0], range[1]);
					cut(before, before[0], range[1]);
				});
		});
	}
	return n;
}

/** One small table over months: every world there could be is tried, with every secret. @returns what each cell can be */
export function worldsOf(
	months: { cells: Cell[]; published: Published | null }[],
	small: number
): Set<number>[][] {
	const tables = months.map(({ cells }) => cells.filter(({ kind }) => kind === 'area'));
	const size = tables[0]!.length;
	const totals = tables.map((table) => table.reduce((sum, { rest }) => sum + rest, 0));
	const left = tables.map((table) => table.map(() => new Set<number>()));
	const trail: number[][] = [];
	const follow = (shifts: number[], month: number) => {
		if (month === months.length) {
			trail.forEach((counts, m) => counts.forEach((count, c) => left[m]![c]!.add(count)));
			return;
		}
		const { published } = months[month]!;
		const total = totals[month]!;
		const before = trail.at(-1) ?? shifts.map(() => 0);
		for (const more of compositions(total - (totals[month - 1] ?? 0), size)) {
			const counts = more.map((count, c) => count + before[c]!);
			const steps = counts.map((count, c) =>
				total < small ? 0 : Math.floor((count + shifts[c]!) / small) * small
			);
			// A month left out fits every world: the secret leaves some out for no reason.
			if (published && !steps.every((step, c) => step === stepOf(published, tables[month]![c]!))) continue;
			trail.push(counts);
			follow(shifts, month + 1);
			trail.pop();
		}
	};
	for (const shifts of tuples(small, size)) {
		const sum = shifts.reduce((total, shift) => total + shift, 0);
		if (sum >= 2 && sum <= size * (small - 1) - 2) follow(shifts, 0);
	}
	return left;
}

/** All ways to spread a number over so many cells. */
export function compositions(total: number, size: number): number[][] {
	if (size === 1) return [[total]];
	return Array.from({ length: total + 1 }, (_, first) =>
		compositions(total - first, size - 1).map((others) => [first, ...others])
	).flat();
}

function tuples(base: number, size: number): number[][] {
	if (!size) return [[]];
	return tuples(base, size - 1).flatMap((others) =>
		Array.from({ length: base }, (_, last) => [...others, last])
	);
}

/** The same numbers in every run (mulberry32). */
export function generator(seed: number) {
	return () => {
		seed = (seed + 0x6d2b79f5) | 0;
		let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}
