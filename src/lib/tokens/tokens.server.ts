import { createHash, randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { ask, type Database } from '#lib/server/database.ts';
import type { AccessToken, tokenForm } from './token.ts';

/** One's own tokens, newest first. */
export const list = (db: Database) => ask<AccessToken[]>(db.rpc('my_access_tokens'));

/** Makes a token. @returns the secret: shown once, stored nowhere. @throws Refusal RULED when there are twenty */
export async function add(db: Database, { name, scopes, days }: z.infer<typeof tokenForm>): Promise<string> {
	const secret = `aug_${randomBytes(32).toString('base64url')}`;
	const p_token_hash = createHash('sha256').update(secret).digest('hex');
	await ask(
		db.rpc('add_access_token', { p_name: name, p_token_hash, p_scopes: scopes, p_days: Number(days) })
	);
	return secret;
}

/** Ends a token at once. @throws Refusal NOTFD for another's */
export async function revoke(db: Database, id: string) {
	await ask(db.rpc('revoke_access_token', { p_id: id }));
}
