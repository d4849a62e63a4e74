import { z } from 'zod';
import { calendarDay, instant } from '#lib/i18n/times.ts';

/** session: a meeting of the body votes, and its office enters how. circular: each votes on the own page. */
export const modes = ['circular', 'session'] as const;
export type Mode = (typeof modes)[number];

export const choices = ['yes', 'no', 'abstain'] as const;
const choice = z.enum(choices);
export type Choice = z.infer<typeof choice>;

/** When something is carried; abstentions are no votes. */
export const majorities = ['simple', 'absolute', 'two_thirds', 'consensus'] as const;
export type Majority = (typeof majorities)[number];

/** partly: some points were carried. void: the wording was changed under the vote. */
const outcome = z.enum(['carried', 'partly', 'rejected', 'no_quorum', 'cancelled', 'void']);
export type Outcome = z.infer<typeof outcome>;

const head = {
	id: z.string(),
	title: z.string(),
	organisationName: z.string(),
	mode: z.enum(modes),
	isSecret: z.boolean(),
	state: z.enum(['open', 'closed']),
	outcome: outcome.nullable(),
	openedAt: instant,
	closesAt: instant.nullable(),
	/** Its time is over, whether it has been counted or not. */
	isOver: z.boolean()
};

const voteLine = z.strictObject(head);
export type VoteLine = z.infer<typeof voteLine>;
export const voteList = z.array(voteLine);
export const pageSize = 50;

const meeting = z.strictObject({ id: z.string(), title: z.string(), startsAt: instant });
export type VoteMeeting = z.infer<typeof meeting>;

/** What a vote would be on, before it is opened. */
export const voteOptions = z.strictObject({
	title: z.string(),
	text: z.string(),
	/** How many points the wording has. */
	points: z.int(),
	organisationName: z.string(),
	/** Seats with a vote; nobody's name: vacant. */
	seats: z.array(z.strictObject({ seat: z.string(), name: z.string().nullable() })),
	/** Of the body, from two months ago to half a year ahead. */
	meetings: z.array(meeting),
	today: calendarDay,
	/** The vote on it that runs already. */
	openId: z.string().nullable()
});
export type VoteOptions = z.infer<typeof voteOptions>;

const conflict = z.strictObject({ place: z.int(), reason: z.string() });
const chosen = z.record(z.string(), choice);

const point = z.strictObject({
	place: z.int(),
	title: z.string().nullable(),
	quote: z.string().nullable(),
	body: z.string().nullable(),
	proposal: z.string().nullable()
});
export type Point = z.infer<typeof point>;

const elector = z.strictObject({
	id: z.string(),
	seat: z.string(),
	name: z.string().nullable(),
	/** Who steps in, and in which post. */
	substitute: z.string().nullable(),
	substituteIn: z.string().nullable(),
	hasVoted: z.boolean(),
	conflicts: z.array(conflict)
});
export type Elector = z.infer<typeof elector>;

const ownSeat = z.strictObject({
	electorId: z.string(),
	seat: z.string(),
	name: z.string().nullable(),
	/** The person votes for the member of this seat. */
	isSubstitute: z.boolean(),
	mayVote: z.boolean(),
	castAt: instant.nullable(),
	/** By place; null in a secret vote, and before. */
	choices: chosen.nullable()
});
export type OwnSeat = z.infer<typeof ownSeat>;

const count = z.strictObject({
	place: z.int(),
	yes: z.int(),
	no: z.int(),
	abstained: z.int(),
	/** Without those excluded, as those present are. */
	entitled: z.int(),
	present: z.int(),
	excluded: z.int(),
	needed: z.int(),
	outcome: z.enum(['carried', 'rejected', 'no_quorum'])
});
export type Count = z.infer<typeof count>;

