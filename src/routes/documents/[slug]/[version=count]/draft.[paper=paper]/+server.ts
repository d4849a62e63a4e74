import * as documents from '#lib/documents/documents.server.ts';
import { paperOf } from '#lib/documents/draft-files.server.ts';
import { backend } from '#lib/server/backend.ts';
import { fileToKeep } from '#lib/server/paper/files.ts';
import type { RequestHandler } from './$types';

/** A version to take away: `?schrift=gross` in large print, `?zeilen=ja` with lines to write on (PDF). */
export const GET: RequestHandler = async ({ locals: { db, authority }, params, url }) => {
	const { slug, version, paper } = params;
	const texts = await documents.readTexts(db, { authorityId: authority.id, slug, number: Number(version) });
	const look = {
		authority,
		address: backend().settings.publicAddress,
		isLarge: url.searchParams.get('schrift') === 'gross',
		hasLines: url.searchParams.get('zeilen') === 'ja'
	};
	return fileToKeep(await paperOf(texts, paper, look), `${slug}-${version}`, paper);
};
