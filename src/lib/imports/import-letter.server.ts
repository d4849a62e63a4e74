import { href } from '#lib/i18n/addresses.ts';
import { number } from '#lib/i18n/format.ts';
import { inLocale } from '#lib/i18n/handle.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { closing, type Recipient } from '#lib/people/closing.ts';
import { greeting } from '#lib/people/greeting.ts';
import type { Letter } from '#lib/server/mail/letter.ts';

interface Taken {
	authority: App.Authority;
	organisationName: string;
	numbers: string[];
}

const mostNumbers = 50;

/** One receipt for each organisation, not one for each report. @param address of our pages */
export function importLetter(
	_kind: App.NoticeKinds['imports'],
	{ authority, organisationName, numbers }: Taken,
	to: Recipient,
	address: string
): Letter {
	return inLocale(to.locale, () => {
		const about = { count: number(numbers.length), organisation: organisationName };
		const shown = numbers.slice(0, mostNumbers).join(', ');
		return {
			locale: to.locale,
			subject: numbers.length === 1 ? m.imports_mail_subject_one(about) : m.imports_mail_subject(about),
			greeting: greeting(to),
			paragraphs: [
				m.imports_mail_why({ authority: authority.name, organisation: organisationName }),
				numbers.length > mostNumbers
					? m.imports_mail_numbers_more({ numbers: shown })
					: m.imports_mail_numbers({ numbers: shown }),
				m.imports_mail_next()
			],
			link: { label: m.imports_mail_link(), address: `${address}${href('/needs')}?eigene=ja` },
			closing: closing(authority)
		};
	});
}
