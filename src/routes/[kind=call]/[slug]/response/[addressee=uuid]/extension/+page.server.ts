import { momentOf } from '#lib/i18n/berlin.ts';
import { decisionForm, extensionForm } from '#lib/calls/extension-form.ts';
import * as extensions from '#lib/calls/extensions.server.ts';
import { notLonger } from '#lib/calls/extension-refusal.server.ts';
import * as ledgers from '#lib/calls/ledgers.server.ts';
import { pageOf } from '#lib/calls/kind.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

const missing = () => 'calls_error_reason';
const backTo = (params: { kind: string; slug: string; addressee: string }) =>
	pageOf(params, '/response/[addressee=uuid]', params);

export const load: PageServerLoad = async ({ locals, params }) => ({
	page: await ledgers.addressee(locals.db, locals.authority.id, params.slug, params.addressee),
	kept: locals.kept
});

export const actions: Actions = {
	/** Decides on what the addressee asked for online. */
	decide: action({
		schema: decisionForm,
		verb: ({ db, params: { addressee }, data: { outcome, due_on, reason } }) =>
			outcome === 'granted'
				? extensions.grant(db, addressee, momentOf(due_on)).catch(notLonger('due_on'))
				: extensions.refuse(db, addressee, reason),
		missing,
		to: ({ params, data }) =>
			`${backTo(params)}?erledigt=${data.outcome === 'granted' ? 'bewilligt' : 'abgelehnt'}`
	}),

	/** Writes down what was asked for by phone or letter, and grants it. */
	extend: action({
		schema: extensionForm,
		verb: ({ db, params, data: { due_on, ...told } }) =>
			extensions
				.extend(db, params.addressee, { dueAt: momentOf(due_on), ...told })
				.catch(notLonger('due_on')),
		missing,
		to: ({ params }) => `${backTo(params)}?erledigt=bewilligt`
	})
};
