import { m } from '#lib/i18n/paraglide/messages.js';

/** Who gets a letter, as the mail functions in SQL name them. */
export type Recipient = Pick<App.Person, 'locale' | 'salutation' | 'familyName' | 'email'> & {
	personId: string;
};

/** The end of a letter: whom to ask, and from whom it is. */
export function closing({ name, help }: App.Authority): string[] {
	const whom = [help?.name, help?.title].filter(Boolean).join(', ');
	const reach = help?.phone ?? help?.email;
	return whom && reach ? [m.people_mail_help({ whom, reach }), name] : [name];
}
