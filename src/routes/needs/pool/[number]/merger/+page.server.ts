import { href } from '#lib/i18n/addresses.ts';
import { mergerForm } from '#lib/needs/pool/need-change.ts';
import * as needs from '#lib/needs/pool/needs.server.ts';
import { action } from '#lib/server/action.ts';
import { Refusal } from '#lib/server/database.ts';
import { everything } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	need: await needs.find(locals.db, params.number),
	like: await needs.likeThis(locals.db, params.number),
	kept: locals.kept
});

export const actions: Actions = {
	/** Finds needs of the pool, and leaves everything as it was typed. */
	search: async ({ locals, params, request }) => {
		const values = everything(await request.formData());
		const search = String(values.heir_search ?? '')
			.trim()
			.slice(0, 200);
		const found = search ? await needs.findOpen(locals.db, locals.authority.id, search) : [];
		return { values, found: found.filter(({ number }) => number !== params.number) };
	},
	merge: action({
		schema: mergerForm,
		hasPreview: true,
		/** The heir as it is now, wherever it was found. */
		facts: async ({ db, authority, data }) => {
			const found = await needs.findOpen(db, authority.id, data.heir);
			const heir = found.filter(({ number }) => number === data.heir);
			if (!heir.length) throw new Refusal('RULED', 400, 'errors_need_no_heir', ['heir']);
			return heir;
		},
		verb: ({ db, params, data }) => needs.merge(db, params.number, data),
		to: ({ done }) => `${href('/needs/pool/[number]', { number: done })}?erledigt=zusammengefuehrt`
	})
};
