import { z } from 'zod';
import { instant } from '#lib/i18n/times.ts';

/** What a person knows of the own feed: never its secret. */
export const feed = z.strictObject({
	createdAt: instant,
	/** When a calendar program last fetched it. */
	usedAt: instant.nullable()
});
export type Feed = z.infer<typeof feed>;

/** A meeting or a deadline, as calendar programs show it. */
export const feedEntry = z.strictObject({
	uid: z.string(),
	sequence: z.int(),
	title: z.string(),
	startsAt: instant,
	endsAt: instant.nullable(),
	/** What one reads more about: kind and short name of a call that one is asked to answer (`rounds/name`), or the id of a meeting. */
	subject: z.strictObject({
		kind: z.enum(['call', 'meeting']),
		key: z.string()
	}),
	isCancelled: z.boolean(),
	isAllDay: z.boolean(),
	place: z.string().nullable(),
	isPublic: z.boolean(),
	changedAt: instant.nullable()
});
export type FeedEntry = z.infer<typeof feedEntry>;
