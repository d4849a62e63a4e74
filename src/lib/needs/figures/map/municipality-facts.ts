/** How many reports a municipality has, as `need_reports_by_municipality` counts them. */
export interface MunicipalityFacts {
	ags: string;
	name: string;
	total: number;
	open: number;
	overdue: number;
}

/** From which number each of the map's four grounds begins: none, and three equal parts up to the largest. */
export function stepsUpTo(largest: number): number[] {
	const third = Math.max(1, Math.ceil(largest / 3));
	return [0, 1, third + 1, 2 * third + 1];
}

/** The ground of a number, 0 to 3. */
export const stepOf = (count: number, steps: number[]): number =>
	steps.findLastIndex((from) => count >= from);
