import { fail, redirect } from '@sveltejs/kit';
import { barrierForm } from '#lib/barriers/barrier.ts';
import * as barriers from '#lib/barriers/barriers.server.ts';
import { href } from '#lib/i18n/addresses.ts';
import { sentences } from '#lib/i18n/sentence.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ request, url }) => ({
	id: crypto.randomUUID(),
	cameFrom: pathOf(request.headers.get('referer'), url.origin)
});

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const values = Object.fromEntries(await request.formData()) as Record<string, string>;
		const parsed = barrierForm.safeParse(values);
		if (!parsed.success) return fail(400, { values, errors: sentences(parsed.error) });
		const { number, dueOn } = await barriers.report(locals.db, locals.authority.id, parsed.data);
		redirect(
			303,
			`${href('/accessibility/reported')}?${new URLSearchParams({ nummer: number, bis: dueOn })}`
		);
	}
};

/** The page one was on before, if it was one of ours. */
function pathOf(referer: string | null, origin: string): string {
	const from = referer ? URL.parse(referer) : null;
	return from?.origin === origin && from.pathname !== href('/accessibility') ? from.pathname : '';
}
