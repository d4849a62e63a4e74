import { href } from '#lib/i18n/addresses.ts';
import { inLocale } from '#lib/i18n/handle.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { backend } from '../backend.ts';
import type { Claimed } from './again.ts';
import type { Link } from './letter.ts';

/** The way to end such mails, for the foot of the letter; nothing for duties. */
export function footOf({ unsubscribe, locale }: Pick<Claimed, 'unsubscribe' | 'locale'>): Link | undefined {
	if (!unsubscribe) return undefined;
	const address = `${backend().settings.publicAddress}${href('/unsubscribe/[token]', { token: unsubscribe })}`;
	return { label: inLocale(locale, () => m.mail_foot_unsubscribe()), address };
}

/** The same for mail programs, which show a button of their own (RFC 8058). */
export function unsubscribeHeaders(foot: Link | undefined): Record<string, string> {
	if (!foot) return {};
	return {
		'List-Unsubscribe': `<${foot.address}>`,
		'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click'
	};
}
