import { describe, expect, test } from 'vitest';
import type { Vocabulary } from '#lib/vocabulary/vocabulary.ts';
import { isExampleMember, readMember } from './member-rows.server.ts';
import { isExampleReport, reportReader } from './report-rows.server.ts';

const term = (key: string, label: string, labelEn = key) => ({ key, label, labelEn });
const vocabulary: Vocabulary = {
	fieldsOfAction: [
		term('care', 'Pflege und Angehörige', 'Care and relatives'),
		term('mobility', 'Mobilität')
	],
	targetGroups: [
		term('older_people', 'ältere Menschen'),
		term('families', 'Familien'),
		term('carers', 'Menschen, die pflegen')
	],
	decisionWords: []
};
const places = [
	{ ags: '15085330', name: 'Thale' },
	{ ags: '01001000', name: 'Flensburg' }
];
const read = reportReader(vocabulary, places);

describe('a row of a report', () => {
	test.each([
		['a label', { field_of_action: ' pflege und angehörige' }, { field_of_action: 'care' }],
		['a key', { field_of_action: 'care' }, { field_of_action: 'care' }],
		['English', { field_of_action: 'Care and relatives' }, { field_of_action: 'care' }],
		['no word of ours', { field_of_action: 'Fliegen' }, { field_of_action: 'Fliegen' }],
		[
			'several groups',
			{ target_groups: 'Ältere Menschen; Familien, Familien' },
			{ target_groups: ['older_people', 'families'] }
		],
		[
			'a group with a comma in its name',
			{ target_groups: 'Menschen, die pflegen; Familien, ältere Menschen' },
			{ target_groups: ['carers', 'families', 'older_people'] }
		],
		[
			'a group nobody knows',
			{ target_groups: 'Familien; Riesen' },
			{ target_groups: ['families', 'Riesen'] }
		],
		['a municipality by name', { municipality_ags: 'Stadt Thale' }, { municipality_ags: '15085330' }],
		['its key', { municipality_ags: '15085330' }, { municipality_ags: '15085330' }],
		[
			'its key without the leading zero, as Excel makes it',
			{ municipality_ags: '1001000' },
			{ municipality_ags: '01001000' }
		],
		['no municipality of ours', { municipality_ags: 'Entenhausen' }, { municipality_ags: 'Entenhausen' }],
		[
			'a German day',
			{ received_on: '4.11.2026', noticed_on: '04.11.26' },
			{ received_on: '2026-11-04', noticed_on: '2026-11-04' }
		],
		['no day', { received_on: 'neulich' }, { received_on: 'neulich' }]
	])('understands %s', (_, texts, answers) => {
		expect(read(texts)).toMatchObject(answers);
	});

	test.each([
		['5 bis 20', '5_to_20'],
		['5-20', '5_to_20'],
		['5–20 Personen', '5_to_20'],
		['ca. 12', '5_to_20'],
		['3', 'under_5'],
		['50', '50_to_100'],
		['über 100', 'over_100'],
		['250', 'over_100'],
		['unbekannt', 'unknown'],
		['viele', 'viele']
	])('takes "%s" for %s', (text, range) => {
		expect(read({ affected_range: text }).affected_range).toBe(range);
	});

	test('names no municipality for "alle", and is seen by the district only unless it says so', () => {
		expect(read({ municipality_ags: 'mehrere oder alle' })).toEqual({ visibility: 'district' });
		expect(read({ visibility: 'öffentlich' }).visibility).toBe('public');
	});
});

test('a row of a member understands salutation, capacity and days', () => {
	expect(
		readMember({ salutation: 'Fr.', capacity: 'Stellvertretung', starts_on: '1.1.2027', ends_on: '' })
	).toEqual({
		salutation: 'Frau',
		capacity: 'deputy',
		starts_on: '2027-01-01',
		ends_on: ''
	});
	expect(readMember({ salutation: 'keine' })).toEqual({});
	expect(readMember({ family_name: 'Müller-\nLüdenscheidt' })).toEqual({
		family_name: 'Müller- Lüdenscheidt'
	});
});

describe('a row that says "Fehlanzeige"', () => {
	const asked = { organisation: 'Stadt Thale', field_of_action: 'Mobilität', received_on: '4.11.2026' };
	const nil = {
		outcome: 'nil_return',
		title: 'Fehlanzeige',
		organisation: 'Stadt Thale',
		field_of_action: 'mobility',
		received_on: '2026-11-04'
	};

	test.each([
		['in the title', { ...asked, title: 'FEHLANZEIGE' }],
		['in the text', { ...asked, description: 'Fehlanzeige.' }],
		['in both', { ...asked, title: 'Fehlanzeige', description: 'Fehlanzeige' }]
	])('%s is a nil return', (_, texts) => expect(read(texts)).toEqual(nil));

	test('and more is a report', () => {
		expect(read({ ...asked, title: 'Fehlanzeige', description: 'Es fehlt ein Bus.' }).outcome).toBe(
			undefined
		);
		expect(read({ ...asked, title: 'Fehlanzeige zu Bussen' }).outcome).toBe(undefined);
	});
});

test('the examples of the templates are known', () => {
	expect(isExampleReport({ title: 'BEISPIEL – bitte löschen: Tagespflege fehlt' })).toBe(true);
	expect(isExampleReport({ title: 'Ein Beispiel' })).toBe(false);
	expect(isExampleMember({ given_name: 'BEISPIEL', family_name: 'Bitte löschen' })).toBe(true);
	expect(isExampleMember({ given_name: 'Pia', family_name: 'Probst' })).toBe(false);
});
