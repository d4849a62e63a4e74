import { z } from 'zod';
import { ask, document, Refusal, type Database } from '#lib/server/database.ts';
import type { Json } from '#lib/server/database.types.ts';
import type { Text } from '#lib/text/block.ts';
import { plainOf } from '#lib/text/plain.ts';
import type {
	aboutForm,
	moveForm,
	newDocumentForm,
	newSectionForm,
	sectionForm,
	splitForm,
	twinCheckForm
} from './document-form.ts';
import {
	contents,
	documentList,
	documentTexts,
	sectionPage,
	wordings,
	type SectionPage
} from './document.ts';
import { divided, secondsOf, together } from './wording.ts';

const listOf = document('list_documents', documentList);
const contentsOf = document('document_contents', contents);
const sectionOf = document('read_section', sectionPage);
const textsOf = document('document_texts', documentTexts);
const historyOf = document('section_history', wordings);
const saved = document('save_section', z.strictObject({ revision: z.int(), beside: z.string().nullable() }));

/** Which version of which document. Without a number: the newest that one may read. */
export interface Where {
	authorityId: string;
	slug: string;
	number?: number;
}
const argumentsOf = ({ authorityId, slug, number }: Where) => ({
	p_authority: authorityId,
	p_slug: slug,
	p_number: number ?? null
});

/** The documents of the planning. @throws Refusal NOTFD for everybody else */
export const list = (db: Database, authorityId: string) => listOf(db, { p_authority: authorityId });

/** @throws Refusal NOTFD for who may not read it */
export const readContents = (db: Database, where: Where) => contentsOf(db, argumentsOf(where));

/** @throws Refusal NOTFD for who may not read it */
export const readSection = (db: Database, where: Where & { key: string }) =>
	sectionOf(db, { ...argumentsOf(where), p_number: where.number!, p_key: where.key });

/** All texts of a version. */
export const readTexts = (db: Database, where: Where) => textsOf(db, argumentsOf(where));

/** Every wording that was saved of a section in this version, the newest first. */
export const history = (db: Database, where: Where & { key: string }) =>
	historyOf(db, { ...argumentsOf(where), p_number: where.number!, p_key: where.key });

/** Begins a document with an empty version. @returns its short name @throws Refusal RULED when that is taken */
export async function create(
	db: Database,
	authorityId: string,
	{ form_id, kind, slug, title }: z.infer<typeof newDocumentForm>
): Promise<string> {
	try {
		return await ask(
			db.rpc('create_document', {
				p_authority: authorityId,
				p_id: form_id,
				p_kind: kind,
				p_slug: slug,
				p_title: title
			})
		);
	} catch (refusal) {
		if (!(refusal instanceof Refusal) || refusal.code !== '23505') throw refusal;
		throw new Refusal('RULED', 400, 'documents_error_slug_taken', ['slug']);
	}
}

/** @throws Refusal FINAL when something of it is frozen */
export const discard = (db: Database, id: string) => ask(db.rpc('discard_document', { p_document: id }));

/** Begins the next version as a copy of the last. @returns its number */
export const startVersion = (db: Database, id: string, note: string): Promise<number> =>
	ask(db.rpc('start_version', { p_document: id, p_note: note }));

/** @throws Refusal FINAL when it is frozen, RULED for the only one */
export const discardVersion = (db: Database, versionId: string) =>
	ask(db.rpc('discard_version', { p_version: versionId }));

/**
 * Saves the wording of a section.
 * @returns whether it lies beside another one that was saved meanwhile @throws Refusal FINAL when the version is frozen
 */
export async function saveSection(
	db: Database,
	{ version, section }: Pick<SectionPage, 'version' | 'section'>,
	{ form_id, revision, heading }: Pick<z.infer<typeof sectionForm>, 'form_id' | 'revision' | 'heading'>,
	text: Text
): Promise<{ isBeside: boolean }> {
	const { beside } = await saved(db, {
		p_version: version.id,
		p_section: section.id,
		p_revision: revision,
		p_heading: heading,
		p_body: json(text),
		p_words: plainOf(text),
		p_seconds: secondsOf(text),
		p_id: form_id
	});
	return { isBeside: beside !== null };
}

