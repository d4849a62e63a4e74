import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { ask, asPerson, asSystem, document, Refusal } from '#lib/server/database.ts';
import type { Json } from '#lib/server/database.types.ts';
import { files } from '#lib/server/files.ts';
import { log } from '#lib/server/log.ts';
import type { Picture, ReadDocument } from '#lib/server/text/document.ts';
import { readDocument } from '#lib/server/text/read-document.ts';
import { bookmarkOf } from '#lib/server/text/write-docx.ts';
import { plainOfBlocks } from '#lib/text/plain.ts';
import type { Found } from './reading.ts';

const toDo = document(
	'reading_to_do',
	z
		.strictObject({
			sha256: z.string(),
			view: z.enum(['before', 'after']),
			personId: z.string(),
			documentId: z.string()
		})
		.nullable()
);

/** The job `read_document`: reads a Word or ODT file in a thread, keeps its pictures, and says what was found. */
export async function readDocumentFile({ reading_id: id }: { reading_id: string }) {
	const db = asSystem();
	const wanted = await toDo(db, { p_id: id });
	if (!wanted) return;
	try {
		const read = await readDocument({
			path: files().pathOf(wanted.sha256),
			changes: wanted.view,
			progress: ({ done, all }) => void tell(id, done, all)
		});
		const names = await keepPictures(wanted.personId, wanted.documentId, read.images);
		const found = withNames(foundIn(read), names);
		await ask(db.rpc('reading_found', { p_id: id, p_view: wanted.view, p_found: found as unknown as Json }));
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		await ask(db.rpc('reading_failed', { p_id: id, p_failure: error.messageKey }));
	}
}

const tell = (id: string, done: number, all: number) =>
	ask(asSystem().rpc('reading_came_on', { p_id: id, p_done: done, p_all: all })).catch((error) =>
		log.warn('progress not told', { reason: String(error) })
	);

/** The pictures of a file beside their document. @returns their ids by the keys that the text has */
async function keepPictures(personId: string, documentId: string, pictures: Picture[]) {
	const names = new Map<string, string>();
	for (const { key, bytes, type } of pictures) {
		const received = await files().receive(Readable.from([Buffer.from(bytes)]));
		await files().keep(received);
		const id = await ask(
			asPerson(personId).rpc('add_document_file', {
				p_document: documentId,
				p_media_type: type,
				p_size_bytes: received.size,
				p_sha256: received.sha256,
				p_id: randomUUID()
			})
		);
		names.set(key, id);
	}
	return names;
}

const withNames = (found: Found, names: Map<string, string>): Found =>
	JSON.parse(JSON.stringify(found), (name, value) =>
		name === 'file' && names.has(value) ? names.get(value) : value
	) as Found;

function foundIn({ title, text, images, comments, changes, losses, offers, bookmarks }: ReadDocument): Found {
	return {
		title: title ?? null,
		text,
		offers: offers.map(({ block, level }) => ({
			block,
			level,
			words: plainOfBlocks(text.blocks.slice(block, block + 1)).slice(0, 200)
		})),
		losses: losses.map(({ what, place, detail }) => ({
			what,
			headings: place.headings,
			words: place.words,
			detail: detail ?? null
		})),
		comments: comments.map(({ author, text, quote, place }) => ({
			author,
			text,
			quote,
			headings: place?.headings ?? []
		})),
		changes: changes.map(({ kind, author, words }) => ({ kind, author, words })),
		keys: bookmarks
			.filter(({ name }) => bookmarkOf(name.slice(1)) === name)
			.map(({ name, from }) => ({ block: from, key: name.slice(1) })),
		pictures: images.length
	};
}
