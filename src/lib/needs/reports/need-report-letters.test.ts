import { describe, expect, test } from 'vitest';
import type { Recipient } from '#lib/people/closing.ts';
import { reportLetter, type ReportNews } from './need-report-letters.server.ts';

const kern = {
	personId: '1',
	email: 'kern@beispiel.example',
	locale: 'de',
	salutation: 'Frau',
	familyName: 'Kern'
} as const;
const brandt = {
	...kern,
	personId: '4',
	email: 'brandt@beispiel.example',
	locale: 'de-x-leicht',
	salutation: 'Herr',
	familyName: 'Brandt'
} as const;
const english = {
	...kern,
	personId: '9',
	email: 'nine@beispiel.example',
	locale: 'en',
	salutation: null,
	familyName: 'Yilmaz'
} as const;
type Kind = App.NoticeKinds['reports'];
const about = (rest: Partial<ReportNews> = {}): ReportNews => ({
	authority: {
		name: 'Landkreis Harz',
		help: { name: 'Frau Albrecht', title: 'Sozialplanung', phone: '03941 0000-100', email: null }
	} as App.Authority,
	personName: 'Frau Albrecht',
	postTitle: 'Sozialplanung',
	draftId: null,
	number: 'HZ-2026-9',
	shortId: '7k3fm2x',
	title: 'Tagespflege',
	organisationName: 'Stadt Oberharz',
	interimDueOn: '2026-11-25',
	finalDueOn: '2027-01-10',
	officeDueOn: '2026-12-01',
	detail: {},
	...rest
});
const address = 'https://augenhoehe.example';
const letter = (kind: Kind, rest: Partial<ReportNews> = {}, to: Recipient = kern) =>
	reportLetter(kind, about(rest), to, address);

test('a receipt says number and dates, and names the short address', () => {
	const { subject, greeting, paragraphs, link, closing } = letter('receipt');
	expect(subject).toBe('Eingegangen: Tagespflege (HZ-2026-9) – Antwort bis 10. Januar 2027');
	expect(greeting).toBe('Guten Tag Frau Kern,');
	expect(paragraphs[0]).toContain('Deshalb bekommen Sie diese Mail.');
	expect(paragraphs[1]).toContain('Bis Mittwoch, 25. November 2026');
	expect(link?.address).toBe('https://augenhoehe.example/q/7k3fm2x');
	expect(closing).toEqual(['Fragen? Frau Albrecht, Sozialplanung, 03941 0000-100', 'Landkreis Harz']);
});

test('each is written in the language of who gets it', () => {
	const letters = [kern, brandt, english].map((to) => letter('answered', {}, to));
	expect(letters.map(({ locale }) => locale)).toEqual(['de', 'de-x-leicht', 'en']);
	expect(letters[1]?.paragraphs[1]).toContain('Später fragen wir Sie: Ist es jetzt besser?');
	expect(letters[2]).toMatchObject({
		subject: 'Answer to “Tagespflege” (HZ-2026-9)',
		greeting: 'Hello,'
	});
});

describe.each<[Kind, string, string]>([
	[
		'news',
		'Neue Meldung: Tagespflege (HZ-2026-9) – Zwischenstand bis Mittwoch, 25. November 2026',
		'/bedarfe/HZ-2026-9'
	],
	['draft_handed_in', 'Bitte freigeben: Tagespflege', '/bedarfe/entwurf/d1'],
	['draft_returned', 'Bitte überarbeiten: Tagespflege', '/bedarfe/entwurf/d1'],
	['question', 'Rückfrage zu „Tagespflege“ (HZ-2026-9)', '/bedarfe/HZ-2026-9/antwort'],
	[
		'interim_status',
		'Zwischenstand zu „Tagespflege“ (HZ-2026-9) – Antwort bis 10. Januar 2027',
		'/bedarfe/HZ-2026-9'
	],
	['answered', 'Antwort auf „Tagespflege“ (HZ-2026-9)', '/bedarfe/HZ-2026-9'],
	['answer_corrected', 'Antwort berichtigt: „Tagespflege“ (HZ-2026-9)', '/bedarfe/HZ-2026-9'],
	['gap_asked', 'Ist die Lücke geschlossen? „Tagespflege“ (HZ-2026-9)', '/bedarfe/HZ-2026-9/luecke'],
	['handed_over', 'Zuarbeit bis Dienstag, 1. Dezember 2026: Tagespflege (HZ-2026-9)', '/bedarfe/HZ-2026-9'],
	[
		'reply',
		'Antwort auf Ihre Rückfrage: Tagespflege (HZ-2026-9) – Antwort fällig bis 10. Januar 2027',
		'/bedarfe/HZ-2026-9'
	],
	['addition', 'Ergänzung zu: Tagespflege (HZ-2026-9)', '/bedarfe/HZ-2026-9'],
	['gap_answered', 'Lücke geschlossen? Rückmeldung zu: Tagespflege (HZ-2026-9)', '/bedarfe/HZ-2026-9']
])('%s', (kind, subject, path) => {
	const draft = kind.startsWith('draft') ? { draftId: 'd1', number: null, shortId: null } : {};
	const written = letter(kind, draft);

	test('says what it is about, why one gets it, and leads to one page', () => {
		expect(written.subject).toBe(subject);
		expect(written.paragraphs[0]).toContain('Deshalb bekommen Sie diese Mail.');
		expect(written.link?.address).toBe(address + path);
	});

	test('leaves no name unfilled', () => {
		expect(JSON.stringify(written)).not.toMatch(/undefined|null|\{\w+\}/);
	});
});

test('without a helper’s name or number the letter ends with the authority', () => {
	const authority = { name: 'Landkreis Harz', help: null } as App.Authority;
	expect(letter('answered', { authority }).closing).toEqual(['Landkreis Harz']);
});
