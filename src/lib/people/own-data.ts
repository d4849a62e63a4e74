import type { CalendarState } from '#lib/meetings/meeting.ts';
import type { Scope } from '#lib/tokens/token.ts';

/** What was typed or chosen, by the name of the question. */
export type Typed = Record<string, string | string[]>;

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
		/** When a session or a program was last at work, to the day; in the file only. */
		usedAt: string | null;
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
	keptForms: { path: string; fields: Typed; at: string }[];
	/** With the answers while one belongs to the organisation: colleagues go on writing them. */
	drafts: { title: string | null; organisationName: string; at: string; answers: Typed | null }[];
	reports: { number: string; title: string; at: string; hasWritten: boolean; hasReleased: boolean }[];
	entries: {
		at: string;
		kind: string;
		number: string | null;
		postTitle: string | null;
		personName: string;
	}[];
	rightsChanged: { at: string; kind: string; subject: string }[];
	/** What one answered to surveys for an organisation. */
	surveyAnswers: {
		at: string;
		callTitle: string;
		fieldLabel: string;
		organisationName: string;
		answers: Typed;
		hasEntered: boolean;
		hasReleased: boolean;
	}[];
	/** As the person saved them last. */
	savedAnswers: {
		at: string;
		callTitle: string;
		fieldLabel: string;
		organisationName: string;
		answers: Typed;
	}[];
	messages: {
		at: string;
		kind: 'question' | 'reply' | 'addition' | 'interim_status';
		number: string;
		text: string;
	}[];
	/** Of a report, or of a draft (without number). */
	attachments: { at: string; fileName: string; number: string | null }[];
	/** Entered or changed by the person. */
	meetings: {
		at: string;
		title: string;
		organisationName: string;
		body: string | null;
		startsAt: string;
		place: string | null;
	}[];
	/** What one said of an organisation's calendar. */
	calendars: { at: string; organisationName: string; state: CalendarState }[];
	callSteps: { at: string; callTitle: string; step: 'opened' | 'prolonged' | 'closed' | 'published' }[];
	/** As a member who is helped, or as the assistant who helps. */
	assistances: {
		at: string;
		role: 'member' | 'assistant';
		postTitle: string;
		organisationName: string;
		endsOn: string;
		endedAt: string | null;
	}[];
	imports: { at: string; fileName: string }[];
	tokens: {
		name: string;
		scopes: Scope[];
		at: string;
		expiresAt: string;
		usedAt: string | null;
		revokedAt: string | null;
	}[];
	feed: { at: string; usedAt: string | null } | null;
	/** What the administration's audit log says about oneself. */
	audit: { at: string; kind: string; detail: Record<string, unknown> }[];
	mails: { subject: string; at: string; sentAt: string | null }[];
	/** Every place in the database that points to the person. */
	links: { table: string; column: string; rows: number }[];
}
