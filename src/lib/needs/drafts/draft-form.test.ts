import { expect, test } from 'vitest';
import { allProblems, problems } from './draft-form.ts';
import type { Answers } from './draft.ts';

const choices = {
	fieldsOfAction: [{ key: 'care', label: 'Pflege', labelEn: 'Care' }],
	targetGroups: [{ key: 'older_people', label: 'ältere Menschen', labelEn: 'older people' }],
	municipalities: [{ ags: '15085228', name: 'Oberharz am Brocken' }]
};
const complete: Answers = {
	title: 'Tagespflege fehlt',
	field_of_action: 'care',
	target_groups: ['older_people'],
	municipality_ags: '15085228',
	locality: 'Hasselfelde',
	description: 'Im Stadtgebiet gibt es keine Tagespflege.',
	affected_range: '20_to_50',
	urgency: 'this_year',
	visibility: 'participants'
};

test('an empty report lacks exactly what the database requires', () => {
	const required = [
		'title',
		'field_of_action',
		'target_groups',
		'locality',
		'description',
		'affected_range',
		'urgency',
		'visibility'
	];
	expect(Object.keys(allProblems({}, choices))).toEqual(required);
	expect(allProblems(complete, choices)).toEqual({});
});

test('each error is a sentence', () => {
	expect(problems('place', { ...complete, locality: ' ' }, choices)).toEqual({
		locality: 'Geben Sie an, in welchem Ort der Bedarf besteht.'
	});
});

test('too much text is counted, not cut', () => {
	const { description } = problems('place', { ...complete, description: 'x'.repeat(100_000) }, choices);
	expect(description).toBe(
		'„Was fehlt?“ hat 100.000 Zeichen. Möglich sind 5.000. Ihr ganzer Text ist gespeichert, bitte kürzen Sie ihn.'
	);
	expect(problems('place', { ...complete, description: 'x'.repeat(5000) }, choices)).toEqual({});
});

test.each<[Answers, string]>([
	[{ noticed_on: '31.02.2026' }, 'noticed_on'],
	[{ evidence_year: '20' }, 'evidence_year'],
	[{ evidence_year: '1989' }, 'evidence_year'],
	[{ evidence_year: '2025a' }, 'evidence_year'],
	[{ noticed_source: 'gossip' }, 'noticed_source'],
	[{ noticed_body: 'x'.repeat(161) }, 'noticed_body'],
	[{ noticed_item: 'x'.repeat(61) }, 'noticed_item'],
	[{ municipality_ags: '15085370' }, 'municipality_ags'],
	[{ field_of_action: 'weather' }, 'field_of_action'],
	[{ target_groups: ['older_people', 'martians'] }, 'target_groups'],
	[{ responsible_levels: ['nobody'] }, 'responsible_levels'],
	[{ affected_range: '17' }, 'affected_range'],
	[{ contact: 'x'.repeat(301) }, 'contact']
])('%j does not hold', (answers, field) => {
	expect(Object.keys(allProblems({ ...complete, ...answers }, choices))).toEqual([field]);
});

test('what is voluntary may stay empty, and days may be written as people write them', () => {
	expect(
		allProblems(
			{ ...complete, noticed_on: '4.11.2026', evidence_year: ' 2025 ', municipality_ags: '' },
			choices
		)
	).toEqual({});
});