const result = z.strictObject({
	id: z.string(),
	correctsId: z.string().nullable(),
	/** Why it was corrected, or the vote cancelled. */
	reason: z.string().nullable(),
	heldOn: calendarDay,
	agendaItem: z.string().nullable(),
	entitled: z.int(),
	present: z.int(),
	outcome,
	/** Null where it was counted at the end. */
	enteredBy: z.string().nullable(),
	enteredIn: z.string().nullable(),
	at: instant,
	counts: z.array(count),
	attendance: z.array(
		z.strictObject({
			electorId: z.string(),
			seat: z.string(),
			member: z.string().nullable(),
			isPresent: z.boolean(),
			personId: z.string().nullable(),
			name: z.string().nullable(),
			isSubstitute: z.boolean(),
			conflicts: z.array(conflict),
			choices: chosen.nullable()
		})
	)
});
export type Result = z.infer<typeof result>;
export type Attendance = Result['attendance'][number];

/** A vote as its body reads it. */
export const vote = z.strictObject({
	...head,
	/** What is not in its points. */
	text: z.string(),
	/** SHA-256 of the wording. */
	hash: z.string(),
	isWordingCurrent: z.boolean(),
	isByPoints: z.boolean(),
	/** The points of the wording, voted on one by one or not. */
	points: z.array(point),
	/** Null: more than half of those entitled. */
	quorum: z.int().nullable(),
	majority: z.enum(majorities),
	/** Seats that nobody held. */
	vacant: z.array(z.string()),
	openedBy: z.string().nullable(),
	openedIn: z.string().nullable(),
	/** In which it is to be decided. */
	meeting: meeting.nullable(),
	electors: z.array(elector),
	mine: z.array(ownSeat),
	isAssistant: z.boolean(),
	/** Who could step in: for anybody, or for one seat. */
	substitutes: z.array(
		z.strictObject({
			personId: z.string(),
			name: z.string(),
			postTitle: z.string(),
			electorId: z.string().nullable()
		})
	),
	canPreside: z.boolean(),
	/** What another vote can be opened on, where this one did not carry it. */
	toOpenAgain: z.strictObject({ kind: z.string(), id: z.string() }).nullable(),
	/** Whom to ask: the office of the body, not the planning. */
	help: z
		.strictObject({
			name: z.string(),
			title: z.string(),
			phone: z.string().nullable(),
			email: z.string().nullable()
		})
		.nullable(),
	today: calendarDay,
	/** Newest first; the first one counts. */
	results: z.array(result)
});
export type Vote = z.infer<typeof vote>;

/** The name of the input for a point. By it the choice is kept nowhere: neither in what was typed before a session ended nor on the device. */
export const choiceName = (place: number) => `ballot_${place}`;

/** The own seat that is shown: one that can still vote, before those that have. */
export const seatShown = ({ mine }: Pick<Vote, 'mine'>): OwnSeat | undefined =>
	mine.find(({ mayVote }) => mayVote) ?? mine[0];

/** What yes or no is said to, by place: each point, or the whole as one. */
export const placesOf = ({ isByPoints, points }: Pick<Vote, 'isByPoints' | 'points'>): number[] =>
	isByPoints ? points.map(({ place }) => place) : [1];

/** The places on which a seat votes: those without a conflict of interest. */
export function placesFor(vote: Vote, electorId: string): number[] {
	const excluded =
		vote.electors.find(({ id }) => id === electorId)?.conflicts.map(({ place }) => place) ?? [];
	return placesOf(vote).filter((place) => !excluded.includes(place));
}

/** How many have to take part: in the whole, where nobody is excluded. */
export const neededOf = ({ quorum, electors }: Pick<Vote, 'quorum' | 'electors'>): number =>
	quorum ?? Math.floor(electors.length / 2) + 1;

/** A circular vote that can still be voted in. */
export const isRunning = ({ mode, state, isOver }: Pick<Vote, 'mode' | 'state' | 'isOver'>): boolean =>
	mode === 'circular' && state === 'open' && !isOver;
