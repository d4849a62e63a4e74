import { href } from '#lib/i18n/addresses.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

/** The way to a page below a need. */
export const crumbsBelow = (number: string, title: string) => [
	{ label: m.needs_tab_pool(), href: href('/needs/pool') },
	{ label: number, href: href('/needs/pool/[number]', { number }) },
	{ label: title }
];
