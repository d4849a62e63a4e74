import { href } from '#lib/i18n/addresses.ts';
import * as documents from '#lib/documents/documents.server.ts';
import { requireWorker } from '#lib/documents/require-worker.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ contents: await requireWorker(event) });

export const actions: Actions = {
	default: action({
		verb: async (event) => {
			const { document, version } = await requireWorker(event);
			if (version.number > 1) return documents.discardVersion(event.db, version.id);
			return documents.discard(event.db, document.id);
		},
		to: () => `${href('/documents')}?erledigt=verworfen`
	})
};
