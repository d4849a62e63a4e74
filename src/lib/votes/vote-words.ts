import { href } from '#lib/i18n/addresses.ts';
import { date, moment, number, timeLeft, weekday } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import {
	choices,
	isRunning,
	majorities,
	neededOf,
	placesOf,
	type Attendance,
	type Choice,
	type Count,
	type Elector,
	type Majority,
	type Outcome,
	type Result,
	type Vote,
	type VoteLine,
	type VoteMeeting
} from './vote.ts';

/** The page of a vote, with what a form has just done. */
export const pathOf = (id: string, done?: Done): string =>
	href('/votes/[id=uuid]', { id }) + (done ? `?getan=${doneNames[done]}` : '');

const doneNames = {
	opened: 'eroeffnet',
	cast: 'abgestimmt',
	conflict: 'befangen',
	substitute: 'vertreten',
	entered: 'eingetragen',
	cancelled: 'abgebrochen'
};
type Done = keyof typeof doneNames;

/** What a form has just done, as its page says it; nothing for other words. */
export function doneIn(url: URL, vote: Vote): string | undefined {
	const name = url.searchParams.get('getan');
	const [done] = Object.entries(doneNames).find(([, german]) => german === name) ?? [];
	const sentences: Record<Done, () => string> = {
		opened: vote.mode === 'circular' ? m.votes_done_opened_circular : m.votes_done_opened_session,
		cast: m.votes_done_cast,
		conflict: m.votes_done_conflict,
		substitute: m.votes_done_substitute,
		entered: m.votes_done_entered,
		cancelled: m.votes_done_cancelled
	};
	return done && sentences[done as Done]();
}

/** "Angenommen" */
export const outcomeInWords = (outcome: Outcome): string => m[`votes_outcome_${outcome}`]();

/** "Ja" */
export const choiceInWords = (choice: Choice): string => m[`votes_choice_${choice}`]();
export const choiceOptions = () => choices.map((value) => ({ value, label: choiceInWords(value) }));

/** What makes something carried, as a choice with its meaning. */
export const majorityInWords = (majority: Majority): string => m[`votes_majority_${majority}`]();
export const majorityOptions = () =>
	majorities.map((value) => ({
		value,
		label: majorityInWords(value),
		hint: m[`votes_majority_${value}_hint`]()
	}));

/** "8 Ja, 2 Nein, 1 Enthaltung" */
export const countInWords = ({ yes, no, abstained }: Pick<Count, 'yes' | 'no' | 'abstained'>): string =>
	m.votes_count({ yes: number(yes), no: number(no), abstained });

/** "Punkt 2: 3.1 Mobilität"; of the whole: "Der ganze Wortlaut". */
export function pointTitle(
	place: number,
	{ isByPoints, points }: Pick<Vote, 'isByPoints' | 'points'>
): string {
	if (!isByPoints) return m.votes_whole();
	const { title } = points[place - 1]!;
	return title ? m.votes_point_titled({ place, title }) : m.votes_point({ place });
}

/** "Beirat, TOP 4 am 12. März 2027" */
export const meetingInWords = ({ title, startsAt }: VoteMeeting): string =>
	m.votes_meeting({ title, date: date(startsAt) });

/** How it stands, in one or two sentences. */
export function standingOf(vote: Vote): string {
	const [result] = vote.results;
	if (result) return resultInWords(result, vote);
	if (vote.mode === 'session')
		return vote.meeting
			? m.votes_standing_meeting({ title: vote.meeting.title, moment: moment(vote.meeting.startsAt) })
			: m.votes_standing_session();
	if (vote.isOver) return m.votes_standing_over();
	return m.votes_standing_circular({ moment: moment(vote.closesAt!), left: timeLeft(vote.closesAt!) });
}

/** How many have voted, and whether that is enough. */
export function quorumSoFar(vote: Vote): string {
	const voted = vote.electors.filter(({ hasVoted }) => hasVoted).length;
	const needed = neededOf(vote);
	const inputs = { voted: number(voted), entitled: vote.electors.length, needed: number(needed) };
	return voted >= needed ? m.votes_quorum_reached(inputs) : m.votes_quorum_missing(inputs);
}

/** What has to be reached. */
export const quorumInWords = (vote: Vote): string =>
	vote.quorum
		? m.votes_quorum_number({ needed: vote.quorum, entitled: number(vote.electors.length) })
		: m.votes_quorum_majority({ needed: neededOf(vote), entitled: number(vote.electors.length) });

/** "Angenommen am 12. März 2027: 8 Ja, 2 Nein, 1 Enthaltung." */
export function resultInWords({ outcome, heldOn, counts, present, entitled }: Result, vote: Vote): string {
	const [whole] = counts;
	const said = m.votes_result({ outcome: outcomeInWords(outcome), date: date(heldOn) });
	if (outcome === 'void' || outcome === 'cancelled') return said;
	const took = m.votes_result_present({ present: number(present), entitled });
	return vote.isByPoints || !whole ? `${said} ${took}` : `${said} ${countInWords(whole)}. ${took}`;
}

/** What follows from how it ended. */
export const consequence = (outcome: Outcome): string => m[`votes_consequence_${outcome}`]();

/** The state of a vote in a list, as a word with its sign. */
export function stateInWords(line: VoteLine): { sign: 'done' | 'now' | 'open' | 'late'; word: string } {
	if (line.outcome)
		return { sign: line.outcome === 'carried' ? 'done' : 'open', word: outcomeInWords(line.outcome) };
	if (isRunning(line)) return { sign: 'now', word: m.votes_state_until({ date: weekday(line.closesAt!) }) };
	return { sign: 'now', word: line.mode === 'session' ? m.votes_state_session() : m.votes_state_counting() };
}

/** "im Umlauf, geheim" */
export const kindInWords = ({ mode, isSecret }: Pick<VoteLine, 'mode' | 'isSecret'>): string =>
	[m[`votes_mode_${mode}`](), isSecret ? m.votes_secret() : m.votes_open()].join(', ');

/** Who votes on a seat: the member, or who steps in for it. */
export function voterOf({ name, substitute }: Elector): string {
	const member = name ?? m.votes_left();
	return substitute ? m.votes_substituted({ name: member, substitute }) : member;
}

/** What became of a seat so far, as a word with its sign. */
export function progressOf(
	{ hasVoted, conflicts }: Elector,
	vote: Vote
): { sign: 'done' | 'open'; word: string } {
	if (hasVoted) return { sign: 'done', word: m.votes_has_voted() };
	if (conflicts.length === placesOf(vote).length) return { sign: 'done', word: m.votes_excluded() };
	return { sign: 'open', word: m.votes_has_not_voted() };
}

/** Who was there on a seat. */
export function attendeeOf({ isPresent, isSubstitute, name, member }: Attendance): string {
	const who = member ?? m.votes_left();
	if (!isPresent) return m.votes_absent({ name: who });
	return isSubstitute ? m.votes_substituted({ name: who, substitute: name ?? m.votes_left() }) : who;
}

/** "Punkt 1: Ja, Punkt 2: Enthaltung" */
export function choicesInWords(said: Record<string, Choice>, vote: Vote): string {
	const words = Object.entries(said).map(([place, choice]) =>
		vote.isByPoints ? m.votes_point_choice({ place, choice: choiceInWords(choice) }) : choiceInWords(choice)
	);
	return words.join(', ');
}
