import { expect, test } from 'vitest';
import { arrivalOf } from './arrival.ts';
import type { NeedReport, ReportEvent } from './need-report.ts';

const letter = { channel: 'letter', receivedOn: '2026-03-12', givenBy: 'Frau Thiele, Bürgermeisterin' };
const report = (more: object) =>
	({
		channel: 'letter',
		receivedAt: '2026-03-12T11:00:00Z',
		isTranscription: true,
		organisationName: 'Stadt Thale',
		...more
	}) as NeedReport;
const line = (kind: string, detail: object) => [
	{
		kind,
		detail,
		personName: 'Frau Albrecht',
		postTitle: 'Sozialplanung, Landkreis Harz'
	} as unknown as ReportEvent
];

test('a report says how it came: in full to the two sides, in short to others, not at all when it came online', () => {
	expect(arrivalOf(report({ channel: 'online' }))).toBeNull();
	expect(arrivalOf(report({}))).toBe('Brief vom 12. März 2026');
	expect(arrivalOf(report({ chronicle: line('entered', letter) }))).toBe(
		'Eingetragen von Frau Albrecht, Sozialplanung, Landkreis Harz für „Stadt Thale“: Brief vom 12. März 2026, von Frau Thiele, Bürgermeisterin.'
	);
	expect(
		arrivalOf(
			report({
				channel: 'phone',
				isTranscription: false,
				chronicle: line('released', { givenBy: 'Herr Otto' })
			})
		)
	).toBe('Geschrieben für Herrn Otto (Anruf).');
});
