import { isoDay } from '#lib/i18n/berlin.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Values } from '#lib/ui/device-copies.ts';
import { placesOf, type Result, type Vote } from './vote.ts';
import { pointTitle } from './vote-words.ts';

/** What a session decided, as the database takes it. */
export interface Entry {
	formId: string;
	heldOn: string;
	agendaItem: string;
	/** Seats whose members were there. */
	present: string[];
	/** Seat → who stepped in. */
	substitutes: Record<string, string>;
	conflicts: { elector: string; places: number[]; reason: string }[];
	/** By place. */
	counts: Record<string, { yes: number; no: number; abstained: number }>;
	/** The result that was wrong, and why. */
	corrects: string | null;
	reason: string;
}

/** Names the inputs of the form. */
export const inputs = {
	substitute: (person: string) => `substitute_${person}`,
	conflict: (line: number) => ({
		who: `conflict_who_${line}`,
		places: `conflict_places_${line}`,
		reason: `conflict_reason_${line}`
	}),
	count: (place: number) => ({ yes: `yes_${place}`, no: `no_${place}`, abstained: `abstained_${place}` })
};

/** Everybody who could step in, each once, with the seats on which they may. */
export function substitutesIn({ substitutes, electors }: Vote): {
	personId: string;
	name: string;
	postTitle: string;
	seats: Vote['electors'];
}[] {
	const people = [...new Set(substitutes.map(({ personId }) => personId))];
	return people.map((personId) => {
		const own = substitutes.filter((one) => one.personId === personId);
		const forAll = own.some(({ electorId }) => electorId === null);
		const seats = electors.filter(({ id }) => forAll || own.some(({ electorId }) => electorId === id));
		return { personId, name: own[0]!.name, postTitle: own[0]!.postTitle, seats };
	});
}

/** How many lines for conflicts of interest the form shows: one more than are filled, and two at least. */
export function conflictLines(values: Values): number[] {
	const filled = Object.entries(values).flatMap(([name, value]) => {
		const [, line] = /^conflict_(?:who|reason)_(\d{1,2})$/.exec(name) ?? [];
		return line && String(value).trim() ? [Number(line)] : [];
	});
	return Array.from({ length: Math.max(2, Math.max(0, ...filled) + 1) }, (_, n) => n + 1);
}

const textIn = (values: Values, name: string) => String([values[name] ?? ''].flat()[0] ?? '').trim();
const listIn = (values: Values, name: string) => [values[name] ?? []].flat();

/** What the form says, read as far as it can be. */
export function entryIn(values: Values, vote: Vote, formId: string): Entry {
	const substitutes = substitutesIn(vote).flatMap(({ personId }) => {
		const seat = textIn(values, inputs.substitute(personId));
		return seat ? [[seat, personId] as const] : [];
	});
	const conflicts = conflictLines(values).flatMap((line) => {
		const names = inputs.conflict(line);
		const [elector, reason] = [textIn(values, names.who), textIn(values, names.reason)];
		const places = vote.isByPoints ? listIn(values, names.places).map(Number) : [1];
		return elector || reason ? [{ elector, places, reason }] : [];
	});
	return {
		formId,
		heldOn: isoDay(textIn(values, 'held_on')) ?? '',
		agendaItem: textIn(values, 'agenda_item'),
		present: listIn(values, 'present'),
		substitutes: Object.fromEntries(substitutes),
		conflicts,
		counts: Object.fromEntries(placesOf(vote).map((place) => [place, countIn(values, place)])),
		corrects: vote.results[0]?.id ?? null,
		reason: textIn(values, 'reason')
	};
}

function countIn(values: Values, place: number) {
	const names = inputs.count(place);
	const [yes, no, abstained] = [names.yes, names.no, names.abstained].map(
		(name) => Number(textIn(values, name)) || 0
	);
	return { yes: yes!, no: no!, abstained: abstained! };
}

/** How many of those present may vote on a point. */
function presentAt({ present, substitutes, conflicts }: Entry, place: number): number {
	const seats = [...present, ...Object.keys(substitutes)];
	const excluded = conflicts.filter(({ places }) => places.includes(place)).map(({ elector }) => elector);
	return seats.filter((seat) => !excluded.includes(seat)).length;
}

