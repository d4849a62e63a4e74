import { describe, expect, test } from 'vitest';
import { conflictLines, entryIn, inputs, problemsIn, valuesOf } from './entry.ts';
import type { Result, Vote } from './vote.ts';

const elector = (id: string, name: string) => ({
	id,
	name,
	seat: 'Mitglied',
	substitute: null,
	substituteIn: null,
	hasVoted: false,
	conflicts: []
});
const vote = {
	isByPoints: false,
	points: [],
	electors: [elector('a', 'Frau Ahorn'), elector('b', 'Frau Birke'), elector('c', 'Frau Buche')],
	substitutes: [
		{ personId: 's', name: 'Herr Ersatz', postTitle: 'Ersatzmitglied', electorId: null },
		{ personId: 'd', name: 'Frau Dorn', postTitle: 'Vorsitz', electorId: 'a' }
	],
	results: [],
	today: '2027-03-12'
} as unknown as Vote;
const whole = inputs.count(1);
const typed = {
	held_on: '10.03.2027',
	agenda_item: 'TOP 4',
	present: ['a', 'b'],
	[inputs.substitute('s')]: 'c',
	[whole.yes]: '2',
	[whole.no]: '1',
	[whole.abstained]: ''
};
const problems = (values: object, of: Vote = vote) => {
	const all = { ...typed, ...values };
	return problemsIn(all, entryIn(all, of, 'form'), of);
};

test('a form says what a session decided', () => {
	expect(entryIn(typed, vote, 'form')).toEqual({
		formId: 'form',
		heldOn: '2027-03-10',
		agendaItem: 'TOP 4',
		present: ['a', 'b'],
		substitutes: { c: 's' },
		conflicts: [],
		counts: { 1: { yes: 2, no: 1, abstained: 0 } },
		corrects: null,
		reason: ''
	});
	expect(problems({})).toEqual({});
});

describe('what does not fit together has a sentence at its field', () => {
	const first = inputs.conflict(1);
	test.each([
		[{ held_on: '' }, 'held_on', 'Bitte geben Sie den Tag der Sitzung an.'],
		[{ held_on: '2027-03-13' }, 'held_on', 'Der Tag der Sitzung liegt in der Zukunft.'],
		[{ present: [], [inputs.substitute('s')]: '' }, 'present', 'Bitte geben Sie an, wer da war.'],
		[{ [inputs.substitute('s')]: 'a' }, inputs.substitute('s'), 'Frau Ahorn ist als anwesend angekreuzt'],
		[
			{ present: ['b'], [inputs.substitute('s')]: 'a', [inputs.substitute('d')]: 'a' },
			inputs.substitute('d'),
			'Frau Ahorn wird zweimal vertreten.'
		],
		[{ [whole.yes]: '9' }, whole.yes, 'Es sind 10 Stimmen eingetragen, anwesend und nicht befangen waren 3.'],
		[{ [whole.yes]: 'zwei' }, whole.yes, 'Bitte schreiben Sie eine ganze Zahl'],
		[{ [whole.yes]: '', [whole.no]: '' }, whole.yes, 'Der ganze Wortlaut: Bitte geben Sie an'],
		[{ [first.reason]: 'Angestellt' }, first.who, 'Bitte wählen Sie, wer befangen ist.'],
		[{ [first.who]: 'b', [whole.yes]: '1' }, first.reason, 'Bitte geben Sie den Grund an.'],
		[
			{
				[first.who]: 'b',
				[first.reason]: 'x',
				[inputs.conflict(2).who]: 'b',
				[inputs.conflict(2).reason]: 'y',
				[whole.yes]: '1'
			},
			inputs.conflict(2).who,
			'Diese Person steht schon in einer anderen Zeile.'
		]
	])('%j', (values, field, sentence) => {
		expect(problems(values)).toEqual({ [field]: expect.stringContaining(sentence) });
	});

	test('a conflict of interest takes one vote away', () => {
		const said = { [first.who]: 'b', [first.reason]: 'Angestellt beim Träger' };
		expect(Object.keys(problems(said))).toEqual([whole.yes]);
		expect(problems({ ...said, [whole.yes]: '1' })).toEqual({});
	});

	test('a correction says why', () => {
		const corrected = { ...vote, results: [{ id: 'r' }] } as unknown as Vote;
		expect(Object.keys(problems({}, corrected))).toEqual(['reason']);
	});
});

test('there is always a line for one more conflict', () => {
	expect(conflictLines({})).toEqual([1, 2]);
	expect(conflictLines({ [inputs.conflict(2).who]: 'a' })).toEqual([1, 2, 3]);
});

test('an entry that is corrected is shown as it was', () => {
	const attendance = (electorId: string, more = {}) => ({
		electorId,
		isPresent: true,
		isSubstitute: false,
		personId: null,
		conflicts: [],
		...more
	});
	const result = {
		heldOn: '2027-03-10',
		agendaItem: 'TOP 4',
		attendance: [
			attendance('a'),
			attendance('b', { conflicts: [{ place: 1, reason: 'Angestellt' }] }),
			attendance('c', { isSubstitute: true, personId: 's' })
		],
		counts: [{ place: 1, yes: 1, no: 1, abstained: 0 }]
	} as unknown as Result;
	expect(entryIn(valuesOf(result, vote), vote, 'form')).toMatchObject({
		heldOn: '2027-03-10',
		present: ['a', 'b'],
		substitutes: { c: 's' },
		conflicts: [{ elector: 'b', places: [1], reason: 'Angestellt' }],
		counts: { 1: { yes: 1, no: 1, abstained: 0 } }
	});
});
