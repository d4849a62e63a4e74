import { z } from 'zod';
import { instant } from '#lib/i18n/times.ts';
import { ask, document, type Database } from '#lib/server/database.ts';

const chronicle = document(
	'list_events',
	z.array(
		z.strictObject({
			id: z.int(),
			kind: z.string(),
			created_at: instant,
			post_title: z.string().nullable(),
			subject_kind: z.string(),
			subject_id: z.string()
		})
	)
);

const size = 100;

/** Organisations by name. @param after the last name of the page before */
export async function organisations(db: Database, authorityId: string, after = '') {
	const rows = await ask(
		db
			.from('organisations')
			.select('id, kind, name, place')
			.eq('authority_id', authorityId)
			.gt('name', after)
			.order('name')
			.limit(size + 1)
	);
	return paged(rows, ({ name }) => name);
}

/** Calls that the person may see, newest first; fewer than a hundred in any authority for years. */
export async function calls(db: Database, authorityId: string) {
	const rows = await ask(
		db
			.from('calls')
			.select('slug, kind, title, state, opens_at, closes_at')
			.eq('authority_id', authorityId)
			.order('created_at', { ascending: false })
			.limit(size)
	);
	return rows.map(({ opens_at, closes_at, ...row }) => ({ ...row, opensAt: opens_at, closesAt: closes_at }));
}

/** The chronicle by its key, oldest first. @param after the last id of the page before */
export async function events(db: Database, authorityId: string, after = '0') {
	const rows = await chronicle(db, { p_authority: authorityId, p_after: Number(after) });
	const told = rows.map(({ id, kind, created_at, post_title, subject_kind, subject_id }) => ({
		id: String(id),
		kind,
		at: created_at,
		by: post_title,
		reportId: subject_kind === 'need_report' ? subject_id : null,
		callId: subject_kind === 'call' ? subject_id : null
	}));
	return paged(told, ({ id }) => id);
}

/** One row more than shown says whether there are more. */
function paged<Row>(found: Row[], keyOf: (row: Row) => string) {
	const rows = found.slice(0, size);
	const last = rows.at(-1);
	return { rows, next: found.length > size && last ? keyOf(last) : null };
}
