import { z } from 'zod';
import { instant } from '#lib/i18n/times.ts';

/** A meeting as a calendar file tells it. */
export interface FileMeeting {
	uid: string;
	startsAt: string;
	endsAt: string | null;
	isAllDay: boolean;
	title: string;
	place: string | null;
	isPublic: boolean;
	isCancelled: boolean;
	/** A lower one than was read in before is older. */
	sequence: number;
}

/** revived: a file had called it off; held: it was called off by hand and stays so; older: than what was read in before. */
export const outcome = z.enum([
	'new',
	'changed',
	'revived',
	'cancelled',
	'held',
	'older',
	'unchanged',
	'past'
]);
export type Outcome = z.infer<typeof outcome>;

/** A meeting of a file and what taking it over would do. */
export const plannedMeeting = z.strictObject({
	startsAt: instant,
	endsAt: instant.nullable(),
	isAllDay: z.boolean(),
	title: z.string(),
	outcome
});
export type PlannedMeeting = z.infer<typeof plannedMeeting>;

export type Reason = 'uid' | 'title' | 'time' | 'far' | 'often' | 'end' | 'broken';

/** What a calendar file holds. `past`: how many of its meetings have been. `whole`: the UIDs that have no other dates to come. */
export interface ReadableFile {
	meetings: FileMeeting[];
	whole: { uid: string; sequence: number }[];
	/** `line`: the one that breaks the entry, as far as one alone does. */
	unreadable: { title: string; reason: Reason; line?: string }[];
	past: number;
	problem?: undefined;
}

/** `problem` is the message key when nothing can be read; `line`: the one that is to blame, if one is. */
export type CalendarFile = ReadableFile | { problem: string; line?: string };

export const largestFile = 1_000_000;
