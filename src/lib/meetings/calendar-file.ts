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
export type Outcome = 'new' | 'changed' | 'revived' | 'cancelled' | 'held' | 'older' | 'unchanged' | 'past';

export type PlannedMeeting = Pick<FileMeeting, 'startsAt' | 'endsAt' | 'isAllDay' | 'title'> & {
	outcome: Outcome;
};

export type Reason = 'uid' | 'title' | 'time' | 'far' | 'often' | 'end' | 'broken';

/** What a calendar file holds. `past`: how many of its meetings have been. `whole`: the UIDs that have no other dates to come. */
export interface ReadableFile {
	meetings: FileMeeting[];
	whole: { uid: string; sequence: number }[];
	unreadable: { title: string; reason: Reason }[];
	past: number;
	problem?: undefined;
}

/** `problem` is the message key when nothing can be read. */
export type CalendarFile = ReadableFile | { problem: string };

export const largestFile = 1_000_000;
