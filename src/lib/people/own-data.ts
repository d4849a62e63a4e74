/** Everything stored about a person, as `own_data` tells it: one document, for the page and for the file. */
export interface OwnData {
	person: {
		salutation: 'Frau' | 'Herr' | null;
		givenName: string;
		familyName: string;
		email: string;
		createdAt: string;
		visitedAt: string | null;
		visitedBeforeAt: string | null;
	};
	display: { locale: string; textSize: string; contrast: string };
	/** How often one wants to hear of a group of things; a group not named: at once. */
	mailPreferences: Record<string, 'at_once' | 'daily' | 'never'>;
	signIn: {
		passwordChangedAt: string | null;
		secondFactorSince: string | null;
		recoveryCodesLeft: number;
		attempts: { at: string; usedAt: string | null }[];
	};
	posts: {
		title: string;
		organisationName: string;
		capacity: 'holder' | 'deputy';
		startsOn: string;
		endsOn: string | null;
		endedAt: string | null;
	}[];
	invitations: {
		email: string;
		postTitle: string;
		organisationName: string;
		at: string;
		acceptedAt: string | null;
	}[];
	sessions: {
		device: string | null;
		createdAt: string;
		usedAt: string;
		expiresAt: string;
		endedAt: string | null;
	}[];
	addressChanges: {
		from: string;
		to: string;
		at: string;
		confirmedAt: string | null;
		objectedAt: string | null;
	}[];
	keptForms: { path: string; at: string }[];
	drafts: { title: string | null; organisationName: string; at: string }[];
	reports: { number: string; title: string; at: string; hasWritten: boolean; hasReleased: boolean }[];
	entries: {
		at: string;
		kind: string;
		number: string | null;
		postTitle: string | null;
		personName: string;
	}[];
	rightsChanged: { at: string; kind: string; subject: string }[];
	mails: { subject: string; at: string; sentAt: string | null }[];
	/** Every place in the database that points to the person. */
	links: { table: string; column: string; rows: number }[];
}
