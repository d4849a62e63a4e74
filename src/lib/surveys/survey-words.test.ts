import { expect, test } from 'vitest';
import { chronicleOf, fieldState, sourceOf, standingOf } from './survey-words.ts';
import { isBeforeHead, replyPath, type Returned, type SurveyField, type SurveyReply } from './survey.ts';

const field = {
	revision: 0,
	choice: null,
	answers: {},
	unknown: [],
	waits: false,
	returned: null,
	drafts: [],
	reports: []
} as unknown as SurveyField;
const returned = {
	outcome: 'nil_return',
	at: '2026-11-20T10:00:00Z',
	channel: 'online',
	releasedBy: 'Herr Voß'
} as Returned;

test.each([
	[{}, 'offen', 'open'],
	[{ revision: 1, answers: { offers: 'Ein Dienst.' } }, 'angefangen', 'now'],
	[{ revision: 1, unknown: ['plans'] }, 'angefangen', 'now'],
	[{ revision: 2 }, 'offen', 'open'],
	[{ choice: 'needs', revision: 1 }, 'Bedarf noch nicht gemeldet', 'now'],
	[{ drafts: [{ handedInAt: null }] }, 'Meldung angefangen', 'now'],
	[{ drafts: [{ handedInAt: '2026-11-20' }] }, 'Meldung wartet auf die Freigabe', 'now'],
	[{ returned }, 'Fehlanzeige, abgegeben am 20.11.2026', 'done'],
	[{ returned: { ...returned, outcome: 'needs' }, reports: [1, 2] }, '2 Bedarfe gemeldet', 'done'],
	[{ returned: { ...returned, outcome: 'needs' }, reports: [1] }, '1 Bedarf gemeldet', 'done'],
	[{ returned: { ...returned, outcome: 'needs' } }, 'Bedarf, abgegeben am 20.11.2026', 'done'] // told on paper
])('%j reads "%s"', (part, word, sign) => {
	expect(fieldState({ ...field, ...part } as SurveyField)).toEqual({
		sign,
		word
	});
});

test('what a clerk filled in waits for its release once it is handed in', () => {
	const nil = { ...field, choice: 'nil_return', waits: true } as SurveyField;
	const word = (isHandedIn: boolean) => fieldState({ ...nil, isHandedIn }).word;
	expect(word(false)).toBe('Fehlanzeige – noch nicht vorgelegt');
	expect(word(true)).toBe('Fehlanzeige – wartet auf die Freigabe');
});

test('what came by phone says who said it and who entered it', () => {
	const phoned = {
		...returned,
		channel: 'phone',
		givenBy: 'Frau Thiele',
		receivedOn: '2026-11-19',
		enteredBy: 'Frau Albrecht',
		enteredIn: 'Sozialplanung'
	};
	expect(sourceOf(phoned)).toBe(
		'Anruf vom 19. November 2026, von Frau Thiele, eingetragen von Frau Albrecht, Sozialplanung.'
	);
});

test('the standing counts what is returned and what waits', () => {
	const reply = {
		state: 'open',
		answeredAt: null,
		canRelease: false
	};
	const standing = (isHandedIn: boolean) =>
		standingOf({
			...reply,
			fields: [{ returned }, { waits: true, isHandedIn }, {}]
		} as unknown as SurveyReply);
	const count = 'Eines von 3 Handlungsfeldern ist abgegeben.';
	expect(standing(true)).toBe(`${count} Eines wartet auf die Freigabe.`);
	expect(standing(false)).toBe(`${count} Eines ist ausgefüllt und noch nicht vorgelegt.`);
});

test('what was changed after it was handed in is not before the head', () => {
	const [old, changed] = [
		{ waits: true, isHandedIn: true },
		{ waits: true, isHandedIn: false }
	] as SurveyField[];
	expect(isBeforeHead({ fields: [old!] })).toBe(true);
	expect(isBeforeHead({ fields: [old!, changed!] })).toBe(false);
	expect(isBeforeHead({ fields: [old!, { ...changed!, waits: false }] })).toBe(true);
});

test('the address keeps for which of several organisations one answers', () => {
	expect(replyPath({ slug: 'probe' }, 2)).toBe('/abfragen/probe/antwort/2');
	expect(replyPath({ slug: 'probe', asOrganisation: 'a' }, '2#choice')).toBe(
		'/abfragen/probe/antwort/2?fuer=a#choice'
	);
	expect(replyPath({ slug: 'probe', asOrganisation: 'a' }, '#feld-care')).toBe(
		'/abfragen/probe/antwort?fuer=a#feld-care'
	);
});

test('what was returned in one go is one line of the record', () => {
	const event = (at: string, ...said: [field: string, outcome: string][]) => ({
		kind: 'call_returned',
		at,
		personName: 'Herr Voß',
		postTitle: 'Bürgermeister',
		detail: {
			fields: said.map(([field, outcome]) => ({ field, outcome })),
			channel: 'online',
			isLate: false
		}
	});
	const events = [
		event('2026-11-20T10:00:01Z', ['care', 'nil_return'], ['mobility', 'needs'], ['youth', 'nil_return']),
		event('2026-11-20T10:00:02Z', ['mobility', 'needs'])
	];
	const told = chronicleOf(events, { care: 'Pflege', youth: 'Jugend', mobility: 'Mobilität' });
	expect(told.map(({ what }) => what)).toEqual([
		'Mobilität: Bedarf (online)',
		'Pflege und Jugend: Fehlanzeige; Mobilität: Bedarf (online)'
	]);
});
