import { byWhom } from '#lib/chronicle/entry.ts';
import { date } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Letter } from '#lib/server/mail/letter.ts';
import { declined } from '#lib/people/person.ts';
import type { AssistanceOffer } from './assistance.ts';
import { closing } from './closing.ts';
import { greeting } from './greeting.ts';

type Sender = { locale: Letter['locale']; address: string; authority: App.Authority };

/**
 * Who names somebody as assistant, what that allows, and until when one can accept. Written in the reader's language: call it
 * inside `inLocale`.
 * @param address of the offer's page
 */
export function assistanceLetter(offer: AssistanceOffer, { locale, address, authority }: Sender): Letter {
	const { memberName: member, postTitle, organisationName } = offer;
	const until = date(offer.expiresAt);
	const rights = offer.canWrite ? m.assistance_mail_rights : m.assistance_offer_read;
	return {
		locale,
		subject: m.assistance_mail_subject({ until, whom: declined(member) }),
		greeting: greeting(offer),
		paragraphs: [
			m.assistance_mail_by({ member: byWhom(member, postTitle, organisationName) }),
			rights({ member }),
			m.assistance_mail_until({ end: date(offer.endsOn), until })
		],
		link: { label: m.assistance_mail_link(), address },
		closing: closing(authority)
	};
}
