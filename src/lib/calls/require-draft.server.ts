import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Preparation } from './preparation.ts';
import * as preparations from './preparations.server.ts';
import { pageOf } from './kind.ts';

type Event = Pick<RequestEvent, 'locals' | 'url' | 'request'> & { params: { slug: string } };

/**
 * The call that is being prepared. Once it is open its pages lead to the ledger; a form that comes too late is not sent
 * on, so that its sentence and what was typed are there.
 */
export async function requireDraft(event: Event): Promise<Preparation> {
	const { db, authority } = event.locals;
	const call = await preparations.find(db, authority.id, event.params.slug);
	if (call.state !== 'draft' && event.request.method === 'GET') redirect(303, pageOf(call, '/response'));
	return call;
}
