import * as papers from '#lib/surveys/survey-paper.server.ts';
import { backend } from '#lib/server/backend.ts';
import { paperFile } from '#lib/server/paper/files.ts';
import type { RequestHandler } from './$types';

/** The letter to an addressee whom no mail reaches; `?schrift=gross` for large print. */
export const GET: RequestHandler = async ({ locals: { db, authority }, params, url }) => {
	const letter = await papers.find(db, params.addressee);
	const look = {
		authority,
		address: backend().settings.publicAddress,
		isLarge: url.searchParams.get('schrift') === 'gross'
	};
	return paperFile(papers.letterOf(letter, look), `brief-${letter.slug}`, params.paper);
};
