import { requireDraft } from '#lib/calls/require-draft.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ call: await requireDraft(event) });
