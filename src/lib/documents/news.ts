import { z } from 'zod';
import { instant } from '#lib/i18n/times.ts';

/** What is new for everybody (`document_news()`). */
export const documentNews = z.strictObject({
	versions: z.array(
		z.strictObject({
			id: z.string(),
			slug: z.string(),
			title: z.string(),
			number: z.int(),
			note: z.string().nullable(),
			frozenAt: instant
		})
	),
	rounds: z.array(
		z.strictObject({
			id: z.string(),
			title: z.string(),
			/** Of the document it is about. */
			slug: z.string(),
			number: z.int(),
			openedAt: instant,
			opensAt: instant,
			closesAt: instant
		})
	)
});
export type DocumentNews = z.infer<typeof documentNews>;
