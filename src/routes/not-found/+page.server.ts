import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** What files and short addresses that are not there show, see `src/lib/server/error-page.ts`. */
export const load: PageServerLoad = () => error(404);
