import { z } from 'zod';
import { date } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { today } from '#lib/i18n/berlin.ts';
import { day } from '#lib/people/day.ts';

/** First and last day, both included; without a last day the term is open-ended (null). */
export const startsOn = day.refine((text) => text !== '', 'organisations_error_start_missing');
export const endsOn = day.transform((text) => text || null);

/** Whether the last day is not before the first. */
export const isInOrder = ({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }) =>
	!endsOn || endsOn >= startsOn;

export const termForm = z.object({ endsOn });

/** "1. Januar 2027 bis 31. Dezember 2028", or open-ended "seit 1. Januar 2027" / "ab 1. März 2027". */
export function termInWords({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }): string {
	const start = date(startsOn);
	if (endsOn) return m.organisations_term({ start, end: date(endsOn) });
	return startsOn > today() ? m.organisations_term_from({ start }) : m.organisations_term_since({ start });
}
