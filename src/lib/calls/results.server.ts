import { document, type Database } from '#lib/server/database.ts';
import { publication, type Publication } from './publication.ts';
import { callResult, callResults, type CallResult, type CallResults } from './result.ts';

const resultOf = document('call_result', callResult);
const resultsOf = document('call_results', callResults);
const publicationOf = document('call_publication', publication);

/** What a published call says, for whoever may read it. @throws Refusal NOTFD for all others */
export const find = (db: Database, authorityId: string, slug: string): Promise<CallResult> =>
	resultOf(db, { p_authority: authorityId, p_slug: slug });

/** Which results the reader may read, the newest first. */
export const list = (db: Database, authorityId: string): Promise<CallResults> =>
	resultsOf(db, { p_authority: authorityId });

/** Before it is published. @throws Refusal NOTFD for everybody but planners */
export const publicationFor = (db: Database, authorityId: string, slug: string): Promise<Publication> =>
	publicationOf(db, { p_authority: authorityId, p_slug: slug });
