import { channelInWords, sourceInWords, sourceOf } from '#lib/channels/source.ts';
import { byWhom } from '#lib/chronicle/entry.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { declined } from '#lib/people/person.ts';
import type { NeedReport } from './need-report.ts';

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
			whom: declined(String(first.detail.givenBy ?? '')),
			channel: channelInWords(report.channel)
		});
	return m.channels_sentence({
		whom: declined(byWhom(first.personName, first.postTitle)),
		organisation: report.organisationName,
		source: sourceOf(first.detail)
	});
}
