import { randomUUID } from 'node:crypto';
import { ask, document, type Database } from '#lib/server/database.ts';
import type { Json } from '#lib/server/database.types.ts';
import { keepUpload, type Upload } from '#lib/server/uploads.ts';
import type { Block, Section, Text } from '#lib/text/block.ts';
import { proposeLineage } from '#lib/text/lineage-proposal.ts';
import { plainOf } from '#lib/text/plain.ts';
import { sectionsFromMarkdown, sectionsOf } from '#lib/text/sections.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import * as documents from './documents.server.ts';
import type { Where } from './documents.server.ts';
import { documentReading, type DocumentReading, type Found } from './reading.ts';
import { secondsOf } from './wording.ts';

const readingOf = document('document_reading', documentReading);

/** Has a file read for a version in work. @returns the reading's id @throws Refusal FINAL when the version is frozen */
export async function begin(
	db: Database,
	versionId: string,
	upload: Upload,
	formId: string
): Promise<string> {
	await keepUpload(upload);
	return ask(
		db.rpc('begin_reading', {
			p_version: versionId,
			p_file_name: upload.name,
			p_size_bytes: upload.size,
			p_sha256: upload.sha256,
			p_id: formId
		})
	);
}

/** How far it has come and what was found. @throws Refusal NOTFD */
export const find = (db: Database, id: string): Promise<DocumentReading> => readingOf(db, { p_id: id });

/** Reads it again with tracked changes taken over or left out. @throws Refusal FINAL when it is taken over */
export const again = (db: Database, id: string, view: 'before' | 'after') =>
	ask(db.rpc('read_document_again', { p_id: id, p_view: view }));

/** Throws away what was read. */
export const discard = (db: Database, id: string) => ask(db.rpc('discard_reading', { p_id: id }));

/**
 * Puts what was read into the version. Sections that the file was written with, or that say nearly the same, go on.
 * @param headings blocks whose offer to be a heading is taken @throws Refusal FINAL when it was taken over or thrown away
 */
export async function take(db: Database, authorityId: string, id: string, headings: number[]) {
	const { found, document, version } = await find(db, id);
	const where = { authorityId, slug: document.slug, number: version.number };
	const sections = await goingOn(db, where, found ? sectionsIn(found, headings) : []);
	await ask(db.rpc('take_reading', { p_id: id, p_sections: sections }));
}

/** Puts Markdown or plain text into a version in place of what stood there. @throws Refusal FINAL when it is frozen */
export async function paste(db: Database, where: Where, versionId: string, markdown: string) {
	const { sections } = sectionsFromMarkdown(markdown, m.documents_preface());
	await ask(
		db.rpc('fill_version', {
			p_version: versionId,
			p_sections: await goingOn(db, where, sections),
			p_file_name: null
		})
	);
}

/** Sections that came in, as the database takes them: with the id of the one that goes on in each, and from where their words come. */
async function goingOn(db: Database, where: Where, came: Section[]): Promise<Json> {
	const before = await documents.readTexts(db, where);
	const known = new Map(before.sections.map((section) => [section.key, section]));
	const { sections, lineage } = proposeLineage(
		before.sections.map(({ key, level, heading, body }) => ({ key, level, heading, text: body })),
		came
	);
	const ancestors = Map.groupBy(lineage, ({ to }) => to);
	return sections.map(({ key, level, number, heading, text }) => ({
		id: known.get(key)?.id ?? randomUUID(),
		level,
		number: number ?? null,
		heading: heading.slice(0, 300),
		body: text,
		words: plainOf(text),
		seconds: secondsOf(text),
		origins: [...new Set(ancestors.get(key)?.flatMap(({ from }) => known.get(from ?? '')?.origins ?? []))]
	})) as unknown as Json;
}

/** The sections of a text in one piece, with the keys that the file was written with. */
function sectionsIn({ text, offers, keys }: Found, headings: number[]): Section[] {
	const taken = new Map(
		offers.filter(({ block }) => headings.includes(block)).map((offer) => [offer.block, offer])
	);
	const blocks = text.blocks.map((block, place): Block => {
		const offer = taken.get(place);
		return offer && block.kind === 'paragraph'
			? { kind: 'heading', level: offer.level, runs: block.runs }
			: block;
	});
	const whole: Text = { blocks, notes: text.notes };
	const sections = sectionsOf(whole, m.documents_preface());
	const places = blocks.flatMap((block, place) => (block.kind === 'heading' ? [place] : []));
	const before = sections.length - places.length; // what stands above the first heading is a section of its own
	for (const { block, key } of keys) {
		const section = sections[places.indexOf(block) + before];
		if (section && places.includes(block)) section.key = key;
	}
	return sections;
}
