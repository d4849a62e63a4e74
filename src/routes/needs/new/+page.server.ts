import { fail, redirect } from '@sveltejs/kit';
import * as drafts from '#lib/needs/drafts/drafts.server.ts';
import { isPlanner, writingKinds } from '#lib/organisations/own-organisation.ts';
import * as needReports from '#lib/needs/reports/need-reports.server.ts';
import { pathOf } from '#lib/needs/drafts/draft.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { Refusal } from '#lib/server/database.ts';
import { sessionOf } from '#lib/server/guard.ts';
import { formId } from '#lib/ui/form-id.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { posts } = sessionOf(event);
	const joins = event.url.searchParams.get('anschliessen');
	return {
		organisations: organisationsOf(posts),
		mayEnter: isPlanner(posts),
		joins: joins ? await reportNamed(event.locals, joins) : null
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { posts } = sessionOf(event);
		const sent = await event.request.formData();
		const organisations = organisationsOf(posts);
		const only = organisations.length === 1 ? organisations[0]!.id : '';
		const chosen = String(sent.get('organisation') ?? only);
		if (!organisations.some(({ id }) => id === chosen))
			return fail(400, { errors: { organisation: m.report_error_organisation() } });
		const joins = String(sent.get('joins') ?? '') || null;
		const id = await drafts.start(event.locals.db, chosen, joins, formId.parse(sent.get('form_id')));
		redirect(303, pathOf(id, 'topic'));
	}
};

/** For whom one may write, each once. */
function organisationsOf(posts: App.Post[]) {
	const mine = posts.filter(({ kind }) => writingKinds.includes(kind));
	const byId = new Map(mine.map(({ organisationId: id, organisationName: name }) => [id, { id, name }]));
	return [...byId.values()];
}

/** The report to join. When it is not there, one simply reports. */
async function reportNamed({ db }: App.Locals, number: string) {
	try {
		const { title, organisationName } = await needReports.find(db, number);
		return { number, title, organisationName };
	} catch (refusal) {
		if (refusal instanceof Refusal && refusal.status === 404) return null;
		throw refusal;
	}
}
