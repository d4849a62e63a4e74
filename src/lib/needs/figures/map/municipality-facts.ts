import { z } from 'zod';

/** How many reports a municipality has, as `need_reports_by_municipality` counts them. */
export const municipalityFacts = z.strictObject({
	ags: z.string(),
	name: z.string(),
	total: z.int(),
	open: z.int(),
	overdue: z.int()
});
export type MunicipalityFacts = z.infer<typeof municipalityFacts>;

/** From which number each of the map's four grounds begins: none, and three equal parts up to the largest. */
export function stepsUpTo(largest: number): number[] {
	const third = Math.max(1, Math.ceil(largest / 3));
	return [0, 1, third + 1, 2 * third + 1];
}

/** The ground of a number, 0 to 3. */
export const stepOf = (count: number, steps: number[]): number =>
	steps.findLastIndex((from) => count >= from);
