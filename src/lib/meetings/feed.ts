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
	/** Where one reads more. */
	path: string;
	isCancelled: boolean;
	isAllDay: boolean;
	place: string | null;
	isPublic: boolean;
	changedAt: string | null;
}