/** What does not fit together: input → finished sentence. The database refuses the same. */
export function problemsIn(values: Values, entry: Entry, vote: Vote): Record<string, string> {
	const people = { ...problemsOfPeople(values, entry, vote), ...problemsOfConflicts(values, vote) };
	/** Only then is there a number that the votes have to meet. */
	const isSettled = Object.keys(people).length === 0;
	const counts = placesOf(vote).map((place) => problemOfCount(values, entry, place, vote, isSettled));
	return { ...problemsOfDay(entry, vote), ...people, ...Object.assign({}, ...counts) };
}

function problemsOfDay({ heldOn, reason, corrects }: Entry, { today }: Vote): Record<string, string> {
	return {
		...(!heldOn
			? { held_on: m.votes_error_held_on() }
			: heldOn > today && { held_on: m.votes_error_held_later() }),
		...(corrects && !reason && { reason: m.votes_error_reason() })
	};
}

function problemsOfPeople(
	values: Values,
	{ present, substitutes }: Entry,
	vote: Vote
): Record<string, string> {
	const problems: Record<string, string> = {};
	if (present.length + Object.keys(substitutes).length === 0) problems.present = m.votes_error_present();
	const taken = new Set<string>();
	for (const { personId } of substitutesIn(vote)) {
		const name = inputs.substitute(personId);
		const seat = textIn(values, name);
		const member = vote.electors.find(({ id }) => id === seat)?.name ?? '';
		if (seat && present.includes(seat))
			problems[name] = m.votes_error_present_and_substituted({ name: member });
		else if (seat && taken.has(seat)) problems[name] = m.votes_error_substituted_twice({ name: member });
		taken.add(seat);
	}
	return problems;
}

function problemsOfConflicts(values: Values, vote: Vote): Record<string, string> {
	const seen = new Set<string>();
	const problems: Record<string, string> = {};
	for (const line of conflictLines(values)) {
		const names = inputs.conflict(line);
		const [who, reason] = [textIn(values, names.who), textIn(values, names.reason)];
		if (!who && !reason) continue;
		if (!who) problems[names.who] = m.votes_error_who();
		else if (seen.has(who)) problems[names.who] = m.votes_error_conflict_twice();
		seen.add(who);
		if (!reason) problems[names.reason] = m.votes_error_conflict_reason();
		if (vote.isByPoints && listIn(values, names.places).length === 0)
			problems[names.places] = m.votes_error_places();
	}
	return problems;
}

function problemOfCount(
	values: Values,
	entry: Entry,
	place: number,
	vote: Vote,
	isSettled: boolean
): Record<string, string> {
	const names = Object.values(inputs.count(place));
	const typed = names.map((name) => [name, textIn(values, name)] as const);
	const [first = ''] = names;
	const point = pointTitle(place, vote);
	const odd = typed.find(([, text]) => text && !/^\d{1,4}$/.test(text));
	if (odd) return { [odd[0]]: m.votes_error_count() };
	if (typed.every(([, text]) => !text)) return { [first]: m.votes_error_counts_missing({ point }) };
	const { yes, no, abstained } = entry.counts[place]!;
	const [votes, present] = [yes + no + abstained, presentAt(entry, place)];
	if (!isSettled || votes === present) return {};
	return { [first]: m.votes_error_counts_differ({ point, votes, present }) };
}

/** A result as its form shows it, to be corrected. */
export function valuesOf(result: Result, vote: Vote): Values {
	const conflicts = result.attendance.filter(({ conflicts }) => conflicts.length);
	const values: Values = {
		held_on: result.heldOn,
		agenda_item: result.agendaItem ?? '',
		present: result.attendance
			.filter(({ isPresent, isSubstitute }) => isPresent && !isSubstitute)
			.map(({ electorId }) => electorId)
	};
	for (const { electorId, personId, isSubstitute } of result.attendance)
		if (isSubstitute && personId) values[inputs.substitute(personId)] = electorId;
	for (const [n, { electorId, conflicts: said }] of conflicts.entries()) {
		const names = inputs.conflict(n + 1);
		values[names.who] = electorId;
		values[names.reason] = said[0]!.reason;
		if (vote.isByPoints) values[names.places] = said.map(({ place }) => String(place));
	}
	for (const { place, yes, no, abstained } of result.counts) {
		const names = inputs.count(place);
		Object.assign(values, {
			[names.yes]: String(yes),
			[names.no]: String(no),
			[names.abstained]: String(abstained)
		});
	}
	return values;
}
