/** What a person knows of the own feed: never its secret. */
export interface Feed {
	createdAt: string;
	/** When a calendar program last fetched it. */
	usedAt: string | null;
}

/** A meeting or a deadline, as calendar programs show it. */
export interface FeedEntry {
	uid: string;
	sequence: number;
	title: string;
	startsAt: string;
	endsAt: string | null;
	/** What one reads more about: the short name of a call that one is asked to answer, or the id of a meeting. */
	subject: { kind: 'call' | 'meeting'; key: string };
	isCancelled: boolean;
	isAllDay: boolean;
	place: string | null;
	isPublic: boolean;
	changedAt: string | null;
}
