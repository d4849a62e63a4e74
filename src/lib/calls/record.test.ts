import { expect, test } from 'vitest';
import { chronicleOf, type Facts } from './record.ts';
import type { Addressee } from './ledger.ts';

const fields = [
	{ key: 'care', label: 'Pflege', labelEn: 'Care' },
	{ key: 'youth', label: 'Jugend', labelEn: 'Youth' }
];
const returned = (at: string, ...said: string[]): Facts['returns'][number] => ({
	at,
	said: said.map((field) => ({ field, outcome: 'nil_return', isCorrection: false })),
	isLate: false,
	channel: 'phone',
	givenBy: 'Frau Thiele',
	receivedOn: '2026-11-27',
	personName: 'Frau Albrecht',
	postTitle: 'Sozialplanung'
});
const addressee = {
	invitedAt: '2026-11-16T08:00:00Z',
	openedAt: null,
	begunAt: '2026-11-27T09:00:01Z',
	answeredAt: '2026-11-27T09:00:01Z',
	isLate: false
} as Addressee;
const nothing = {
	call: { kind: 'surveys' },
	extensions: [],
	notices: [],
	mails: [],
	links: [],
	steps: [],
	returns: [],
	addressee,
	fields
};

test('what was entered in one go is one entry, and the answer is complete after it', () => {
	const returns = [returned('2026-11-27T09:00:01Z', 'care', 'youth')];
	expect(chronicleOf({ ...nothing, returns })).toEqual([
		{
			at: '2026-11-27T09:00:01Z',
			what: 'Pflege und Jugend: Fehlanzeige, Anruf vom 27. November 2026, von Frau Thiele',
			by: 'eingetragen von Frau Albrecht, Sozialplanung'
		},
		{ at: '2026-11-27T09:00:01Z', what: 'Vollständig beantwortet, fristgerecht' }
	]);
});

test('two returns of the same second are two entries, and one that was written for a while is one', () => {
	const returns = [returned('2026-11-27T09:00:01Z', 'care'), returned('2026-11-27T09:00:01Z', 'youth')];
	expect(chronicleOf({ ...nothing, returns }).map(({ what }) => what)).toEqual([
		'Pflege: Fehlanzeige, Anruf vom 27. November 2026, von Frau Thiele',
		'Jugend: Fehlanzeige, Anruf vom 27. November 2026, von Frau Thiele',
		'Vollständig beantwortet, fristgerecht'
	]);
});

test('what came a millisecond after a full second stands after it', () => {
	const receipt = {
		kind: 'receipt',
		letters: 1,
		writtenAt: null,
		body: null,
		personName: null,
		postTitle: null
	};
	const page = {
		...nothing,
		addressee: { ...addressee, answeredAt: addressee.begunAt },
		notices: [{ ...receipt, at: '2026-11-27T09:00:01.001Z' }]
	};
	expect(chronicleOf(page).map(({ what }) => what)).toEqual([
		'In Arbeit',
		'Vollständig beantwortet, fristgerecht',
		'Eingangsbestätigung: wird versandt'
	]);
});

test('mails say to whom they came and to whom not, with the reason given', () => {
	const mails = [{ at: '2026-11-16T08:01:00Z', name: 'Frau Kern', state: 'bounced', reason: '550 5.1.1' }];
	expect(chronicleOf({ ...nothing, mails })[0]).toMatchObject({
		what: 'E-Mail unzustellbar: Frau Kern',
		text: '550 5.1.1'
	});
});

test('more time is told as asked and as decided, each with its reason', () => {
	const extensions = [
		{
			at: '2026-11-20T08:00:00Z',
			askedUntil: '2027-01-15T22:59:00Z',
			reason: 'Die Sitzung ist danach.',
			channel: 'online',
			personName: 'Frau Kern',
			postTitle: 'Hauptamt',
			decidedAt: '2026-11-21T08:00:00Z',
			decision: 'refused' as const,
			dueAt: null,
			decisionReason: 'Der Kreistag tagt vorher.',
			decidedBy: 'Frau Albrecht',
			decidedIn: 'Sozialplanung'
		}
	];
	const told = chronicleOf({ ...nothing, extensions }).flatMap(({ text }) => text ?? []);
	expect(told).toEqual(['Die Sitzung ist danach.', 'Der Kreistag tagt vorher.']);
});
