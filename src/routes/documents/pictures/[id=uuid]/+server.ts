import { error } from '@sveltejs/kit';
import * as pictures from '#lib/documents/pictures.server.ts';
import { bodyOf } from '#lib/server/body.ts';
import { files } from '#lib/server/files.ts';
import type { RequestHandler } from './$types';

/** A picture in the text of a document, for whoever may read that. It was checked to be one when it came in. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const picture = await pictures.find(locals.db, params.id);
	if (!picture) error(404, 'errors_not_found');
	const bytes = await files().read(picture.sha256);
	return new Response(bodyOf(bytes), {
		headers: {
			'content-type': picture.media_type,
			'content-length': String(picture.size_bytes),
			'content-security-policy': "default-src 'none'; sandbox",
			'cache-control': 'private, max-age=3600'
		}
	});
};
