import { createHash, randomUUID } from 'node:crypto';
import { asking, doing, type Actor } from './acting.ts';
import { cast, harz, places, seniorCouncil } from './cast.ts';
import { sql } from './harness.ts';

/** A joint statement whose wording a council has frozen. */
export interface Frozen {
	statement: string;
	hash: string;
}

/** A round asks a council, and its statement of some points is frozen. */
export async function freeze(
	organisation = seniorCouncil,
	points = ['Der Rufbus fährt auch am Samstag.', 'An jeder Haltestelle steht eine Bank.'],
	intro = 'Wir begrüßen den Entwurf.'
): Promise<Frozen> {
	const [call, addressee, statement] = [randomUUID(), randomUUID(), randomUUID()];
	const wording = JSON.stringify({ intro, points });
	const hash = createHash('sha256').update(wording).digest('hex');
	const lines = points.map((body, n) => `('${harz}', '${statement}', ${n + 1}, 'suggestion', '${body}')`);
	await pastRules(`
		insert into public.calls (id, authority_id, kind, slug, title, covering_text, opens_at, closes_at, post_id, purpose, legal_basis, readers, retention)
		values ('${call}', '${harz}', 'rounds', 'runde-${call.slice(0, 8)}', 'Altenhilfeplan', 'Bitte nehmen Sie Stellung.', now(), now() + interval '60 days',
			'${places['post of planner']}', 'Zweck', 'Grundlage', 'Alle', 'Zehn Jahre');
		insert into public.rounds (call_id, authority_id) values ('${call}', '${harz}');
		insert into public.call_addressees (id, authority_id, call_id, organisation_id, organisation_name)
		select '${addressee}', '${harz}', '${call}', id, name from public.organisations where id = '${organisation}';
		insert into public.statements (id, authority_id, call_id, addressee_id, organisation_id, kind, state, intro, wording, wording_hash, frozen_at)
		values ('${statement}', '${harz}', '${call}', '${addressee}', '${organisation}', 'joint', 'frozen', '${intro}', '${wording}', '${hash}', now());
		insert into public.statement_points (authority_id, statement_id, place, kind, body) values ${lines.join()}`);
	return { statement, hash };
}

/** Writes as the owner and past every trigger: what rounds and statements want to be true is not told here. */
export const pastRules = (text: string) =>
	sql(`begin; set local session_replication_role = replica; ${text}; commit`);

export interface Opening {
	mode?: 'circular' | 'session';
	isSecret?: boolean;
	isByPoints?: boolean;
	majority?: string;
	quorum?: number | null;
	days?: number;
	id?: string;
}

/** The statement by which somebody opens a vote. */
export const opening = (
	statement: string,
	{
		mode = 'circular',
		isSecret = false,
		isByPoints = false,
		majority = 'simple',
		quorum = null,
		days = 14,
		id = randomUUID()
	}: Opening = {}
) =>
	`select public.open_vote('${id}', 'statement', '${statement}', '${mode}', ${isSecret}, ${isByPoints}, '${majority}', ${quorum}, private.today() + ${days})`;

/** Opens a vote. @returns its id */
export const openVote = (
	statement: string,
	options: Opening = {},
	actor: Actor = cast.councilOffice
): Promise<string> => asking(actor, opening(statement, options));

/** The seats of a vote, in order. */
export const seatsOf = (vote: string) =>
	sql<{ id: string; person_id: string; seat: string; person_name: string }>(
		'select id, person_id, seat, person_name from public.vote_electors where vote_id = $1 order by place',
		[vote]
	);

/** The statement by which somebody votes on a seat: one choice for the whole, or one for each point. */
export const casting = (
	vote: string,
	elector: string,
	choice: string | Record<string, string> = 'yes',
	id = randomUUID()
) =>
	`select 1 from (select public.cast_vote('${vote}', '${elector}', '${id}', '${JSON.stringify(typeof choice === 'string' ? { 1: choice } : choice)}') offset 0) as x`;

/** Each seat in turn votes by its member. */
export async function castAll(vote: string, choices: (string | Record<string, string> | null)[]) {
	const seats = await seatsOf(vote);
	for (const [n, choice] of choices.entries())
		if (choice) await doing(seats[n]!.person_id, casting(vote, seats[n]!.id, choice));
}

export interface Entry {
	heldOn?: string;
	agendaItem?: string;
	present: string[];
	substitutes?: Record<string, string>;
	conflicts?: { elector: string; places: number[]; reason: string }[];
	counts: Record<string, { yes: number; no: number; abstained: number }>;
	corrects?: string;
	reason?: string;
}

/** The statement by which somebody enters what a session decided. */
export const entering = (vote: string, entry: Entry, id = randomUUID()) => {
	const said = { heldOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10), ...entry };
	return `select 1 from (select public.enter_session_vote('${vote}', '${id}', '${JSON.stringify(said)}') offset 0) as x`;
};

/** Votes of the senior council: one to open, one that runs, one in which its member has voted, one for a session, one that is over, a secret one, one in which somebody steps in. */
export async function setVotes() {
	const { statement: toVoteOn } = await freeze();
	const runningVote = await openVote((await freeze()).statement);
	const [chair, member] = await seatsOf(runningVote);
	const begunVote = await openVote((await freeze()).statement);
	await castAll(begunVote, [null, 'no']);
	const sessionVote = await openVote((await freeze()).statement, { mode: 'session' });
	const sessionSeats = await seatsOf(sessionVote);
	const closedVote = await openVote((await freeze()).statement);
	await castAll(closedVote, ['yes', 'yes']);
	const secretVote = await openVote((await freeze()).statement, { isSecret: true });
	await castAll(secretVote, [null, 'yes']);
	const steppedVote = await openVote((await freeze()).statement);
	const [steppedChair, excluded] = await seatsOf(steppedVote);
	await doing(
		cast.councilOffice,
		`select public.name_substitute('${steppedVote}', '${steppedChair!.id}', '${cast.councilSubstitute}'),
			public.declare_conflict('${steppedVote}', '${excluded!.id}', '{1}', 'Angestellt beim Träger.')`
	);
	const entry = {
		present: sessionSeats.map(({ id }) => id),
		counts: { 1: { yes: sessionSeats.length, no: 0, abstained: 0 } }
	};
	return {
		toVoteOn,
		runningVote,
		begunVote,
		sessionVote,
		closedVote,
		secretVote,
		steppedVote,
		steppedSeat: steppedChair!.id,
		seatOfChair: chair!.id,
		seatOfMember: member!.id,
		sessionEntry: JSON.stringify({ heldOn: new Date().toISOString().slice(0, 10), ...entry })
	};
}
