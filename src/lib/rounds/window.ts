import { z } from 'zod';
import { instant } from '#lib/i18n/times.ts';

/** When a round asks (`round_window()`). */
export const roundWindow = z.strictObject({
	id: z.string(),
	title: z.string(),
	slug: z.string(),
	opensAt: instant,
	closesAt: instant,
	/** How often its end was put off. */
	prolongations: z.int(),
	/** The organisations of the person that are asked. */
	addressees: z.array(
		z.strictObject({
			id: z.string(),
			name: z.string(),
			dueAt: instant,
			isAnswered: z.boolean(),
			/** How often it got more time. */
			extensions: z.int()
		})
	)
});
export type RoundWindow = z.infer<typeof roundWindow>;
