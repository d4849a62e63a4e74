import type { ParamMatcher } from '@sveltejs/kit';

/** A number that counts from 1, as of versions. */
export const match: ParamMatcher = (param) => /^[1-9]\d{0,3}$/.test(param);
