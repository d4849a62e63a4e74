import { z } from 'zod';
import { instantOf, isoDay, momentOf, timeOnTheClock, wallOf } from '#lib/i18n/berlin.ts';
import { formId } from '#lib/ui/form-id.ts';

/** kept: a gap means that there is no meeting; none: meets on demand; unknown: nobody has said. */
const calendarStates = ['kept', 'none', 'unknown'] as const;
export type CalendarState = (typeof calendarStates)[number];

export interface Meeting {
	id: string;
	organisationId: string;
	organisationName: string;
	startsAt: string;
	endsAt: string | null;
	isAllDay: boolean;
	title: string;
	/** Ortschaftsrat Hasselfelde; null: the organisation itself. */
	body: string | null;
	place: string | null;
	isPublic: boolean;
	/** Its name in calendar programs. */
	uid: string;
	/** How often it was changed. */
	sequence: number;
	source: 'hand' | 'ics';
	cancelledAt: string | null;
	enteredAt: string;
	changedAt: string;
	enteredBy: string | null;
	enteredIn: string | null;
	/** By a planner, for an organisation that keeps no calendar. */
	isEnteredForThem: boolean;
	mayChange: boolean;
}

/** Lists hold one more than `pageSize` when there are more. */
export interface Calendar {
	organisation: { id: string; name: string; kind: string };
	state: CalendarState;
	statedAt: string | null;
	mayKeep: boolean;
	/** May say that the calendar is complete. */
	mayPromise: boolean;
	isOwn: boolean;
	upcoming: Meeting[];
	past: Meeting[];
}

export interface DistrictCalendar {
	meetings: Meeting[];
	organisations: { id: string; name: string; state: CalendarState; nextAt: string | null }[];
}

export const pageSize = 50;

/** Ends the check where it fails, as a time does: what compares moments needs both. A year before 2000 is a slip. */
const day = z
	.string()
	.trim()
	.min(1, { error: 'meetings_error_day', abort: true })
	.transform((typed) => isoDay(typed) ?? '')
	.refine((day) => day >= '2000', { error: 'calls_error_no_day', abort: true });
const time = z
	.string()
	.trim()
	.transform((typed) => timeOnTheClock(typed) ?? typed);
const isTime = (text: string) => timeOnTheClock(text) !== null;
const noTime = { error: 'meetings_error_time', abort: true };
const text = (most: number) => z.string().trim().max(most, 'meetings_error_long');

export const meetingForm = z
	.object({
		form_id: formId,
		title: text(200).min(3, 'meetings_error_title'),
		body: text(160).refine((value) => value.length !== 1, 'meetings_error_body'),
		day,
		starts: time.refine(isTime, noTime),
		ends: time.refine((text) => text === '' || isTime(text), noTime),
		place: text(200),
		access: z.enum(['public', 'closed'], 'meetings_error_access')
	})
	.refine(({ starts, ends }) => !ends || ends > starts, {
		path: ['ends'],
		message: 'meetings_error_end_before_start'
	})
	.refine((form) => instantOf(form.day, form.starts) > new Date(), {
		path: ['day'],
		message: 'meetings_error_past'
	});
export type MeetingForm = z.infer<typeof meetingForm>;

/** `sequence` is that of the meeting when the form was made. */
export const changeForm = meetingForm.safeExtend({ sequence: z.coerce.number().int().catch(0) });
export type ChangeForm = z.infer<typeof changeForm>;

export const stateForm = z.object({ state: z.enum(calendarStates, 'meetings_error_state') });

/** The moments of a meeting as typed. */
export const momentsOf = ({ day, starts, ends }: MeetingForm) => ({
	startsAt: momentOf(day, starts),
	endsAt: ends ? momentOf(day, ends) : null
});

/** A meeting as its form shows it. */
export function valuesOf(meeting: Meeting): Record<string, string> {
	const starts = wallOf(meeting.startsAt);
	return {
		title: meeting.title,
		body: meeting.body ?? '',
		day: starts.day,
		starts: starts.time,
		ends: meeting.endsAt ? wallOf(meeting.endsAt).time : '',
		place: meeting.place ?? '',
		access: meeting.isPublic ? 'public' : 'closed',
		sequence: String(meeting.sequence)
	};
}
