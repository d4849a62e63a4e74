import { redirect } from '@sveltejs/kit';
import * as ledgers from '#lib/calls/ledgers.server.ts';
import { preparationOf } from '#lib/calls/preparation.ts';
import { requirePerson } from '#lib/server/require-person.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requirePerson(event);
	const { db, authority } = event.locals;
	const { searchParams } = event.url;
	const ledger = await ledgers.find(db, authority.id, event.params.slug);
	if (ledger.state === 'draft') redirect(303, preparationOf(ledger.slug));
	return { ledger, isOpenOnly: searchParams.has('offen'), done: searchParams.get('erledigt') };
};
