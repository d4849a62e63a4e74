import * as papers from '#lib/surveys/survey-paper.server.ts';
import { backend } from '#lib/server/backend.ts';
import { paperFile } from '#lib/server/paper/files.ts';
import type { RequestHandler } from './$types';

/** The letter to an addressee whom no mail reaches: `?art=pdf` or Word, `?schrift=gross` for large print. */
export const GET: RequestHandler = async (event) => {
	const { db, authority } = event.locals;
	const letter = await papers.find(db, event.params.addressee);
	const { searchParams } = event.url;
	const look = {
		authority,
		address: backend().settings.publicAddress,
		isLarge: searchParams.get('schrift') === 'gross'
	};
	const kind = searchParams.get('art') === 'pdf' ? 'pdf' : 'docx';
	return paperFile(papers.letterOf(letter, look), `brief-${letter.slug}`, kind);
};
