import { z } from 'zod';
import { channelInWords } from '#lib/channels/source.ts';
import { moment, shortDate } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { instant } from '#lib/i18n/times.ts';
import { labelIn, term, type Term } from '#lib/vocabulary/vocabulary.ts';
import { administrationKinds, callHead, type CallHead, type Flat } from './call.ts';
import { kindOf } from './kind.ts';
import { standing, type Standing } from './standing.ts';

export type Sign = 'done' | 'now' | 'open' | 'late';
export interface SignedWord {
	sign: Sign;
	word: string;
	/** In place of the word where many stand beside each other. */
	short?: string;
}

/** What was returned, whether in time, and on which way it came: there are thousands of them on a page. */
const cell = z.templateLiteral([z.string(), ' ', z.enum(['in_time', 'late']), ' ', z.string()]);

/** One row. Of what an addressee is filling in nothing is known but that it has begun. */
export const addressee = z.strictObject({
	id: z.string(),
	organisationName: z.string(),
	organisationKind: z.string(),
	phone: z.string().nullable(),
	dueAt: instant,
	isExtended: z.boolean(),
	/** Null while the call is prepared. */
	invitedAt: instant.nullable(),
	openedAt: instant.nullable(),
	begunAt: instant.nullable(),
	answeredAt: instant.nullable(),
	standing,
	isLate: z.boolean(),
	extension: z.enum(['asked', 'granted', 'refused']).nullable(),
	/** Mails the invitation became; null while they are not written. */
	letters: z.int().nullable(),
	isWaiting: z.boolean(),
	/** Mails of the invitation that did not arrive. */
	undelivered: z.int(),
	/** When a letter on paper was posted. */
	postedAt: instant.nullable(),
	/** When somebody confirmed by a link that the request arrived. */
	confirmedAt: instant.nullable(),
	/** What was returned last, by field. */
	cells: z.record(z.string(), cell),
	/** What its kind counts in answer, by field: reports. */
	counts: z.record(z.string(), z.int()),
	nextMeeting: instant.nullable(),
	meetsInside: z.boolean(),
	keepsCalendar: z.boolean().nullable(),
	/** It has not answered, still has time, and does not meet in it: counted and shown by this alone. */
	lacksMeeting: z.boolean()
});
export type Addressee = z.infer<typeof addressee>;

/** Municipalities: of the district, whose administration was asked, for whom it has answered. */
export const coverage = z.strictObject({
	total: z.int(),
	asked: z.int(),
	covered: z.int()
});

/** The ledger of a call: addressees by fields, as `call_ledger()` gives it. */
export const ledger = z.strictObject({
	call: callHead,
	fields: z.array(term),
	addressees: z.array(addressee),
	coverage
});
export type Ledger = Flat<z.infer<typeof ledger>>;

/** What an addressee returned for a field of a call of this kind. */
export function cellOf(
	{ cells, counts, standing }: Pick<Addressee, 'cells' | 'counts' | 'standing'>,
	field: string,
	call: { kind: string }
): SignedWord {
	const cell = cells[field];
	if (!cell) {
		const isSilent = standing === 'silent' || standing === 'incomplete';
		return { ...words[isSilent ? 'silent' : 'open'](), short: isSilent ? shortSilent : shortOpen };
	}
	const [outcome, time, channel] = cell.split(' ') as [string, 'in_time' | 'late', string];
	const word = kindOf(call).cell(outcome, counts[field] ?? 0);
	const short = kindOf(call).shortCell(outcome, counts[field] ?? 0);
	const marks = [channel !== 'online' && channelInWords(channel), time === 'late' && m.calls_late()].filter(
		(mark) => mark !== false
	);
	return { sign: 'done', word: [word, ...marks].join(', '), short: marks.length ? `${short}*` : short };
}

const shortOpen = '–';
const shortSilent = '×';

/** What the short cells mean: "F: Fehlanzeige". */
export const shortWords = (call: { kind: string }): string[] => [
	...kindOf(call).shortCells(),
	`${shortOpen} ${m.calls_cell_open()}`,
	`${shortSilent} ${m.calls_state_silent()}`,
	`* ${m.calls_short_marked()}`
];

/** How far an addressee has come, in words. */
export function stateOf({ standing, isLate }: Addressee): SignedWord {
	const { sign, word } = words[standing]();
	return { sign, word: isLate ? m.calls_cell_late({ word }) : word };
}

const words: Record<Standing, () => SignedWord> = {
	open: () => ({ sign: 'open', word: m.calls_cell_open() }),
	begun: () => ({ sign: 'now', word: m.calls_state_begun() }),
	overdue: () => ({ sign: 'late', word: m.calls_state_overdue() }),
	overdue_begun: () => ({ sign: 'late', word: m.calls_state_overdue_begun() }),
	silent: () => ({ sign: 'late', word: m.calls_state_silent() }),
	incomplete: () => ({ sign: 'late', word: m.calls_state_incomplete() }),
	nil_return: () => ({ sign: 'done', word: m.calls_state_nil() }),
	answered: () => ({ sign: 'done', word: m.calls_state_answered() })
};

