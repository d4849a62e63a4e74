import { expect, test } from 'vitest';
import { newsOf, tasksOf, type OpenTask } from './tasks.ts';

const today = '2026-11-23';
const task = (kind: string, rest: Partial<OpenTask> = {}): OpenTask => ({
	kind,
	ref: 'HZ-2026-9',
	title: 'Tagespflege',
	who: 'Frau Kern',
	at: '2026-11-20T08:00:00Z',
	...rest
});
const only = (open: OpenTask) => tasksOf({ tasks: [open], today }).mine[0];

test.each<[string, string, string]>([
	['release', '/bedarfe/entwurf/HZ-2026-9/pruefen', '„Tagespflege“ prüfen und freigeben'],
	['revise', '/bedarfe/entwurf/HZ-2026-9', '„Tagespflege“ überarbeiten'],
	['continue', '/bedarfe/entwurf/HZ-2026-9', '„Tagespflege“ weiterschreiben'],
	['reply', '/bedarfe/HZ-2026-9/antwort', 'Rückfrage zu „Tagespflege“ beantworten'],
	['gap', '/bedarfe/HZ-2026-9/luecke', 'Sagen, ob die Lücke geschlossen ist: „Tagespflege“'],
	['assess', '/bedarfe/HZ-2026-9', '„Tagespflege“ einordnen'],
	['interim', '/bedarfe/HZ-2026-9', 'Zwischenstand zu „Tagespflege“ geben'],
	['answer', '/bedarfe/HZ-2026-9', '„Tagespflege“ beantworten'],
	['office', '/bedarfe/HZ-2026-9', 'Zuarbeit zu „Tagespflege“'],
	['follow_up', '/bedarfe/HZ-2026-9', 'Wiedervorlage: „Tagespflege“'],
	['gap_open', '/bedarfe/pool/HZ-2026-9', 'Lücke nicht geschlossen: „Tagespflege“'],
	['barrier', '/barrieren/HZ-2026-9', 'Gemeldete Barriere HZ-2026-9 beantworten'],
	['call_extension', '/abfragen/HZ-2026-9/ruecklauf/4/frist', 'Über mehr Zeit entscheiden: „Tagespflege“'],
	['call_close', '/abfragen/HZ-2026-9/abschliessen', '„Tagespflege“ abschließen'],
	['call_complete', '/abfragen/HZ-2026-9/abschliessen', '„Tagespflege“ abschließen'],
	['call_publish', '/abfragen/HZ-2026-9/veroeffentlichen', '„Tagespflege“ veröffentlichen'],
	['call_undelivered', '/abfragen/HZ-2026-9/ruecklauf/4#brief', 'Brief schicken: Frau Kern'],
	[
		'unreached_release',
		'/bedarfe/entwurf/HZ-2026-9/pruefen',
		'Sagen Sie Frau Kern Bescheid: unsere E-Mail kam nicht an'
	],
	[
		'unreached_return',
		'/bedarfe/entwurf/HZ-2026-9',
		'Sagen Sie Frau Kern Bescheid: unsere E-Mail kam nicht an'
	],
	[
		'unreached_survey',
		'/abfragen/HZ-2026-9/antwort?fuer=4',
		'Sagen Sie Frau Kern Bescheid: unsere E-Mail kam nicht an'
	],
	['unreached_assistant', '/konto/assistenz', 'Sagen Sie Frau Kern Bescheid: unsere E-Mail kam nicht an'],
	['survey_answer', '/abfragen/HZ-2026-9/antwort?fuer=4', '„Tagespflege“ beantworten'],
	['survey_release', '/abfragen/HZ-2026-9/antwort/pruefen?fuer=4', '„Tagespflege“ prüfen und freigeben']
])('%s leads to where it is done', (kind, href, title) => {
	const ref = /^(call|survey)_|_survey$/.test(kind) ? 'surveys/HZ-2026-9/4' : 'HZ-2026-9';
	expect(only(task(kind, { ref }))).toMatchObject({ href, title });
	expect(only(task(kind, { ref }))?.why).not.toBe('');
});

test('who is asked for one organisation is led to the survey itself', () => {
	expect(only(task('survey_answer', { ref: 'surveys/HZ-2026-9' }))?.href).toBe('/abfragen/HZ-2026-9/antwort');
});

test('says until when, in words, and what is overdue', () => {
	expect(only(task('answer', { dueOn: '2026-11-20' }))).toMatchObject({
		due: 'bis 20. November 2026',
		left: 'seit 3 Tagen überfällig',
		isLate: true
	});
	expect(only(task('answer', { dueOn: today }))).toMatchObject({ left: 'heute', isLate: false });
});

test('the date of a reply is the district’s, not the reporter’s', () => {
	const reply = only(task('reply', { dueOn: '2026-11-20' }));
	expect(reply?.isLate).toBeUndefined();
	expect(reply?.why).toContain('20. November 2026');
});

test('a draft nobody worked on for eleven months says when it goes', () => {
	expect(only(task('continue', { at: '2025-12-20T08:00:00Z' }))?.why).toContain('20. Dezember 2026');
	expect(only(task('revise', { at: '2025-01-20T08:00:00Z' }))?.why).toContain('23. November 2026');
	expect(only(task('continue', { at: '2025-12-24T08:00:00Z' }))?.why).not.toContain('gelöscht');
	expect(only(task('answer', { at: '2020-01-01T08:00:00Z' }))?.why).not.toContain('gelöscht');
});

test('what lies with others is not to do', () => {
	const tasks = [task('await_release'), task('continue'), task('survey_await', { ref: 'surveys/HZ-2026-9' })];
	const { mine, others } = tasksOf({ tasks, today });
	expect([mine.length, others.length]).toEqual([1, 2]);
	expect(others[1]).toMatchObject({
		href: '/abfragen/HZ-2026-9/antwort',
		title: '„Tagespflege“ wartet auf die Freigabe'
	});
});

test('a report that is new and due is one thing, the most urgent', () => {
	const tasks = [task('answer', { dueOn: '2026-11-20' }), task('interim'), task('assess'), task('follow_up')];
	expect(tasksOf({ tasks, today }).mine.map(({ title }) => title)).toEqual([
		'„Tagespflege“ beantworten',
		'Wiedervorlage: „Tagespflege“'
	]);
});

test('a draft without a title has a name all the same', () => {
	expect(only(task('continue', { title: undefined, who: undefined }))).toMatchObject({
		title: '„Entwurf ohne Titel“ weiterschreiben',
		why: 'Entwurf von Ihrer Organisation, gespeichert am 20. November 2026. Etwa 10 Minuten.'
	});
});

test('news of an unknown kind are news', () => {
	const news = { at: today, number: 'HZ-2026-9', title: 'Tagespflege', postTitle: null, why: 'own' } as const;
	expect(newsOf({ ...news, kind: 'answered' })).toBe('Beantwortet: „Tagespflege“');
	expect(newsOf({ ...news, kind: 'something_new' })).toBe('Geändert: „Tagespflege“');
});
