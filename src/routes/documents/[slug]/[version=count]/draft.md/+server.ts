import * as documents from '#lib/documents/documents.server.ts';
import { markdownFile } from '#lib/documents/draft-files.server.ts';
import { backend } from '#lib/server/backend.ts';
import { fileToKeep } from '#lib/server/paper/files.ts';
import type { RequestHandler } from './$types';

/** A version as Markdown. */
export const GET: RequestHandler = async ({ locals: { db, authority }, params: { slug, version } }) => {
	const texts = await documents.readTexts(db, { authorityId: authority.id, slug, number: Number(version) });
	const file = await markdownFile(texts, backend().settings.publicAddress);
	return fileToKeep(file, `${slug}-${version}`, 'md');
};
