import { document, type Database } from '#lib/server/database.ts';
import { answerSearch, type AnswerSearch } from './answer-search.ts';

const found = document('survey_search', answerSearch);

/**
 * Answers to a survey that say these words, 25 of those the person may read.
 * @param after id of the last one shown @throws Refusal NOTFD for who neither plans nor is asked
 */
export const find = (
	db: Database,
	authorityId: string,
	slug: string,
	search: string,
	after: string | null
): Promise<AnswerSearch> =>
	found(db, { p_authority: authorityId, p_slug: slug, p_search: search, p_after: after });
