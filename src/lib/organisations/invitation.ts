import { z } from 'zod';
import { calendarDay, instant } from '#lib/i18n/times.ts';
import { email, familyName, givenName, salutation, storedSalutation } from '#lib/people/person.ts';
import { capacity } from './organisation.ts';
import { endsOn, isInOrder, startsOn } from './term.ts';

/** What the guest sees before accepting. */
export const invitation = z.strictObject({
	email: z.string(),
	salutation: storedSalutation,
	givenName: z.string(),
	familyName: z.string(),
	capacity,
	startsOn: calendarDay,
	endsOn: calendarDay.nullable(),
	postTitle: z.string(),
	organisationName: z.string(),
	authorityName: z.string(),
	/** Who invites; empty when that person has left. */
	invitedBy: z.string().nullable(),
	expiresAt: instant,
	/** Neither accepted, nor taken back, nor older than two weeks. */
	isOpen: z.boolean()
});
export type Invitation = z.infer<typeof invitation>;

export const invitationForm = z
	.object({
		salutation,
		givenName,
		familyName,
		email,
		capacity: z.enum(['holder', 'deputy'], 'organisations_error_capacity_missing'),
		startsOn,
		endsOn
	})
	.refine(isInOrder, { path: ['endsOn'], message: 'organisations_error_end_before_start' });

export type InvitationForm = z.infer<typeof invitationForm>;