/** Says what becomes of a wording that lay beside. @throws Refusal FINAL when somebody was faster, STALE when a third one came */
export const settle = (db: Database, id: string, outcome: 'taken' | 'left', revision: number) =>
	ask(db.rpc('settle_beside', { p_beside: id, p_outcome: outcome, p_revision: revision }));

/** Adds an empty section. @returns its key @throws Refusal RULED when its level fits nothing */
export const addSection = (
	db: Database,
	versionId: string,
	{ form_id, after, level, heading }: z.infer<typeof newSectionForm>
): Promise<string> =>
	ask(
		db.rpc('add_section', {
			p_version: versionId,
			p_after: after || null,
			p_level: level,
			p_heading: heading,
			p_id: form_id
		})
	);

/**
 * Divides a section before one of its blocks. @param block counted from 1 @returns the key of the second part
 * @throws Refusal STALE when it changed meanwhile
 */
export function split(
	db: Database,
	{ version, section }: Pick<SectionPage, 'version' | 'section'>,
	{ form_id, revision, block, heading }: z.infer<typeof splitForm>
): Promise<string> {
	if (block < 2 || block > section.body.blocks.length)
		throw new Refusal('INVAL', 400, 'documents_error_block', ['block']);
	const [first, second] = divided(section, block - 1, heading);
	return ask(
		db.rpc('split_section', {
			p_version: version.id,
			p_section: section.id,
			p_revision: revision,
			p_first: said(first),
			p_second: { ...said(second), heading },
			p_id: form_id
		})
	);
}

/** Puts another section into this one, its heading as a line of its own. @throws Refusal STALE when either changed meanwhile */
export function merge(
	db: Database,
	{ version, section }: Pick<SectionPage, 'version' | 'section'>,
	other: SectionPage['section']
) {
	const text = together(section, other);
	return ask(
		db.rpc('merge_sections', {
			p_version: version.id,
			p_section: section.id,
			p_revision: section.revision,
			p_other: other.id,
			p_other_revision: other.revision,
			p_body: json(text),
			p_words: plainOf(text),
			p_seconds: secondsOf(text)
		})
	);
}

/** Moves a section and all below it. @throws Refusal RULED when the level fits nothing there */
export const move = (
	db: Database,
	{ version, section }: Pick<SectionPage, 'version' | 'section'>,
	{ after, level }: z.infer<typeof moveForm>
) =>
	ask(
		db.rpc('move_section', {
			p_version: version.id,
			p_section: section.id,
			p_after: after || null,
			p_level: level
		})
	);

/** @throws Refusal MISSG reason from the second version on */
export const remove = (
	db: Database,
	{ version, section }: Pick<SectionPage, 'version' | 'section'>,
	reason: string
) => ask(db.rpc('remove_section', { p_version: version.id, p_section: section.id, p_reason: reason }));

/** What a section says in a few words, and whose business it is. */
export const describe = (
	db: Database,
	{ version, section }: Pick<SectionPage, 'version' | 'section'>,
	{ summary, concerns }: z.infer<typeof aboutForm>
) =>
	ask(
		db.rpc('describe_section', {
			p_version: version.id,
			p_section: section.id,
			p_summary: summary,
			p_concerns: concerns
		})
	);

/** Writes a section in plain language. @param formId drawn by the form */
export const saveTwin = (
	db: Database,
	{ version, section }: Pick<SectionPage, 'version' | 'section'>,
	formId: string,
	text: Text
) =>
	ask(
		db.rpc('save_twin', {
			p_version: version.id,
			p_section: section.id,
			p_body: json(text),
			p_words: plainOf(text),
			p_id: formId
		})
	);

/** Notes who checked it and when. @throws Refusal RULED for a day to come */
export const checkTwin = (
	db: Database,
	{ form_id, twin, checked_by, checked_on }: z.infer<typeof twinCheckForm>
) =>
	ask(
		db.rpc('check_twin', {
			p_twin: twin,
			p_checked_by: checked_by,
			p_checked_on: checked_on,
			p_id: form_id
		})
	);

/** Interfaces have no index; what the database takes has one. */
const json = (text: Text) => text as unknown as Json;
const said = (text: Text) => ({ body: json(text), words: plainOf(text), seconds: secondsOf(text) });
