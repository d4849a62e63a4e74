import type { ParamMatcher } from '@sveltejs/kit';

/** The key of a section, which is its short address too. */
export const match: ParamMatcher = (param) => /^[2-9a-hjkmnp-z]{7}$/.test(param);
