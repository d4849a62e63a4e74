import { ask, type Database } from '#lib/server/database.ts';
import { topics, type Entry, type AuditFilter } from './entry.ts';

const pageSize = 50;

/**
 * Fifty entries of an authority's audit log, newest first.
 * @param after key of the last entry shown
 * @throws Refusal NOTFD for all but the authority's administrators, and for a key that leads to no entry
 */
export async function list(
	db: Database,
	authorityId: string,
	{ topic, month }: AuditFilter,
	after: string | null
): Promise<{ rows: Entry[]; hasMore: boolean }> {
	const found = (await ask(
		db.rpc('list_audit_log', {
			p_authority: authorityId,
			p_topic: topic ? topics[topic] : null,
			p_month: month ?? null,
			p_after: after
		})
	)) as unknown as Entry[];
	return { rows: found.slice(0, pageSize), hasMore: found.length > pageSize };
}
