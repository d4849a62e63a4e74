import { date } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { declined } from '#lib/people/person.ts';

/** Ways to us that are not the pages. Paper and phone are equal: what came by them is entered and then counts the same. */
export const channels = ['letter', 'phone', 'email', 'fax', 'in_person', 'workshop'] as const;
export type Channel = (typeof channels)[number] | 'import' | 'online';

const words: Record<Channel, () => string> = {
	online: m.channels_online,
	letter: m.channels_letter,
	phone: m.channels_phone,
	email: m.channels_email,
	fax: m.channels_fax,
	in_person: m.channels_in_person,
	workshop: m.channels_workshop,
	import: m.channels_import
};

export const channelInWords = (channel: string) => words[channel as Channel]?.() ?? '';
export const channelChoices = (among: readonly Channel[] = channels) =>
	among.map((channel) => ({ value: channel as string, label: words[channel]() }));

/** "Brief vom 12. März 2027, von Frau Thiele, Bürgermeisterin" */
export function sourceInWords(channel: string, receivedOn: string, givenBy?: string | null): string {
	const day = { channel: channelInWords(channel), date: date(receivedOn) };
	return givenBy ? m.channels_of_day_from({ ...day, whom: declined(givenBy) }) : m.channels_of_day(day);
}

/** The source of what somebody else entered, from the detail of its line in the chronicle; empty for all other lines. */
export function sourceOf(detail: Record<string, unknown>): string {
	const { channel, receivedOn, givenBy } = detail;
	return typeof channel === 'string' && typeof receivedOn === 'string'
		? sourceInWords(channel, receivedOn, givenBy as string | undefined)
		: '';
}
