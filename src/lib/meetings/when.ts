import { clock, time, weekday } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { CalendarState, Meeting } from './meeting.ts';

type When = Pick<Meeting, 'startsAt' | 'endsAt' | 'isAllDay'>;

/** "Mittwoch, 12. März 2027, 17:30 bis 19:00 Uhr" */
export function when({ startsAt, endsAt, isAllDay }: When): string {
	const date = weekday(startsAt);
	if (isAllDay) {
		const last = weekday(new Date(Date.parse(endsAt ?? startsAt) - 1));
		return last === date ? date : m.meetings_when_days({ first: date, last });
	}
	if (!endsAt) return m.meetings_when_from({ date, starts: time(startsAt) });
	const last = weekday(endsAt);
	return last === date
		? m.meetings_when({ date, starts: clock(startsAt), ends: time(endsAt) })
		: m.meetings_when({ date, starts: time(startsAt), ends: `${last}, ${time(endsAt)}` });
}

const states: Record<CalendarState, () => string> = {
	kept: m.meetings_state_kept,
	none: m.meetings_state_none,
	unknown: m.meetings_state_unknown
};
/** What an organisation says of its calendar, in a sentence. */
export const stateInWords = (state: CalendarState) => states[state]();
