import { href } from '#lib/i18n/addresses.ts';
import { date } from '#lib/i18n/format.ts';
import { inLocale } from '#lib/i18n/handle.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Letter } from '#lib/server/mail/letter.ts';
import { closing, type Recipient } from './closing.ts';
import { greeting } from './greeting.ts';
import type { Addressee } from './letters.server.ts';

/* Letters about the account itself. Written in the reader's language: call them inside `inLocale`. */

type Reader = Pick<Addressee, 'locale' | 'salutation' | 'familyName'>;
type Sender = { authority: App.Authority; address: string };

/** To the new address: the link that makes it count. */
export function confirmLetter(
	{ locale, ...reader }: Reader,
	token: string,
	{ authority, address }: Sender
): Letter {
	return {
		locale,
		subject: m.account_mail_confirm_subject(),
		greeting: greeting(reader),
		paragraphs: [m.account_mail_confirm_why({ authority: authority.name }), m.account_mail_confirm_how()],
		link: { label: m.account_address_confirm(), address: `${address}${href('/address/[token]', { token })}` },
		closing: [m.account_mail_confirm_not_you(), ...closing(authority)]
	};
}

/** To an address that somebody has already: it says so here, and nowhere else. */
export function takenLetter({ locale, ...reader }: Reader, { authority, address }: Sender): Letter {
	return {
		locale,
		subject: m.account_mail_taken_subject(),
		greeting: greeting(reader),
		paragraphs: [m.account_mail_taken_why({ authority: authority.name }), m.account_mail_taken_how()],
		link: { label: m.people_sign_in(), address: `${address}${href('/sign-in')}` },
		closing: closing(authority)
	};
}

/** To the old address: what is about to happen, and how to stop it. */
export function objectionLetter(
	{ locale, ...reader }: Reader,
	token: string,
	{ authority, address }: Sender
): Letter {
	return {
		locale,
		subject: m.account_mail_objection_subject(),
		greeting: greeting(reader),
		paragraphs: [
			m.account_mail_objection_why({ authority: authority.name }),
			m.account_mail_objection_you(),
			m.account_mail_objection_not_you()
		],
		link: {
			label: m.account_address_object(),
			address: `${address}${href('/address/[token]/objection', { token })}`
		},
		closing: closing(authority)
	};
}

export type FactorChange = 'set_up' | 'replaced' | 'removed';

const factorChanges: Record<
	FactorChange,
	{ subject: () => string; why: (of: { authority: string }) => string }
> = {
	set_up: { subject: m.account_mail_factor_set_up_subject, why: m.account_mail_factor_set_up },
	replaced: { subject: m.account_mail_factor_replaced_subject, why: m.account_mail_factor_replaced },
	removed: { subject: m.account_mail_factor_removed_subject, why: m.account_mail_factor_removed }
};

/** Says what became of the second factor. Whoever has lost the account to a stranger cannot sign in: it says whom to call. */
export function factorLetter(
	{ locale, ...reader }: Reader,
	change: FactorChange,
	{ authority, address }: Sender
): Letter {
	const { subject, why } = factorChanges[change];
	return {
		locale,
		subject: subject(),
		greeting: greeting(reader),
		paragraphs: [why({ authority: authority.name }), m.account_mail_factor_not_you()],
		link: { label: m.people_mail_password_link(), address: `${address}${href('/account')}` },
		closing: closing(authority)
	};
}

/** Says that the administration took a lost second factor away. */
export function factorResetLetter({ locale, ...reader }: Reader, { authority, address }: Sender): Letter {
	return {
		locale,
		subject: m.account_mail_reset_subject(),
		greeting: greeting(reader),
		paragraphs: [m.account_mail_reset_why({ authority: authority.name }), m.account_mail_reset_not_you()],
		link: { label: m.people_sign_in(), address: `${address}${href('/sign-in')}` },
		closing: closing(authority)
	};
}

/** An account nobody used for two years: one visit keeps it. In the language of its person. @param address of our pages */
export function dormantLetter(
	_kind: App.NoticeKinds['dormant'],
	{ authority, deletedOn }: { authority: App.Authority; deletedOn: string },
	to: Recipient,
	address: string
): Letter {
	return inLocale(to.locale, () => ({
		locale: to.locale,
		subject: m.account_mail_dormant_subject({ date: date(deletedOn) }),
		greeting: greeting(to),
		paragraphs: [
			m.account_mail_dormant_why({ authority: authority.name }),
			m.account_mail_dormant_how({ date: date(deletedOn) })
		],
		link: { label: m.people_sign_in(), address: `${address}${href('/sign-in')}` },
		closing: closing(authority)
	}));
}
