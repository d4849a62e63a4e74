import { ask, type Database } from '#lib/server/database.ts';
import type { PublicOverview } from './public-overview.ts';

const keptMilliseconds = 5_000;
const kept = new Map<string, { overview: Promise<PublicOverview>; until: number }>();

/** The public figures of an authority. They are the same for everybody and kept for five seconds. */
export function find(db: Database, authorityId: string): Promise<PublicOverview> {
	const known = kept.get(authorityId);
	if (known && known.until > Date.now()) return known.overview;
	const overview = ask(
		db.rpc('public_overview', { p_authority: authorityId })
	) as Promise<unknown> as Promise<PublicOverview>;
	overview.catch(() => kept.delete(authorityId)); // an outage is not to be remembered
	kept.set(authorityId, { overview, until: Date.now() + keptMilliseconds });
	return overview;
}
