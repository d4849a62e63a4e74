import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ask, document, type Database } from '#lib/server/database.ts';
import { accessToken, type tokenForm } from './token.ts';

const tokens = document('my_access_tokens', z.array(accessToken));

/** One's own tokens, newest first. */
export const list = (db: Database) => tokens(db);

/**
 * Makes a token. Its secret comes from the id that the form drew, so that a second click, or a reload, shows the one that holds.
 * @returns the secret: stored nowhere. @throws Refusal RULED when there are twenty or without a fresh proof, NOTFD when it was ended meanwhile
 */
export async function add(
	db: Database,
	session: Pick<App.Session, 'id'>,
	{ name, scopes, days, form_id }: Omit<z.infer<typeof tokenForm>, 'form_id'> & { form_id?: string }
): Promise<string> {
	const secret = `aug_${createHash('sha256')
		.update(`token ${form_id ?? randomUUID()}`)
		.digest('base64url')}`;
	const p_token_hash = createHash('sha256').update(secret).digest('hex');
	await ask(
		db.rpc('add_access_token', {
			p_name: name,
			p_token_hash,
			p_scopes: scopes,
			p_days: Number(days),
			p_session: session.id
		})
	);
	return secret;
}

/** Ends a token at once. @throws Refusal NOTFD for another's */
export async function revoke(db: Database, id: string) {
	await ask(db.rpc('revoke_access_token', { p_id: id }));
}
