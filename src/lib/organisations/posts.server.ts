import type { z } from 'zod';
import { ask, type Database } from '#lib/server/database.ts';
import type { newPostForm, postForm } from './post.ts';

/** @returns the id of the new post. @throws Refusal 23505 for a title that the organisation has already */
export async function add(
	db: Database,
	organisationId: string,
	{ kind, title, phone }: z.infer<typeof newPostForm>
): Promise<string> {
	const added = { p_organisation: organisationId, p_kind: kind, p_title: title, p_phone: phone };
	return ask(db.rpc('add_post', added));
}

/** @throws Refusal 23505 for a title that the organisation has already */
export async function change(db: Database, id: string, { title, phone }: z.infer<typeof postForm>) {
	await ask(db.rpc('change_post', { p_id: id, p_title: title, p_phone: phone }));
}

/** @throws Refusal RULED while duties wait for it that no other post could take */
export async function abolish(db: Database, id: string) {
	await ask(db.rpc('abolish_post', { p_id: id }));
}
