import type { ParamMatcher } from '@sveltejs/kit';

/** How a paper may be downloaded. */
export const match = ((param: string): param is 'docx' | 'pdf' =>
	param === 'docx' || param === 'pdf') satisfies ParamMatcher;
