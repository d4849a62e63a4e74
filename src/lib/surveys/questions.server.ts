import type { z } from 'zod';
import { ask, type Database } from '#lib/server/database.ts';
import { linesOf, type questionForm } from './question-form.ts';

/**
 * Adds a question to a survey that is prepared, or changes one. @param key drawn by the form for a new one
 * @throws Refusal FINAL once it is open, STALE when the question changed elsewhere, NOTFD when it was dropped there
 */
export const save = (
	db: Database,
	authorityId: string,
	slug: string,
	key: string,
	{ kind, label, hint, options, is_required, is_published, revision }: z.infer<typeof questionForm>
) =>
	ask(
		db.rpc('save_survey_question', {
			p_authority: authorityId,
			p_slug: slug,
			p_key: key,
			p_question: {
				kind,
				label,
				hint,
				options: linesOf(options),
				is_required: Boolean(is_required),
				is_published: Boolean(is_published)
			},
			p_revision: Number(revision) || 0
		})
	);

/** Puts a question at a place among the others, counted from 1. */
export const place = (db: Database, authorityId: string, slug: string, key: string, at: number) =>
	ask(
		db.rpc('place_survey_question', {
			p_authority: authorityId,
			p_slug: slug,
			p_key: key,
			p_place: at
		})
	);

/** Takes a question out; the others move up. */
export const drop = (db: Database, authorityId: string, slug: string, key: string) =>
	ask(db.rpc('drop_survey_question', { p_authority: authorityId, p_slug: slug, p_key: key }));
