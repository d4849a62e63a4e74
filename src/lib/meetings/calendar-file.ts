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
}

export type Outcome = 'new' | 'changed' | 'cancelled' | 'unchanged' | 'past';

export type Reason = 'uid' | 'title' | 'time' | 'far' | 'often' | 'end';

/** What a calendar file holds. `past`: how many of its meetings have been. */
export interface ReadableFile {
	meetings: FileMeeting[];
	unreadable: { title: string; reason: Reason }[];
	past: number;
	problem?: undefined;
}

/** `problem` is the message key when nothing can be read. */
export type CalendarFile = ReadableFile | { problem: string };

export const largestFile = 1_000_000;
