import { createHash } from 'node:crypto';
import type { Handle, RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { authority, authorityOf } from './authority.ts';
import { asAnonymous, asPerson, asSystem, document } from './database.ts';
import { post } from './session-memory.ts';

/** Whose token it is, and what it lets do. */
const findToken = document(
	'access_token_find',
	z
		.strictObject({
			personId: z.string(),
			scopes: z.array(z.string()),
			posts: z.array(post),
			authority: authority.nullable()
		})
		.nullable()
);

/** Is this the open interface? Its requests carry a token, and no cookie of theirs is looked at. */
export const isOfInterface = ({ url }: Pick<RequestEvent, 'url'>) => url.pathname.startsWith('/api/');

/** Finds out whose token a program shows; `locals.db` acts as that person from here on. Without one it acts as nobody. */
export const bearer: Handle = async ({ event, resolve }) => {
	const { locals, request, url } = event;
	const token = /^Bearer (aug_[\w-]{20,100})$/.exec(request.headers.get('authorization') ?? '')?.[1];
	const found = token ? await find(token) : null;
	locals.authority = found?.authority ?? (await authorityOf(url.hostname));
	locals.session = null;
	locals.person = null;
	locals.kept = null;
	locals.token = found && { scopes: found.scopes, posts: found.posts };
	locals.db = found ? asPerson(found.personId) : asAnonymous();
	return resolve(event);
};

const find = (token: string) =>
	findToken(asSystem(), { p_token_hash: createHash('sha256').update(token).digest('hex') });
