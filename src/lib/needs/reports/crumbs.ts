import { href } from '#lib/i18n/addresses.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

/** The way to a page below a report. */
export const crumbsBelow = (number: string, title: string) => [
	{ label: m.ui_area_needs(), href: href('/needs') },
	{ label: number, href: href('/needs/[number]', { number }) },
	{ label: title }
];
