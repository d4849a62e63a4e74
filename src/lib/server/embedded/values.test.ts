import { expect, test } from 'vitest';
import { written } from './values.ts';

test.each([
	[undefined, null],
	['a"b', 'a"b'],
	[1.5, '1.5'],
	[Infinity, null],
	[false, 'false'],
	[new Date(0), '1970-01-01T00:00:00.000Z'],
	[{ a: 1 }, '{"a":1}'],
	[[], '{}'],
	[['a', 'b,"c"', null, '', 'NULL', '\\'], '{"a","b,\\"c\\"",null,"","NULL","\\\\"}'],
	[
		[
			[1, 2],
			[3, null]
		],
		'{{"1","2"},{"3",null}}'
	],
	[[{ a: '"' }], '{"{\\"a\\":\\"\\\\\\"\\"}"}']
])('%j for an array or a plain type', (value, text) => {
	expect(written(value, { isJson: false })).toBe(text);
});

test.each([
	[null, null],
	['a', '"a"'],
	[['a', 1, null], '["a",1,null]'],
	[{ at: new Date(0), none: undefined }, '{"at":"1970-01-01T00:00:00.000Z"}']
])('%j for JSON', (value, text) => {
	expect(written(value, { isJson: true })).toBe(text);
});
