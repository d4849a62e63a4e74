import { document, type Database } from '#lib/server/database.ts';
import { fieldAnswers, type FieldAnswers } from './field-answers.ts';

const fieldOf = document('survey_field', fieldAnswers);

/**
 * What 25 addressees returned for one field of a survey.
 * @param place of the field among those asked, from 1; 0: the own questions @param after id of the last addressee shown
 * @throws Refusal NOTFD for everybody but planners, and for a field that is not asked about
 */
export const find = (
	db: Database,
	authorityId: string,
	slug: string,
	place: number,
	after: string | null
): Promise<FieldAnswers> =>
	fieldOf(db, { p_authority: authorityId, p_slug: slug, p_place: place, p_after: after });
