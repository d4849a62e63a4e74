import * as papers from '#lib/surveys/survey-paper.server.ts';
import { askFor } from '#lib/surveys/require-reply.server.ts';
import { askedOf } from '#lib/surveys/survey.ts';
import { backend } from '#lib/server/backend.ts';
import { paperFile } from '#lib/server/paper/files.ts';
import type { RequestHandler } from './$types';

/** The form on paper; `?schrift=gross` for large print. */
export const GET: RequestHandler = async (event) => {
	const { db, authority } = event.locals;
	const id = await papers.addressee(db, authority.id, askedOf(event)).catch(askFor(event));
	const letter = await papers.find(db, id);
	const look = {
		authority,
		address: backend().settings.publicAddress,
		isLarge: event.url.searchParams.get('schrift') === 'gross'
	};
	return paperFile(papers.formOf(letter, look), `bogen-${letter.slug}`, event.params.paper);
};
