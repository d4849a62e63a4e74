import { expect, test } from 'vitest';
import { letterOf, mailKinds, type LettersDue, type Notice, type NoticeKind } from './call-letters.server.ts';

const kern = {
	personId: '1',
	locale: 'de',
	salutation: 'Frau',
	familyName: 'Kern',
	email: 'kern@example.org'
} as const;
const call = {
	authority: { name: 'Landkreis Harz', email: null, phone: '03941 0', help: null },
	title: 'Bedarfsabfrage 2026',
	slug: 'bedarfsabfrage-2026',
	coveringText: 'Bitte melden Sie uns, was fehlt.',
	opensAt: '2026-11-15T08:00:00Z',
	responsible: {
		title: 'Sozialplanung',
		phone: '03941 100',
		name: { salutation: 'Frau', familyName: 'Albrecht' }
	},
	fields: ['Wohnen', 'Pflege'],
	notices: []
} as unknown as LettersDue;
const notice = (kind: NoticeKind, more: Partial<Notice> = {}): Notice => ({
	id: 'n',
	kind,
	body: null,
	addresseeId: 'a1',
	organisationName: 'Stadt Thale',
	dueAt: '2026-12-18T22:59:00Z',
	answeredAt: '2026-12-01T10:00:00Z',
	isLate: false,
	extension: { until: '2027-01-15T22:59:00Z', reason: 'Der Rat tagt im Januar.' },
	recipients: [],
	...more
});
const letter = (kind: NoticeKind, more?: Partial<Notice>) =>
	letterOf(call, notice(kind, more), kern, 'https://example.org');

test.each(Object.keys(mailKinds) as NoticeKind[])(
	'%s says in the first line why one gets it, and leads to one page',
	(kind) => {
		const { subject, paragraphs, link, greeting } = letter(kind);
		expect(greeting).toBe('Guten Tag Frau Kern,');
		expect(subject).toContain('Bedarfsabfrage 2026');
		expect(paragraphs[0]).toMatch(/^Sie erhalten diese Mail, weil /);
		expect(link?.address).toMatch(
			/^https:\/\/example\.org\/abfragen\/bedarfsabfrage-2026\/(antwort|ruecklauf)/
		);
		expect([subject, ...paragraphs].join()).not.toMatch(/undefined|\{/);
	}
);

test('an invitation says until when, what is asked, and that nothing is an answer too', () => {
	const { subject, paragraphs } = letter('invitation');
	expect(subject).toBe('Bitte antworten Sie bis 18. Dezember 2026: Bedarfsabfrage 2026');
	expect(paragraphs.join('\n')).toContain('Freitag, 18. Dezember 2026, 23:59 Uhr');
	expect(paragraphs.join('\n')).toContain('Wohnen und Pflege');
	expect(paragraphs.at(-1)).toContain('Fehlanzeige');
});

test('the planner’s own words stand in a reminder, and who is responsible below it', () => {
	const { paragraphs, closing } = letter('reminder', { body: 'Rufen Sie gern an.' });
	expect(paragraphs.at(-1)).toBe('„Rufen Sie gern an.“');
	expect(closing.join(' ')).toContain('Frau Albrecht, Sozialplanung');
	expect(closing.join(' ')).toContain('03941 100');
});
