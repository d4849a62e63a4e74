import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Ledger } from './ledger.ts';
import * as ledgers from './ledgers.server.ts';
import { preparationOf } from './preparation.ts';

type Event = Pick<RequestEvent, 'locals' | 'url'> & { params: { slug: string } };

/** The ledger and its filter, for the page and for the files. Before a call is open its preparation is there instead. */
export async function requireLedger(event: Event): Promise<{ ledger: Ledger; isOpenOnly: boolean }> {
	const { db, authority } = event.locals;
	const ledger = await ledgers.find(db, authority.id, event.params.slug);
	if (ledger.state === 'draft') redirect(303, preparationOf(ledger));
	return { ledger, isOpenOnly: event.url.searchParams.has('offen') };
}
