import { describe, expect, test } from 'vitest';
import type { NeedReport } from './need-report.ts';
import { replyClock } from './report-clock.ts';
import { stateOf } from './report-state.ts';

/** A report of 11 November with its interim status due on 25 November and its answer on 10 January. */
const report = (changes: Partial<NeedReport> = {}): NeedReport => ({
	number: 'HZ-2026-9',
	shortId: '7k3fm2x',
	organisationName: 'Stadt Oberharz am Brocken',
	title: 'Tagespflege fehlt in Hasselfelde',
	fieldOfAction: 'care',
	targetGroups: ['older_people'],
	municipalityName: 'Oberharz am Brocken',
	locality: 'Hasselfelde',
	description: 'Im Stadtgebiet gibt es keine Tagespflege.',
	proposedSolution: null,
	affectedRange: '20_to_50',
	urgency: 'this_year',
	visibility: 'participants',
	receivedAt: '2026-11-11T08:14:00Z',
	interimDueOn: '2026-11-25',
	finalDueOn: '2027-01-10',
	today: '2026-11-23',
	state: 'received',
	assessedField: 'care',
	interimAt: null,
	finalAt: null,
	decision: null,
	gapVerdict: null,
	gapAskedAt: null,
	gapAnsweredAt: null,
	answers: [],
	channel: 'online',
	isTranscription: false,
	isUnread: false,
	isOwn: false,
	isSide: false,
	canPlan: false,
	canReply: false,
	canAdd: false,
	canAnswerGap: false,
	...changes
});
const own = { isOwn: true, isSide: true } as const;
const planner = { canPlan: true, isSide: true } as const;
const read = (changes: Partial<NeedReport>, decision = '') => {
	const { tone, sentences } = stateOf(report(changes), decision);
	return `${tone ?? 'plain'}: ${sentences.join(' ')}`;
};
const answer = { id: 'a', decision: 'accepted', reason: 'Gut.', forwardedTo: null, correctsId: null };
const answered: Partial<NeedReport> = {
	state: 'answered',
	decision: 'accepted',
	interimAt: '2026-11-20T08:00:00Z',
	finalAt: '2026-12-01T08:00:00Z',
	answers: [{ ...answer, at: '2026-12-01T08:00:00Z' }]
};
const settled: Partial<NeedReport> = {
	...answered,
	state: 'settled',
	gapAskedAt: '2027-03-01T08:00:00Z',
	today: '2027-03-20'
};
const closed = (gapVerdict: 'yes' | 'partly' | 'no'): Partial<NeedReport> => ({
	...settled,
	state: 'closed',
	gapVerdict,
	gapAnsweredAt: '2027-03-05T08:00:00Z'
});

