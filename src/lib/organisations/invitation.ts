import { z } from 'zod';
import { email, familyName, givenName, salutation } from '#lib/people/person.ts';
import type { Capacity } from './organisation.ts';
import { endsOn, isInOrder, startsOn } from './term.ts';

/** What the guest sees before accepting. */
export interface Invitation {
	id: string;
	email: string;
	salutation: App.Person['salutation'];
	givenName: string;
	familyName: string;
	capacity: Capacity;
	startsOn: string;
	endsOn: string | null;
	postTitle: string;
	postKind: string;
	organisationName: string;
	authorityName: string;
	/** Who invites; empty when that person has left. */
	invitedBy: string | null;
	expiresAt: string;
	/** Neither accepted, nor taken back, nor older than two weeks. */
	isOpen: boolean;
}

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
