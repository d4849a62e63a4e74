import type { ParamMatcher } from '@sveltejs/kit';

/** An id as the database gives them; other words in its place are addresses of their own, or none. */
export const match: ParamMatcher = (param) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(param);
