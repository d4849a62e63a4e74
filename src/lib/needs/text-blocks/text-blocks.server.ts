import type { z } from 'zod';
import { ask, document, type Database } from '#lib/server/database.ts';
import { textBlocks, type changedBlockForm, type newBlockForm, type TextBlocks } from './text-block.ts';

const blocksOf = document('text_blocks', textBlocks);

/** The text blocks of an authority. @throws Refusal NOTFD for everybody but planners */
export const list = (db: Database, authorityId: string): Promise<TextBlocks> =>
	blocksOf(db, { p_authority: authorityId });

/** Keeps a new one. The same form sent twice makes one. @throws Refusal RULED when the name is taken */
export const add = (db: Database, authorityId: string, form: z.infer<typeof newBlockForm>) =>
	ask(
		db.rpc('add_text_block', {
			p_authority: authorityId,
			p_id: form.form_id,
			p_title: form.title,
			p_body: form.body
		})
	);

/** Changes one for the answers to come. @throws Refusal STALE when somebody else changed it since it was read */
export const change = (db: Database, id: string, form: z.infer<typeof changedBlockForm>) =>
	ask(
		db.rpc('change_text_block', {
			p_id: id,
			p_revision: form.revision,
			p_title: form.title,
			p_body: form.body
		})
	);

/** Offers one no more, or again. */
export const retire = (db: Database, id: string, isRetired: boolean) =>
	ask(db.rpc('retire_text_block', { p_id: id, p_is_retired: isRetired }));
