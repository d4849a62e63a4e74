import * as ownData from '#lib/people/own-data.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ own: await ownData.find(locals.db) });