describe('the state of a report as a sentence', () => {
	const dates =
		'Bis Mittwoch, 25. November 2026 kommt ein Zwischenstand, bis Sonntag, 10. Januar 2027 die Antwort.';
	test.each([
		['own', own, `plain: Ihre Meldung ist eingegangen und wartet auf die Planung. ${dates}`],
		['planner', planner, `plain: Die Meldung ist neu und noch nicht eingeordnet. ${dates}`],
		['everybody', {}, `plain: Die Meldung ist eingegangen. ${dates}`]
	])('received, %s', (_side, side, sentence) => expect(read(side)).toBe(sentence));

	test('in progress, alone and with others', () => {
		const inProgress = { ...own, state: 'in_progress', interimAt: '2026-11-20T08:00:00Z' } as const;
		const other = { number: 'HZ-2026-10', title: 'Tagespflege für den Oberharz', organisationName: 'LIGA' };
		const due = 'Die Antwort kommt bis Sonntag, 10. Januar 2027.';
		expect(read(inProgress)).toBe(`plain: Ihre Meldung wird bearbeitet. ${due}`);
		expect(read({ ...inProgress, together: [other] })).toContain('zusammen mit einer anderen bearbeitet');
		expect(read({ ...inProgress, together: [other, other] })).toContain('zusammen mit 2 anderen bearbeitet');
		expect(read({ ...inProgress, isOwn: false, canPlan: true, together: [other] })).toContain(
			'Die Meldung wird zusammen'
		);
		expect(read({ ...inProgress, office: 'Sozialamt', officeDueOn: '2026-12-01' })).toContain(
			'Sie liegt bei „Sozialamt“ zur Zuarbeit bis 1. Dezember 2026.'
		);
	});

	test('clarification: who is to speak next', () => {
		const asked = {
			state: 'clarification',
			messages: [{ kind: 'question', body: 'Seit wann?', at: '2026-11-18T08:00:00Z' }]
		} as const satisfies Partial<NeedReport>;
		expect(read({ ...own, ...asked, messages: [...asked.messages] })).toContain(
			'Die Planung hat eine Frage an Sie.'
		);
		expect(read({ ...planner, ...asked, messages: [...asked.messages] })).toContain(
			'Ihre Rückfrage ist offen: keine Antwort seit 18. November 2026.'
		);
		expect(read({ state: 'clarification' })).toContain('Die Meldung wird bearbeitet.');
	});

	test('silence is said, with since when', () => {
		const late = {
			...own,
			state: 'in_progress',
			interimAt: '2026-11-20T08:00:00Z',
			today: '2027-01-13'
		} as const;
		expect(read({ ...own, today: '2026-11-28' })).toBe(
			'late: Ihre Meldung ist eingegangen und wartet auf die Planung. Der Zwischenstand war bis 25. November 2026 zugesagt und ist seit 3 Tagen überfällig. Keine Nachricht seit 11. November 2026.'
		);
		expect(read(late)).toContain(
			'Die Antwort war bis 10. Januar 2027 zugesagt und ist seit 3 Tagen überfällig. Keine Nachricht seit 20. November 2026.'
		);
		expect(read({ ...late, today: '2027-01-10' })).toMatch(/^plain/);
		expect(read({ ...planner, today: '2026-11-26' })).toContain('seit gestern überfällig');
	});

	test('answered, and what follows', () => {
		expect(read({ ...own, ...answered }, 'Wird berücksichtigt')).toBe(
			'ok: Der Landkreis hat am 1. Dezember 2026 geantwortet: Wird berücksichtigt. Ist der Bedarf erledigt, fragen wir Sie, ob die Lücke geschlossen ist.'
		);
		expect(read({ ...planner, ...answered })).toContain('schließen Sie ihn im Pool ab');
		expect(read(answered)).toContain('wird gefragt, ob die Lücke geschlossen ist');
	});

	test('a corrected answer names both days', () => {
		const answers = [
			{ ...answer, id: 'b', correctsId: 'a', decision: 'noted', at: '2026-12-09T08:00:00Z' },
			{ ...answer, at: '2026-12-01T08:00:00Z' }
		];
		expect(read({ ...own, ...answered, answers }, 'Wird zur Kenntnis genommen')).toContain(
			'am 1. Dezember 2026 geantwortet und die Antwort am 9. Dezember 2026 berichtigt: Wird zur Kenntnis genommen.'
		);
	});

	test('settled: the reporter is asked, the others see the silence', () => {
		expect(read({ ...own, ...settled, canAnswerGap: true })).toContain(
			'Ist die Lücke geschlossen? Bitte sagen Sie es uns.'
		);
		for (const side of [planner, own, {}])
			expect(read({ ...side, ...settled })).toContain(
				'Seit 1. März 2027 ist gefragt, ob die Lücke geschlossen ist. Seitdem keine Antwort.'
			);
	});

	test.each([
		['yes', 'ok', 'Die Lücke ist geschlossen.'],
		['partly', 'plain', 'Die Lücke ist nur zum Teil geschlossen.'],
		['no', 'plain', 'Die Lücke besteht weiter.']
	] as const)('closed with %s', (verdict, tone, words) => {
		expect(read({ ...own, ...closed(verdict) })).toMatch(
			new RegExp(`^${tone}.*Sie haben am 5. März 2027 gesagt: ${words}$`)
		);
		expect(read({ ...planner, ...closed(verdict) })).toContain(
			`Stadt Oberharz am Brocken hat am 5. März 2027 gesagt: ${words}`
		);
	});
});

describe('the reply clock', () => {
	const clock = (changes: Partial<NeedReport>) =>
		replyClock(report(changes)).map(({ state, detail }) => `${state}: ${detail}`);

	test('begins with the receipt; first the interim status is due', () => {
		expect(clock(own)).toEqual([
			'done: Mittwoch, 11. November 2026, 09:14 Uhr',
			'now: bis Mittwoch, 25. November 2026, übermorgen',
			'open: bis Sonntag, 10. Januar 2027, in 48 Tagen',
			'open: fragen wir Sie danach'
		]);
	});

	test.each([
		['2026-11-24T22:30:00Z', '24. November 2026, einen Tag vor der Frist'],
		['2026-11-24T23:30:00Z', '25. November 2026, am letzten Tag der Frist'],
		['2026-11-20T08:00:00Z', '20. November 2026, 5 Tage vor der Frist'],
		['2026-11-26T08:00:00Z', '26. November 2026, einen Tag nach der Frist'],
		['2026-11-30T08:00:00Z', '30. November 2026, 5 Tage nach der Frist']
	])('says how the interim status of %s met its day, by days in Germany', (interimAt, detail) => {
		expect(clock({ interimAt }).slice(1, 3)).toEqual([
			`done: ${detail}`,
			'now: bis Sonntag, 10. Januar 2027, in 48 Tagen'
		]);
	});

	test('says what is overdue', () => {
		expect(clock({ today: '2026-11-27' })[1]).toBe(
			'late: bis Mittwoch, 25. November 2026, seit 2 Tagen überfällig'
		);
		expect(clock({ today: '2027-02-10' })[2]).toMatch(/^late/);
	});

	test('an answer makes an interim status needless', () => {
		expect(clock({ ...answered, interimAt: null })[1]).toBe('done: nicht nötig, die Antwort kam vorher');
		expect(clock(answered)[2]).toBe('done: 1. Dezember 2026, 40 Tage vor der Frist');
	});

	test('ends with whether the gap is closed', () => {
		expect(clock(answered)[3]).toBe('open: wird danach gefragt');
		expect(clock({ ...own, ...settled })[3]).toBe('now: gefragt am 1. März 2027');
		expect(clock({ ...planner, ...settled })[3]).toBe('now: gefragt am 1. März 2027, seitdem keine Antwort');
		expect(clock(closed('partly'))[3]).toBe('done: Teilweise (5. März 2027)');
	});
});
