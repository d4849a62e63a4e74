import type { z } from 'zod';
import { ask, type Database } from '#lib/server/database.ts';
import type { Json } from '#lib/server/database.types.ts';
import { descentOf } from './descent.ts';
import type { freezeForm } from './document-form.ts';
import * as documents from './documents.server.ts';
import type { Where } from './documents.server.ts';

/** What freezing a version says of every section, with the sections of the version before. */
export async function whatBecame(db: Database, where: Where & { number: number }) {
	const [contents, now, last] = await Promise.all([
		documents.readContents(db, where),
		documents.readTexts(db, where),
		where.number > 1 ? documents.readTexts(db, { ...where, number: where.number - 1 }) : null
	]);
	const reasons = new Map(contents.removed.map(({ id, reason }) => [id, reason ?? '']));
	const before = last?.sections ?? [];
	return { contents, before, rows: descentOf(before, now.sections, reasons) };
}

/**
 * Freezes a version as it was seen. Sections that a file no longer had say so.
 * @throws Refusal STALE when it changed meanwhile, RULED while a wording lies beside, FINAL when it is frozen
 */
export async function freeze(
	db: Database,
	where: Where & { number: number },
	{ revision, note }: z.infer<typeof freezeForm>,
	withoutReason: string
) {
	const { contents, rows } = await whatBecame(db, where);
	const lineage = rows.map((row) =>
		row.fate === 'removed' ? { ...row, reason: row.reason || withoutReason } : row
	);
	await ask(
		db.rpc('freeze_version', {
			p_version: contents.version.id,
			p_revision: revision,
			p_note: note,
			p_lineage: lineage as unknown as Json
		})
	);
}
