import { z } from 'zod';
import { ask, document, type Database } from '#lib/server/database.ts';
import { publication, type Publication } from './publication.ts';
import { callResult, callResults, type CallResult, type CallResults, type correctionForm } from './result.ts';

const resultOf = document('call_result', callResult.nullable());
const resultsOf = document('call_results', callResults);
const publicationOf = document('call_publication', publication);

/**
 * What a published call says, for whoever may read it; null for who was asked when it was published before there were
 * results. @throws Refusal NOTFD for all others
 */
export const find = (db: Database, authorityId: string, slug: string): Promise<CallResult | null> =>
	resultOf(db, { p_authority: authorityId, p_slug: slug });

/** Which results the reader may read, the newest first. */
export const list = (db: Database, authorityId: string): Promise<CallResults> =>
	resultsOf(db, { p_authority: authorityId });

/** Before it is published. @throws Refusal NOTFD for everybody but planners */
export const publicationFor = (db: Database, authorityId: string, slug: string): Promise<Publication> =>
	publicationOf(db, { p_authority: authorityId, p_slug: slug });

/** Corrects the summary, with a note for all who read it. @throws Refusal STALE when it was corrected meanwhile */
export const correct = (
	db: Database,
	authorityId: string,
	slug: string,
	{ form_id, seen, body, note }: z.infer<typeof correctionForm>
) =>
	ask(
		db.rpc('correct_call_result', {
			p_authority: authorityId,
			p_slug: slug,
			p_id: form_id,
			p_body: body,
			p_note: note,
			p_seen: seen
		})
	);

const wayOf = document('call_way', z.enum(['response', 'reply', 'result']));

/** Which page of a call is the reader's. @throws Refusal NOTFD for who may read none */
export const way = (db: Database, authorityId: string, slug: string) =>
	wayOf(db, { p_authority: authorityId, p_slug: slug });
