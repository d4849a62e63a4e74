import { isRedirect } from '@sveltejs/kit';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { sentence } from '#lib/i18n/sentence.ts';
import { action } from './action.ts';
import { Refusal } from './database.ts';

const schema = z.object({ body: z.string().trim().min(1, 'report_error_body') });
const typed = { body: ' Kein Bus am Abend ' };

/** Sends a form to an action, as Kit does. @returns what it answers, or where it leads */
async function send(made: (event: never) => Promise<unknown>, fields: Record<string, string> = typed) {
	const request = new Request('http://localhost/', { method: 'POST', body: new URLSearchParams(fields) });
	const locals = { db: 'db', authority: { id: 'harz' }, session: { person: { id: 'kern' } } };
	const event = { request, locals, params: { number: 'HZ-2026-1' }, url: new URL(request.url) };
	return made(event as never).catch((thrown: unknown) => {
		if (!isRedirect(thrown)) throw thrown;
		return [thrown.status, thrown.location];
	});
}

test('a form that is right is done, once, and leads on', async () => {
	const verb = vi.fn(async (_: object) => 7);
	const made = action({
		schema,
		verb,
		to: ({ data, done, session }) => `/${done}/${data.body}/${session.person.id}`
	});
	expect(await send(made)).toEqual([303, '/7/Kein Bus am Abend/kern']);
	expect(verb).toHaveBeenCalledOnce();
	expect(verb.mock.calls[0]![0]).toMatchObject({
		db: 'db',
		authority: { id: 'harz' },
		params: { number: 'HZ-2026-1' },
		data: { body: 'Kein Bus am Abend' }
	});
});

test('a form that is wrong comes back as typed, and nothing is done', async () => {
	const verb = vi.fn();
	expect(await send(action({ schema, verb, to: () => '/' }), { body: ' ' })).toMatchObject({
		status: 400,
		data: { values: { body: ' ' }, errors: { body: sentence('report_error_body') } }
	});
	expect(verb).not.toHaveBeenCalled();
});

test('what is refused comes back as typed, beside the fields that are missing', async () => {
	const verb = () => Promise.reject(new Refusal('MISSG', 400, 'errors_missing', ['body']));
	const made = action({ schema, verb, missing: () => 'calls_error_reason', to: () => '/' });
	expect(await send(made)).toMatchObject({
		status: 400,
		data: { values: typed, errors: { body: sentence('calls_error_reason') } }
	});
});

test('what is not there is the error page, and so is what nobody expected', async () => {
	for (const thrown of [new Refusal('NOTFD', 404, 'errors_not_found'), new TypeError('x')])
		await expect(send(action({ verb: () => Promise.reject(thrown), to: () => '/' }))).rejects.toBe(thrown);
});

test('a form may depend on the page, and a button needs none', async () => {
	const verb = ({ sent }: { sent: FormData }) => Promise.resolve(sent.get('body'));
	const asked = action({
		schema: async ({ params }) => schema.refine(() => 'number' in params),
		verb,
		to: () => '/a'
	});
	expect(await send(asked)).toEqual([303, '/a']);
	expect(await send(action({ verb, to: ({ done }) => `/${done}` }), { body: 'x' })).toEqual([303, '/x']);
});
