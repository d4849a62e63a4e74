import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sentence } from '#lib/i18n/sentence.ts';
import { Refusal } from './database.ts';
import { everything, parse, refused } from './forms.ts';

const schema = z.object({
	name: z.string().trim().min(1, 'organisations_error_name_missing'),
	kind: z.enum(['a', 'b']),
	groups: z.array(z.enum(['x', 'y'])),
	password: z.string()
});

function sent(...fields: [string, string | File][]): FormData {
	const data = new FormData();
	for (const [name, value] of fields) data.append(name, value);
	return data;
}

describe('a form', () => {
	test('is read by its schema: one value, many, none', () => {
		const form = parse(schema, sent(['name', ' Kern '], ['kind', 'a'], ['groups', 'x'], ['groups', 'y']));
		expect(form.data).toEqual({ name: 'Kern', kind: 'a', groups: ['x', 'y'], password: '' });
		expect(parse(schema, sent(['name', 'Kern'], ['kind', 'a'])).data?.groups).toEqual([]);
	});

	test('that is wrong comes back as typed, with a sentence each, and without its secrets', () => {
		const form = parse(schema, sent(['name', '  '], ['kind', 'c'], ['password', 'geheim']));
		expect(form.errors).toEqual({
			name: sentence('organisations_error_name_missing'),
			kind: sentence('errors_invalid')
		});
		expect(form.values).toEqual({ name: '  ', kind: 'c', groups: [] });
	});

	test('keeps no ballot: what somebody votes goes where it is cast, and nowhere else', () => {
		const ballot = sent(['elector', 'e1'], ['ballot_1', 'yes'], ['ballot_2', 'no']);
		expect(everything(ballot)).toEqual({ elector: 'e1' });
		const form = parse(z.object({ elector: z.string(), ballot_1: z.string(), ballot_2: z.string() }), ballot);
		expect(form.values).toEqual({ elector: 'e1' });
		expect(form.data).toMatchObject({ ballot_1: 'yes' });
	});

	test('that is not one of ours at all is a mistake, not a fault', () => {
		const odd = sent(['name', new File(['x'], 'x.txt')], ['__proto__', 'x'], ['constructor', 'y']);
		expect(parse(schema, odd).errors).toHaveProperty('name');
	});

	test('is read as legible, but for secrets', () => {
		const typed = 'Gru\u0308n\r\nb\u202e\u200bc';
		const form = sent(['name', typed], ['kind', 'a'], ['password', typed]);
		expect(parse(schema, form).data).toMatchObject({ name: 'Grün\nbc', password: typed });
		expect(everything(form).name).toBe('Grün\nbc');
	});

	test('is kept whole, but for files and secrets', () => {
		const secrets = ['password', 'passwordAgain', 'code', 'token'].map(
			(name) => [name, 'x'] as [string, string]
		);
		const all = sent(
			['a', '1'],
			['b', '2'],
			['b', '3'],
			['postcode', '38'],
			['f', new File([], 'f')],
			...secrets
		);
		expect(everything(all)).toEqual({ a: '1', b: ['2', '3'], postcode: '38' });
	});
});

describe('a refusal', () => {
	test('of fields names each', () => {
		const refusal = new Refusal('MISSG', 400, 'errors_missing', ['title']);
		expect(refused(refusal, { a: '1' })).toMatchObject({
			status: 400,
			data: { values: { a: '1' }, errors: { title: sentence('errors_missing') } }
		});
	});

	test('of a rule stands at the field the rule names', () => {
		const refusal = new Refusal('RULED', 400, 'errors_received_in_the_future', ['received_on']);
		expect(refused(refusal, {}).data.errors).toEqual({
			received_on: sentence('errors_received_in_the_future')
		});
	});

	test('of a form changed elsewhere has what is stored by now', () => {
		const refusal = new Refusal('STALE', 409, 'errors_stale', { title: 'anders' });
		expect(refused(refusal, {})).toMatchObject({ status: 409, data: { stored: { title: 'anders' } } });
	});

	test('of what is not there, and what nobody expected, is the error page', () => {
		const notThere = new Refusal('NOTFD', 404, 'errors_not_found');
		expect(() => refused(notThere, {})).toThrow(notThere);
		expect(() => refused(new TypeError('x'), {})).toThrow(TypeError);
	});
});
