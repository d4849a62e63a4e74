import { z } from 'zod';
import { date } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { isoDay } from './draft-answers.ts';
import type { NeedReport } from './need-report.ts';

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

const givenBy = z.string().trim().max(160, 'channels_error_given_by_long');

/** Channel, day and giver of what a planner enters. SQL knows the same bounds: not tomorrow, not more than a year ago. */
export const source = z.object({
	channel: z.enum(channels, 'channels_error_channel'),
	receivedOn: z
		.string()
		.refine((day) => isoDay(day) !== null, 'channels_error_received_on')
		.transform((day) => isoDay(day)!)
		.refine((day) => day <= dayBefore(0), 'errors_received_in_the_future')
		.refine((day) => day >= dayBefore(1), 'errors_received_too_long_ago'),
	givenBy: givenBy.min(1, 'channels_error_given_by')
});
export type Source = z.infer<typeof source>;

/** Before the source, in the order of the page: mistakes are listed in that of the schema. */
export const entry = z.object({
	organisation: z.string().min(1, 'channels_error_organisation'),
	...source.shape
});

/** For which member the office of a council writes, and how the member told it; online: for nobody in particular. */
export const memberSource = z
	.object({ channel: z.enum(['online', ...channels], 'channels_error_channel'), givenBy })
	.refine(({ channel, givenBy }) => channel === 'online' || givenBy, {
		path: ['givenBy'],
		message: 'channels_error_given_by'
	});

/** The calendar day in Germany, today or so many years ago. */
function dayBefore(years: number): string {
	const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date());
	return `${Number(today.slice(0, 4)) - years}${today.slice(4)}`;
}

/** "Brief vom 12. März 2027, von Frau Thiele, Bürgermeisterin" */
export function sourceInWords(channel: string, receivedOn: string, givenBy?: string | null): string {
	const day = { channel: channelInWords(channel), date: date(receivedOn) };
	return givenBy ? m.channels_of_day_from({ ...day, name: givenBy }) : m.channels_of_day(day);
}

/** The source of what somebody else entered, from the detail of its line in the chronicle; empty for all other lines. */
export function sourceOf(detail: Record<string, unknown>): string {
	const { channel, receivedOn, givenBy } = detail;
	return typeof channel === 'string' && typeof receivedOn === 'string'
		? sourceInWords(channel, receivedOn, givenBy as string | undefined)
		: '';
}

/** How a report came, as a sentence for the two sides, in fewer words for all others; null when it was written online. */
export function arrivalOf(report: NeedReport): string | null {
	if (!report.channel || report.channel === 'online') return null;
	const first = report.chronicle?.find(({ kind }) => kind === 'entered' || kind === 'released');
	if (!first)
		return report.isTranscription
			? sourceInWords(report.channel, report.receivedAt)
			: channelInWords(report.channel);
	if (first.kind === 'released')
		return m.channels_event_for_member({
			name: String(first.detail.givenBy ?? ''),
			channel: channelInWords(report.channel)
		});
	return m.channels_sentence({
		who: [first.personName, first.postTitle].filter(Boolean).join(', '),
		organisation: report.organisationName,
		source: sourceOf(first.detail)
	});
}
