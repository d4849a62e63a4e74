import { expect, test } from 'vitest';
import { callLetter, type CallNews } from './call-letters.server.ts';

const kern = {
	personId: '1',
	locale: 'de',
	salutation: 'Frau',
	familyName: 'Kern',
	email: 'kern@example.org'
} as const;
const call = {
	authority: { name: 'Landkreis Harz', email: null, phone: '03941 0', help: null },
	kind: 'surveys',
	title: 'Bedarfsabfrage 2026',
	slug: 'bedarfsabfrage-2026',
	coveringText: 'Bitte melden Sie uns, was fehlt.',
	opensAt: '2026-11-15T08:00:00Z',
	responsible: {
		title: 'Sozialplanung',
		phone: '03941 100',
		name: { salutation: 'Frau', familyName: 'Albrecht' }
	},
	fields: ['Wohnen', 'Pflege']
} as unknown as CallNews;
type Kind = App.NoticeKinds['calls'];
const notice: CallNews['notice'] = {
	body: null,
	addresseeId: 'a1',
	organisationName: 'Stadt Thale',
	dueAt: '2026-12-18T22:59:00Z',
	answeredAt: '2026-12-01T10:00:00Z',
	extension: { until: '2027-01-15T22:59:00Z', reason: 'Der Rat tagt im Januar.' }
};
const letter = (kind: Kind, more: Partial<CallNews['notice']> = {}) =>
	callLetter(kind, { ...call, notice: { ...notice, ...more } }, kern, 'https://example.org');

test.each<Kind>([
	'call_invitation',
	'call_prolongation',
	'call_extension_asked',
	'call_extension_granted',
	'call_extension_refused',
	'call_reminder_week',
	'call_reminder_day',
	'call_reminder_late',
	'call_reminder',
	'call_handed_in',
	'call_receipt',
	'call_answered',
	'call_result'
])('%s says in the first line why one gets it, and leads to one page', (kind) => {
	const { subject, paragraphs, link, greeting } = letter(kind);
	expect(greeting).toBe('Guten Tag Frau Kern,');
	expect(subject).toContain('Bedarfsabfrage 2026');
	expect(paragraphs[0]).toMatch(/^Sie erhalten diese Mail, weil /);
	expect(link?.address).toMatch(
		/^https:\/\/example\.org\/abfragen\/bedarfsabfrage-2026\/(antwort|ruecklauf)/
	);
	expect([subject, ...paragraphs].join()).not.toMatch(/undefined|\{/);
});

test('an invitation says until when, what is asked, and that nothing is an answer too', () => {
	const { subject, paragraphs } = letter('call_invitation');
	expect(subject).toBe('Bitte antworten Sie bis 18. Dezember 2026: Bedarfsabfrage 2026');
	expect(paragraphs.join('\n')).toContain('Freitag, 18. Dezember 2026, 23:59 Uhr');
	expect(paragraphs.join('\n')).toContain('Wohnen und Pflege');
	expect(paragraphs.at(-1)).toContain('Fehlanzeige');
});

test('the planner’s own words stand in a reminder, and who is responsible below it', () => {
	const { paragraphs, closing } = letter('call_reminder', { body: 'Rufen Sie gern an.' });
	expect(paragraphs.at(-1)).toBe('„Rufen Sie gern an.“');
	expect(closing.join(' ')).toContain('Frau Albrecht, Sozialplanung');
	expect(closing.join(' ')).toContain('03941 100');
});
