import { z } from 'zod';
import { calendarDay, instant } from '#lib/i18n/times.ts';
import { calendarStates } from '#lib/meetings/meeting.ts';
import { scopes } from '#lib/tokens/token.ts';
import { choices } from '#lib/votes/vote.ts';

/** What was typed or chosen, by the name of the question. */
export const typed = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
export type Typed = z.infer<typeof typed>;

/** Everything stored about a person, as `own_data` tells it: one document, for the page and for the file. */
export const ownData = z.strictObject({
	person: z.strictObject({
		salutation: z.enum(['Frau', 'Herr']).nullable(),
		givenName: z.string(),
		familyName: z.string(),
		email: z.string(),
		createdAt: instant,
		visitedAt: instant.nullable(),
		visitedBeforeAt: instant.nullable(),
		/** When a session or a program was last at work, to the day; in the file only. */
		usedAt: instant.nullable()
	}),
	display: z.strictObject({
		locale: z.string(),
		textSize: z.string(),
		contrast: z.string()
	}),
	/** How often one wants to hear of a group of things; a group not named: at once. */
	mailPreferences: z.record(z.string(), z.enum(['at_once', 'daily', 'never'])),
	signIn: z.strictObject({
		passwordChangedAt: instant.nullable(),
		secondFactorSince: z.string().nullable(),
		recoveryCodesLeft: z.int(),
		attempts: z.array(
			z.strictObject({
				at: instant,
				usedAt: instant.nullable()
			})
		)
	}),
	posts: z.array(
		z.strictObject({
			title: z.string(),
			organisationName: z.string(),
			capacity: z.enum(['holder', 'deputy']),
			startsOn: calendarDay,
			endsOn: calendarDay.nullable(),
			endedAt: instant.nullable()
		})
	),
	invitations: z.array(
		z.strictObject({
			email: z.string(),
			postTitle: z.string(),
			organisationName: z.string(),
			at: instant,
			acceptedAt: instant.nullable()
		})
	),
	sessions: z.array(
		z.strictObject({
			device: z.string().nullable(),
			createdAt: instant,
			usedAt: instant,
			expiresAt: instant,
			endedAt: instant.nullable()
		})
	),
	addressChanges: z.array(
		z.strictObject({
			from: z.string(),
			to: z.string(),
			at: instant,
			confirmedAt: instant.nullable(),
			objectedAt: instant.nullable()
		})
	),
	keptForms: z.array(
		z.strictObject({
			path: z.string(),
			fields: typed,
			at: instant
		})
	),
	/** With the answers while one belongs to the organisation: colleagues go on writing them. */
	drafts: z.array(
		z.strictObject({
			title: z.string().nullable(),
			organisationName: z.string(),
			at: instant,
			answers: typed.nullable()
		})
	),
	reports: z.array(
		z.strictObject({
			number: z.string(),
			title: z.string(),
			at: instant,
			hasWritten: z.boolean(),
			hasReleased: z.boolean()
		})
	),
	entries: z.array(
		z.strictObject({
			at: instant,
			kind: z.string(),
			number: z.string().nullable(),
			postTitle: z.string().nullable(),
			personName: z.string()
		})
	),
	rightsChanged: z.array(
		z.strictObject({
			at: instant,
			kind: z.string(),
			subject: z.string()
		})
	),
	/** What one answered to surveys for an organisation. */
	surveyAnswers: z.array(
		z.strictObject({
			at: instant,
			callTitle: z.string(),
			fieldLabel: z.string(),
			organisationName: z.string(),
			answers: typed,
			hasEntered: z.boolean(),
			hasReleased: z.boolean()
		})
	),
	/** As the person saved them last. */
	savedAnswers: z.array(
		z.strictObject({
			at: instant,
			callTitle: z.string(),
			fieldLabel: z.string(),
			organisationName: z.string(),
			answers: typed
		})
	),
	messages: z.array(
		z.strictObject({
			at: instant,
			kind: z.enum(['question', 'reply', 'addition', 'interim_status', 'note', 'contribution']),
			number: z.string(),
			text: z.string()
		})
	),
	/** Of a report, or of a draft (without number). */
	attachments: z.array(
		z.strictObject({
			at: instant,
			fileName: z.string(),
			number: z.string().nullable()
		})
	),
	/** Entered or changed by the person. */
	meetings: z.array(
		z.strictObject({
			at: instant,
			title: z.string(),
			organisationName: z.string(),
			body: z.string().nullable(),
			startsAt: instant,
			place: z.string().nullable()
		})
	),
	/** What one said of an organisation's calendar. */
	calendars: z.array(
		z.strictObject({
			at: instant,
			organisationName: z.string(),
			state: z.enum(calendarStates)
		})
	),
	callSteps: z.array(
		z.strictObject({
			at: instant,
			callTitle: z.string(),
			step: z.enum(['opened', 'prolonged', 'closed', 'weighing', 'decided', 'published'])
		})
	),
	/** As a member who is helped, or as the assistant who helps. */
	assistances: z.array(
		z.strictObject({
			at: instant,
			role: z.enum(['member', 'assistant']),
			postTitle: z.string(),
			organisationName: z.string(),
			endsOn: calendarDay,
			endedAt: instant.nullable()
		})
	),
	imports: z.array(
		z.strictObject({
			at: instant,
			fileName: z.string()
		})
	),
	tokens: z.array(
		z.strictObject({
			name: z.string(),
			scopes: z.array(z.enum(scopes)),
			at: instant,
			expiresAt: instant,
			usedAt: instant.nullable(),
			revokedAt: instant.nullable()
		})
	),
	/** What was chosen in the list of reports, by the name of the choice. */
	savedFilters: z.array(
		z.strictObject({ at: instant, name: z.string(), filter: z.record(z.string(), z.string()) })
	),
	/** That one voted, and how where the vote was open. */
	votes: z.array(
		z.strictObject({
			at: instant,
			title: z.string(),
			organisationName: z.string(),
			choices: z.record(z.string(), z.enum(choices)).nullable()
		})
	),
	feed: z
		.strictObject({
			at: instant,
			usedAt: instant.nullable()
		})
		.nullable(),
	/** What the administration's audit log says about oneself. */
	audit: z.array(
		z.strictObject({
			at: instant,
			kind: z.string(),
			detail: z.record(z.string(), z.unknown())
		})
	),
	mails: z.array(
		z.strictObject({
			subject: z.string(),
			at: instant,
			sentAt: instant.nullable()
		})
	),
	/** Every place in the database that points to the person. */
	links: z.array(
		z.strictObject({
			table: z.string(),
			column: z.string(),
			rows: z.int()
		})
	)
});
export type OwnData = z.infer<typeof ownData>;
