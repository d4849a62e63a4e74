import { byWhom } from '#lib/chronicle/entry.ts';
import { date } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { closing } from '#lib/people/closing.ts';
import { greeting } from '#lib/people/greeting.ts';
import type { Letter } from '#lib/server/mail/letter.ts';
import type { Invitation } from './invitation.ts';
import { termInWords } from './term.ts';

type Sender = { locale: Letter['locale']; address: string; authority: App.Authority };

/**
 * Who invites, to what, and until when one can accept. Written in the reader's language: call it inside `inLocale`.
 * @param address of the invitation's page
 * @param authority that invites
 */
export function invitationLetter(invitation: Invitation, { locale, address, authority }: Sender): Letter {
	const { postTitle, organisationName, authorityName, invitedBy, capacity, expiresAt } = invitation;
	const until = date(expiresAt);
	const post = { post: byWhom(postTitle, organisationName) };
	return {
		locale,
		subject: m.organisations_mail_invitation_subject({ organisation: organisationName, until }),
		greeting: greeting(invitation),
		paragraphs: [
			invitedBy
				? m.organisations_mail_invitation_by({ name: invitedBy, authority: authorityName })
				: m.organisations_mail_invitation_why({ authority: authorityName }),
			capacity === 'holder'
				? m.organisations_mail_invitation_holder(post)
				: m.organisations_mail_invitation_deputy(post),
			m.organisations_mail_invitation_term({ term: termInWords(invitation) }),
			m.organisations_mail_invitation_until({ until })
		],
		link: { label: m.organisations_mail_invitation_link(), address },
		closing: [m.organisations_mail_invitation_not_you(), ...closing(authority)]
	};
}
