import type { Handle, RequestEvent } from '@sveltejs/kit';
import { authorityOf } from './authority.ts';
import { asAnonymous, asPerson } from './database.ts';
import * as keptForms from './kept-forms.ts';
import { visit } from './session.ts';

/** Finds out whose pages these are and who is asking; `locals.db` acts as that person from here on. */
export const visitor: Handle = async ({ event, resolve }) => {
	if (event.route.id === '/health') return resolve(event);
	const expiredPerson = await welcome(event);
	if (expiredPerson && keptForms.isToBeKept(event)) return keptForms.keep(event, expiredPerson);
	return keptForms.giveBack(event, resolve);
};

/** @returns the person whose session has run out or was ended, if that is what happened */
async function welcome({ locals, cookies, url }: RequestEvent): Promise<string | null> {
	const { session, expiredPerson } = await visit(cookies, url.protocol === 'https:');
	const authority = session?.authority ?? (await authorityOf(url.hostname));
	locals.authority = authority;
	locals.session = session && { ...session, authority };
	locals.person = session?.person ?? null;
	locals.db = session ? asPerson(session.person.id) : asAnonymous();
	locals.kept = null;
	if (session) {
		const { locale, textSize, contrast } = session.person;
		locals.display = { locale, text: textSize, contrast };
	}
	return expiredPerson;
}
