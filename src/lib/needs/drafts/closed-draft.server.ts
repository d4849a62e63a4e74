import { error, isHttpError } from '@sveltejs/kit';
import type { Database } from '#lib/server/database.ts';
import * as drafts from './drafts.server.ts';

/**
 * Does what a form of a draft asks for. If the draft is no longer open to its writer (released or deleted by a colleague,
 * the assistance over), the error page gives back what was typed. Whoever never could see the draft gets their own words
 * back as well, and learns nothing.
 * @param left what the page then says and shows
 */
export async function whileOpen<T>(
	db: Database,
	id: string,
	left: () => Promise<Left>,
	verb: () => Promise<T>
): Promise<T> {
	try {
		return await verb();
	} catch (thrown) {
		if (!isHttpError(thrown, 404)) throw thrown;
		const number = await drafts.numberOf(db, id);
		error(number ? 410 : 404, { ...thrown.body, closed: { number, ...(await left()) } });
	}
}

type Left = Omit<App.ClosedDraft, 'number'>;
