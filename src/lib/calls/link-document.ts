import { z } from 'zod';
import { instant } from '#lib/i18n/times.ts';
import { asked } from './kind-document.ts';

/** A link without sign-in, as the record of its addressee has it; the secret is known to nobody any more. */
export const addresseeLink = z.strictObject({
	id: z.string(),
	duty: z.string(),
	recipient: z.string(),
	state: z.enum(['open', 'done', 'ended', 'over']),
	at: instant,
	expiresAt: instant,
	endedAt: instant.nullable(),
	usedAt: instant.nullable(),
	usedBy: z.string().nullable(),
	personName: z.string().nullable(),
	postTitle: z.string().nullable()
});

/** What a link opens, as `addressee_link_find()` gives it; null for none, an ended one and one that is over. */
export const guestPage = z
	.strictObject({
		duty: z.string(),
		recipient: z.string(),
		expiresAt: instant,
		doneAt: instant.nullable(),
		doneBy: z.string().nullable(),
		/** In the way of the kind of call; null where nothing is asked. */
		asked: asked.nullable(),
		kind: z.string(),
		title: z.string(),
		coveringText: z.string(),
		dueAt: instant,
		purpose: z.string(),
		legalBasis: z.string(),
		readers: z.string(),
		retention: z.string(),
		organisationName: z.string(),
		authorityName: z.string(),
		responsible: z
			.strictObject({
				title: z.string(),
				phone: z.string().nullable(),
				name: z.string()
			})
			.nullable()
	})
	.nullable();
