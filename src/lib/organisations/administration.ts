import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { calendarDay, instant } from '#lib/i18n/times.ts';
import { capacity, kinds, organisationBasics } from './organisation.ts';

const administeredHolding = z.strictObject({
	id: z.string(),
	personName: z.string(),
	email: z.string().nullable(),
	capacity,
	startsOn: calendarDay,
	endsOn: calendarDay.nullable(),
	endedAt: instant.nullable(),
	isCurrent: z.boolean()
});
export type AdministeredHolding = z.infer<typeof administeredHolding>;

const administeredPost = z.strictObject({
	id: z.string(),
	title: z.string(),
	kind: z.string(),
	phone: z.string().nullable(),
	duties: z.int(),
	holdings: z.array(administeredHolding)
});
export type AdministeredPost = z.infer<typeof administeredPost>;

const openInvitation = z.strictObject({
	id: z.string(),
	name: z.string(),
	email: z.string(),
	postTitle: z.string(),
	expiresAt: instant,
	isExpired: z.boolean()
});
export type OpenInvitation = z.infer<typeof openInvitation>;

/** An organisation as its administrator sees it. */
export const administeredOrganisation = z.strictObject({
	...organisationBasics.shape,
	parent: z
		.strictObject({
			id: z.string(),
			name: z.string()
		})
		.nullable(),
	children: z.array(
		z.strictObject({
			id: z.string(),
			name: z.string()
		})
	),
	municipalities: z.array(
		z.strictObject({
			name: z.string()
		})
	),
	posts: z.array(administeredPost),
	invitations: z.array(openInvitation),
	/** Who assists whom, names only: assistances are the member's own. */
	assistants: z.array(
		z.strictObject({
			id: z.string(),
			name: z.string(),
			memberName: z.string(),
			postTitle: z.string(),
			endsOn: calendarDay
		})
	)
});
export type AdministeredOrganisation = z.infer<typeof administeredOrganisation>;

/** The administrator's overview of an authority. */
export const administrationDocument = z.strictObject({
	organisations: z.array(
		z.strictObject({
			id: z.string(),
			name: z.string(),
			kind: z.enum(kinds),
			posts: z.int(),
			vacant: z.int()
		})
	),
	vacant: z.array(
		z.strictObject({
			id: z.string(),
			title: z.string(),
			organisationId: z.string(),
			organisationName: z.string(),
			duties: z.int(),
			deputy: z.string().nullable()
		})
	),
	invitations: z.array(openInvitation),
	replyClock: z.strictObject({
		interimDays: z.int(),
		finalDays: z.int()
	}),
	record: z.array(
		z.strictObject({
			kind: z.string(),
			subject: z.string(),
			personName: z.string().nullable(),
			at: instant
		})
	)
});
export type Administration = z.infer<typeof administrationDocument>;

/** One of an organisation's posts. @throws the 404 page for another's, or one that was abolished */
export function findPost({ posts }: AdministeredOrganisation, id: string): AdministeredPost {
	return posts.find((post) => post.id === id) ?? error(404);
}

const days = (missing: string, most: number) =>
	z.coerce.number(missing).int(missing).min(1, missing).max(most, missing);

export const replyClockForm = z
	.object({
		interimDays: days('organisations_error_interim_days', 90),
		finalDays: days('organisations_error_final_days', 365)
	})
	.refine(({ interimDays, finalDays }) => finalDays >= interimDays, {
		path: ['finalDays'],
		message: 'organisations_error_final_before_interim'
	});
