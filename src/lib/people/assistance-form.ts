import { z } from 'zod';
import { today } from '#lib/i18n/berlin.ts';
import { day } from './day.ts';
import { email, familyName, givenName, salutation } from './person.ts';

/** Names an assistant for one of one's own posts. */
export const assistanceForm = z.object({
	salutation,
	givenName,
	familyName,
	email,
	holding: z.string().min(1, 'assistance_error_post'),
	endsOn: day
		.refine((text) => text !== '', 'assistance_error_ends_on')
		.refine((text) => text === '' || text >= today(), 'assistance_error_past')
});
