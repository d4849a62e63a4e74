import { z } from 'zod';
import { m } from '#lib/i18n/paraglide/messages.js';
import { locales } from '#lib/i18n/paraglide/runtime.js';
import { storedSalutation } from './person.ts';

/** Who gets a letter, as the mail functions in SQL name them. */
export const recipient = z.strictObject({
	personId: z.string(),
	email: z.string(),
	salutation: storedSalutation,
	familyName: z.string(),
	locale: z.enum(locales)
});
export type Recipient = z.infer<typeof recipient>;

/** The end of a letter: whom to ask, and from whom it is. */
export function closing({ name, help }: App.Authority): string[] {
	const whom = [help?.name, help?.title].filter(Boolean).join(', ');
	const reach = help?.phone ?? help?.email;
	return whom && reach ? [m.people_mail_help({ whom, reach }), name] : [name];
}
