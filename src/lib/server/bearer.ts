import { createHash } from 'node:crypto';
import type { Handle, RequestEvent } from '@sveltejs/kit';
import { authorityOf } from './authority.ts';
import { asAnonymous, asPerson, asSystem, ask } from './database.ts';

type Found = { personId: string; scopes: string[]; posts: App.Post[]; authority: App.Authority | null };

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
	ask<Found | null>(
		asSystem().rpc('access_token_find', { p_token_hash: createHash('sha256').update(token).digest('hex') })
	);
