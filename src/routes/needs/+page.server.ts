import { discardForm, filterForm } from '#lib/needs/reports/need-report-list.ts';
import * as reportList from '#lib/needs/reports/need-report-list.server.ts';
import { readList } from './read-list.server.ts';
import { addressOf, wrongPeriod } from '#lib/needs/reports/report-filter.ts';
import * as savedFilters from '#lib/needs/reports/saved-filters.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, authority } = event.locals;
	const { senders, ...asked } = await readList(event);
	const list = await reportList.list(db, authority.id, asked.filter, asked.own?.id ?? null, senders);
	const { searchParams } = event.url;
	return { ...asked, list, wrong: wrongPeriod(searchParams), done: searchParams.get('getan') };
};

/** The list stays as it was chosen: the address of the form has it. */
export const actions: Actions = {
	save: action({
		schema: filterForm,
		verb: async ({ data, ...event }) => {
			const filter = { ...(await readList(event)).filter, after: undefined };
			await savedFilters.save(event.db, event.authority.id, data.form_id, data.name, filter);
			return filter;
		},
		missing: () => 'needs_save_error_name',
		to: ({ done }) => withResult(addressOf(done), 'gespeichert')
	}),
	discard: action({
		schema: discardForm,
		verb: async ({ data, ...event }) => {
			await savedFilters.discard(event.db, data.id);
			return (await readList(event)).filter;
		},
		to: ({ done }) => withResult(addressOf(done), 'geloescht')
	})
};

const withResult = (address: string, word: string) =>
	`${address}${address.includes('?') ? '&' : '?'}getan=${word}`;
