import { m } from '#lib/i18n/paraglide/messages.js';

/** "Guten Tag Frau Kern," */
export function greeting({ salutation, familyName }: Pick<App.Person, 'salutation' | 'familyName'>): string {
	if (!salutation) return m.people_mail_greeting();
	return salutation === 'Frau'
		? m.people_mail_greeting_woman({ name: familyName })
		: m.people_mail_greeting_man({ name: familyName });
}
