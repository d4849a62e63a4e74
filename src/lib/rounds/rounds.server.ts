import type { z } from 'zod';
import { ask, document, type Database } from '#lib/server/database.ts';
import type { roundForm } from './round.ts';
import { roundWindow } from './window.ts';

/** Begins a comment round. @param id drawn by the form: sent twice, it is one @returns its short name */
export const start = (db: Database, authorityId: string, id: string): Promise<string> =>
	ask(db.rpc('start_round', { p_authority: authorityId, p_id: id }));

/** What it is about and who reads what. @throws Refusal FINAL once it is open */
export const choose = (
	db: Database,
	authorityId: string,
	slug: string,
	{ version_id, is_public, reading }: z.infer<typeof roundForm>
) =>
	ask(
		db.rpc('set_round', {
			p_authority: authorityId,
			p_slug: slug,
			p_version: version_id,
			p_is_public: is_public === 'ja',
			p_reading: reading
		})
	);

/** Why organisations have to be asked. @param bases by their ids @throws Refusal FINAL once it is open */
export const setDuties = (db: Database, authorityId: string, slug: string, bases: Record<string, string>) =>
	ask(db.rpc('set_legal_bases', { p_authority: authorityId, p_slug: slug, p_bases: bases }));

const windowOf = document('round_window', roundWindow);

/** When it asks. @throws Refusal NOTFD for who is neither asked nor plans */
export const readWindow = (db: Database, authorityId: string, slug: string) =>
	windowOf(db, { p_authority: authorityId, p_slug: slug });
