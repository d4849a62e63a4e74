import { describe, expect, test } from 'vitest';
import * as catalogue from './catalogue.ts';
import * as rights from './rights.ts';

/* Nothing may be open by accident: the database's own account of itself, held against the written list. */

describe('rights', () => {
	test('on tables are those written', async () => {
		expect(await catalogue.grantsOnTables()).toEqual(
			sorted(
				each(rights.tables).flatMap(([role, verbs]) =>
					each(verbs).flatMap(([verb, text]) => list(text).map((rest) => `${role} ${verb} ${rest}`))
				)
			)
		);
	});

	test('on functions are those written', async () => {
		expect(await catalogue.grantsOnFunctions()).toEqual(
			sorted(
				each(rights.functions).flatMap(([role, text]) => list(text).map((rest) => `${role} execute ${rest}`))
			)
		);
	});

	test('on schemas, the database and what is made later are those written', async () => {
		expect(await catalogue.grantsAround()).toEqual(sorted(list(rights.around)));
	});

	test('no function of the exposed schema runs with more than its caller has', async () => {
		expect(await catalogue.looseDefiners()).toEqual([]);
	});
});

describe('row security', () => {
	test('is on for every table', async () => {
		expect(await catalogue.tablesWithoutRowSecurity()).toEqual([]);
	});

	test('is not passed by a view', async () => {
		expect(await catalogue.viewsPastPolicies()).toEqual([]);
	});

	test('has a policy for each right, and a right for each policy', async () => {
		expect(await catalogue.grantsAndPoliciesApart()).toEqual([]);
	});

	test('has no policy for everybody or for every command at once', async () => {
		expect(await catalogue.loosePolicies()).toEqual([]);
	});
});

describe('the house rules of tables and functions', () => {
	test('every foreign key has an index and says what happens on delete', async () => {
		expect(await catalogue.looseForeignKeys()).toEqual([]);
	});

	test('no link between tenants is left to the caller', async () => {
		expect(await catalogue.foreignKeysPastTheWall()).toEqual(sorted(list(rights.linksFilledByStamps)));
	});

	test('every table and function says what it is for', async () => {
		expect(await catalogue.withoutComment()).toEqual([]);
	});

	test('every function has an empty search path', async () => {
		expect(await catalogue.functionsWithoutSearchPath()).toEqual([]);
	});

	test('every time knows its zone', async () => {
		expect(await catalogue.timesWithoutZone()).toEqual([]);
	});
});

const each = <Value>(record: Record<string, Value>) => Object.entries(record);
const list = (text: string) =>
	text
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean);
const sorted = (lines: string[]) => lines.sort((a, b) => (a < b ? -1 : 1));
