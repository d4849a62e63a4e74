import { error } from '@sveltejs/kit';
import { create } from 'content-disposition';
import * as attachments from '#lib/attachments/attachments.server.ts';
import { bodyOf } from '#lib/server/body.ts';
import { files } from '#lib/server/files.ts';
import type { RequestHandler } from './$types';

/** Always to be saved, never shown: whatever a file holds, it does nothing on our pages. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const file = await attachments.find(locals.db, params.id);
	if (!file) error(404, 'errors_not_found');
	const bytes = await files().read(file.sha256);
	return new Response(bodyOf(bytes), {
		headers: {
			'content-type': file.media_type,
			'content-length': String(file.size_bytes),
			'content-disposition': create(file.file_name),
			'content-security-policy': "default-src 'none'; sandbox",
			'cache-control': 'private, no-cache'
		}
	});
};
