import { document, type Database } from '#lib/server/database.ts';
import { publicOverview, type PublicOverview } from './public-overview.ts';

const overviewOf = document('public_overview', publicOverview);

const keptMilliseconds = 5_000;
const kept = new Map<string, { overview: Promise<PublicOverview>; until: number }>();

/** The public figures of an authority. They are the same for everybody and kept for five seconds. */
export function find(db: Database, authorityId: string): Promise<PublicOverview> {
	const known = kept.get(authorityId);
	if (known && known.until > Date.now()) return known.overview;
	const overview = overviewOf(db, {
		p_authority: authorityId
	}) as Promise<unknown> as Promise<PublicOverview>;
	overview.catch(() => kept.delete(authorityId)); // an outage is not to be remembered
	kept.set(authorityId, { overview, until: Date.now() + keptMilliseconds });
	return overview;
}