/** How the invitation reached an addressee; what went wrong comes first. */
export function deliveryOf(addressee: Addressee): SignedWord & { needsLetter: boolean } {
	const { openedAt, invitedAt, letters, isWaiting, undelivered, postedAt, confirmedAt } = addressee;
	const known = { needsLetter: false };
	if (confirmedAt)
		return { ...known, sign: 'done', word: m.calls_delivery_confirmed({ date: shortDate(confirmedAt) }) };
	if (openedAt)
		return { ...known, sign: 'done', word: m.calls_delivery_opened({ date: shortDate(openedAt) }) };
	if (postedAt)
		return { ...known, sign: 'done', word: m.calls_delivery_posted({ date: shortDate(postedAt) }) };
	if (letters === 0) return { needsLetter: true, sign: 'late', word: m.calls_delivery_nobody() };
	if (letters && undelivered >= letters)
		return { needsLetter: true, sign: 'late', word: m.calls_delivery_undelivered() };
	if (undelivered) return { ...known, sign: 'late', word: m.calls_delivery_partly() };
	if (isWaiting || letters === null || !invitedAt)
		return { ...known, sign: 'now', word: m.calls_delivery_waiting() };
	return { ...known, sign: 'open', word: m.calls_delivery_sent({ date: shortDate(invitedAt) }) };
}

/** The next meeting of an addressee, and whether it lies inside its time. */
export function meetingOf(addressee: Addressee): SignedWord {
	return { sign: addressee.lacksMeeting ? 'late' : 'open', word: meetingInWords(addressee) };
}

function meetingInWords({ nextMeeting, meetsInside, keepsCalendar }: Addressee): string {
	if (nextMeeting) {
		const inputs = { date: shortDate(nextMeeting) };
		if (meetsInside) return inputs.date;
		return keepsCalendar ? m.calls_next_meeting_after(inputs) : m.calls_next_meeting_known(inputs);
	}
	if (keepsCalendar) return m.calls_next_meeting_none();
	return keepsCalendar === null ? m.calls_next_meeting_unknown() : m.calls_meeting_on_demand();
}

/** Whether sessions still matter to a call: to one that is closed they do not. */
export const looksAhead = ({ state }: Pick<CallHead, 'state'>) => state === 'draft' || state === 'open';

/** Where the answer to a field stands on the page of an addressee. */
export const anchorOf = (field: string) => `feld-${field}`;

/** Until when an addressee has time, and what became of a wish for more. */
export function dueOf({ dueAt, isExtended, extension }: Addressee): SignedWord {
	if (extension === 'asked') return { sign: 'late', word: m.calls_due_asked({ date: shortDate(dueAt) }) };
	if (isExtended) return { sign: 'now', word: m.calls_due_extended({ date: shortDate(dueAt) }) };
	if (extension === 'refused') return { sign: 'open', word: m.calls_due_refused({ date: shortDate(dueAt) }) };
	return { sign: 'open', word: shortDate(dueAt) };
}

export const isOpen = ({ answeredAt }: Addressee) => answeredAt === null;

/** The rows to show: all, or as the filter says those who have not answered. */
export const shownOf = ({ addressees }: Ledger, isOpenOnly: boolean) =>
	isOpenOnly ? addressees.filter(isOpen) : addressees;

export interface LedgerColumn {
	key: string;
	label: string;
	of: (addressee: Addressee) => SignedWord;
	/** Of a field of the call, and where all answers to it are. */
	field?: Term;
	href?: string;
}

/** What the ledger says of each addressee, on the page and in the files. */
export const columnsOf = (ledger: Ledger): LedgerColumn[] => [
	...standingColumnsOf(ledger),
	...ledger.fields.map((field, place) => ({
		key: `field ${field.key}`,
		label: labelIn(field),
		of: (addressee: Addressee) => cellOf(addressee, field.key, ledger),
		field,
		href: fieldPageOf(ledger, place)
	}))
];

/** How far an addressee has come, whatever the call asks. */
export const standingColumnsOf = (call: Pick<CallHead, 'state'>): LedgerColumn[] => [
	{ key: 'state', label: m.calls_column_state(), of: stateOf },
	{ key: 'delivery', label: m.calls_column_delivery(), of: deliveryOf },
	{ key: 'due', label: m.calls_column_due(), of: dueOf },
	...(looksAhead(call) ? [{ key: 'meeting', label: m.calls_column_next_meeting(), of: meetingOf }] : [])
];

/** Where all answers to a field are. @param place among the fields asked, from 0 */
export const fieldPageOf = (call: { kind: string; slug: string }, place: number) =>
	kindOf(call).fieldOf({ slug: call.slug, number: String(place + 1) });

/** "10 von 14 Verwaltungen haben geantwortet" */
export function headlineOf({ addressees }: Ledger): string {
	const inputs = {
		answered: addressees.filter((each) => !isOpen(each)).length,
		addressees: addressees.length
	};
	return addressees.every(({ organisationKind }) => administrationKinds.includes(organisationKind))
		? m.calls_headline_administrations(inputs)
		: m.calls_headline_addressees(inputs);
}

/** What stands below the headline: coverage, the end of the window, who does not meet inside its time. */
export function leadOf(ledger: Ledger): string[] {
	const { coverage, addressees, closesAt, isOver } = ledger;
	const without = addressees.filter(({ lacksMeeting }) => lacksMeeting).length;
	return [
		coverage.asked > 0 && m.calls_covered({ covered: coverage.covered, total: coverage.total }),
		coverage.asked > 0 &&
			coverage.asked < coverage.total &&
			m.calls_not_asked({ count: coverage.total - coverage.asked }),
		(isOver ? m.calls_ended : m.calls_ends)({ date: moment(closesAt) }),
		without > 0 && m.calls_without_meeting({ count: without })
	].filter((sentence) => typeof sentence === 'string');
}

/** For each field how many have answered and where that is read, for the chart and its table. */
export function responseByField(ledger: Ledger) {
	return ledger.fields.map((field, place) => ({
		label: labelIn(field),
		value: ledger.addressees.filter(({ cells }) => field.key in cells).length,
		href: fieldPageOf(ledger, place)
	}));
}
