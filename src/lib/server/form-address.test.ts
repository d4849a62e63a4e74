import { expect, test } from 'vitest';
import type { RequestEvent, ResolveOptions } from '@sveltejs/kit';
import { formAddress } from './form-address.ts';

/** What becomes of a page. */
async function shown(html: string, address = '/konto?seite=2&x=%22'): Promise<string> {
	const event = { url: new URL(address, 'https://a.example') } as RequestEvent;
	const resolve = async (_: RequestEvent, options?: ResolveOptions) =>
		new Response(await options?.transformPageChunk?.({ html, done: true }));
	return (await formAddress({ event, resolve })).text();
}

test('a form that does not say where it goes is sent to the address of its page', async () => {
	expect(await shown('<form method="post" novalidate>')).toBe(
		'<form method="post" action="/konto?seite=2&amp;x=%22" novalidate>'
	);
	expect(await shown('<form method="post">', `/konto?"$&`)).toBe(
		'<form method="post" action="/konto?%22$&amp;">'
	);
});

test.each([
	'<form method="post" action="?/end">',
	'<form method="post" novalidate action="/display">',
	'<form method="get">',
	'&lt;form method="post">'
])('%s stays as it is', async (form) => expect(await shown(form)).toBe(form));
