import { expect, test } from 'vitest';
import type { EventKind, ReportEvent } from './need-report.ts';
import { chronicleOf } from './report-chronicle.ts';

const vocabulary = {
	fieldsOfAction: [{ key: 'care', label: 'Pflege', labelEn: 'Care' }],
	targetGroups: [],
	decisionWords: [
		{ key: 'accepted', label: 'Wird berücksichtigt', labelEn: 'Accepted', namesThirdParty: false }
	]
};
const event = (kind: EventKind, rest: Partial<ReportEvent> = {}): ReportEvent => ({
	kind,
	at: '2026-11-11T08:14:00Z',
	personName: 'Frau Albrecht',
	postTitle: 'Sozialplanung, Landkreis Harz, Sozialplanung',
	detail: {},
	body: null,
	decision: null,
	...rest
});
const what = (kind: EventKind, rest: Partial<ReportEvent> = {}) =>
	chronicleOf([event(kind, rest)], vocabulary)[0]?.what;

test.each<[EventKind, Partial<ReportEvent>, string]>([
	['released', {}, 'Freigegeben und eingegangen.'],
	[
		'released',
		{ detail: { writtenBy: 'Frau Kern', writtenIn: 'Hauptamt' } },
		'Freigegeben und eingegangen. Geschrieben von Frau Kern, Hauptamt.'
	],
	['released', { detail: { joins: 'HZ-2026-9' } }, 'Freigegeben. Schließt sich HZ-2026-9 an.'],
	[
		'assessed',
		{ detail: { field: 'care', responsibleLevel: 'provider' } },
		'Eingeordnet: Pflege. Zuständig: Träger oder Dienst.'
	],
	[
		'assessed',
		{ detail: { field: 'care', responsibleLevel: 'state', regrouped: true } },
		'Neu zugeordnet: Pflege. Zuständig: Land.'
	],
	['question', {}, 'Rückfrage'],
	['reply', {}, 'Antwort auf die Rückfrage'],
	['addition', {}, 'Ergänzung'],
	['interim_status', {}, 'Zwischenstand'],
	[
		'handed_over',
		{ detail: { office: 'Jugendamt', dueOn: '2026-12-01' } },
		'Weitergegeben an „Jugendamt“, Zuarbeit bis 1. Dezember 2026.'
	],
	['answered', { decision: 'accepted' }, 'Antwort: Wird berücksichtigt.'],
	['answer_corrected', { decision: 'accepted' }, 'Antwort berichtigt: Wird berücksichtigt.'],
	['gap_asked', {}, 'Als erledigt gemeldet. Gefragt: Ist die Lücke geschlossen?'],
	['need_reopened', {}, 'Bedarf wieder aufgenommen'],
	[
		'taken_back',
		{ detail: { kind: 'answered', at: '2026-11-20T09:00:00Z' } },
		'Zurückgenommen, ehe jemand es las: die Antwort von Freitag, 20. November 2026, 10:00 Uhr'
	],
	['need_renamed', {}, 'Der Bedarf, zu dem die Meldung gehört, hat einen anderen Namen'],
	['need_merged', {}, 'Der Bedarf, zu dem die Meldung gehört, ist mit einem anderen zusammengeführt'],
	['need_split', {}, 'Die Meldung gehört jetzt zu einem eigenen Bedarf'],
	['gap_answered', { detail: { verdict: 'no' } }, 'Lücke geschlossen? Nein, die Lücke besteht weiter']
])('%s has a sentence of its own', (kind, rest, sentence) => expect(what(kind, rest)).toBe(sentence));

test('newest first, who in which post, nothing said twice', () => {
	const [newest, oldest] = chronicleOf(
		[event('released', { body: null }), event('question', { body: 'Seit wann?' })],
		vocabulary
	);
	expect(newest).toMatchObject({
		what: 'Rückfrage',
		text: 'Seit wann?',
		by: 'Frau Albrecht, Sozialplanung, Landkreis Harz'
	});
	expect(oldest?.what).toBe('Freigegeben und eingegangen.');
});

test('what nobody did by name stands without one', () => {
	expect(
		chronicleOf([event('gap_asked', { personName: null, postTitle: null })], vocabulary)[0]?.by
	).toBeUndefined();
});
