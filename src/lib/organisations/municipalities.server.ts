import { ask, type Database } from '#lib/server/database.ts';

/** A municipality of the district by its official key (AGS, eight digits). */
export interface Municipality {
	ags: string;
	name: string;
}

const keptMilliseconds = 10 * 60_000;
const kept = new Map<string, { rows: Promise<Municipality[]>; until: number }>();

/** The municipalities of an authority by name. They change once in years and are kept for ten minutes. */
export function list(db: Database, authorityId: string): Promise<Municipality[]> {
	const known = kept.get(authorityId);
	if (known && known.until > Date.now()) return known.rows;
	const rows = ask(
		db.from('municipalities').select('ags, name').eq('authority_id', authorityId).order('name')
	) as Promise<Municipality[]>;
	rows.catch(() => kept.delete(authorityId)); // an outage is not to be remembered
	kept.set(authorityId, { rows, until: Date.now() + keptMilliseconds });
	return rows;
}
