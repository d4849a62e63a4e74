import type { ParamMatcher } from '@sveltejs/kit';

/** How a table may be downloaded. */
export const match = ((param: string): param is 'csv' | 'xlsx' =>
	param === 'csv' || param === 'xlsx') satisfies ParamMatcher;
