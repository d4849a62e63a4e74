import { problem } from '#lib/api/problem.ts';
import type { RequestHandler } from './$types';

/** What is not in the document is not there, in the words of the interface. */
export const fallback: RequestHandler = () => problem(404, 'NOTFD', 'errors_not_found');
