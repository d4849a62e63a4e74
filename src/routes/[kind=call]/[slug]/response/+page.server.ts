import { requireLedger } from '#lib/calls/require-ledger.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	...(await requireLedger(event)),
	done: event.url.searchParams.get('erledigt')
});
