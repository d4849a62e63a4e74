import * as ownData from '#lib/people/own-data.server.ts';
import type { RequestHandler } from './$types';

/** The same facts as the page shows, as a file. */
export const GET: RequestHandler = async (event) => {
	const own = await ownData.find(event.locals.db);
	return new Response(JSON.stringify(own, null, '\t'), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': 'attachment; filename="meine-daten.json"'
		}
	});
};
