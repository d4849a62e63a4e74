import { ask, type Database } from '../database.ts';

/**
 * Notes who took which list away; called with every export.
 * @param list name of the list, as `need_reports`
 * @param filter as chosen; no free words
 */
export const auditExport =
	(db: Database, authorityId: string, list: string, filter: Record<string, string> = {}) =>
	(rows: number) =>
		ask(db.rpc('audit_export', { p_authority: authorityId, p_kind: list, p_rows: rows, p_filter: filter }));
