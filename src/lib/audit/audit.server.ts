import { z } from 'zod';
import { document, type Database } from '#lib/server/database.ts';
import { entry, topics, type AuditFilter, type Entry } from './entry.ts';

const entries = document('list_audit_log', z.array(entry));

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
	const found = await entries(db, {
		p_authority: authorityId,
		p_topic: topic ? topics[topic] : null,
		p_month: month ?? null,
		p_after: after
	});
	return { rows: found.slice(0, pageSize), hasMore: found.length > pageSize };
}
