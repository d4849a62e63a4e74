import { ask, type Database } from '#lib/server/database.ts';
import type { ReportFilter } from './report-filter.ts';

/** Keeps what was chosen under a name, for this person only. @param id drawn by the form @throws Refusal when the name is taken */
export const save = (db: Database, authorityId: string, id: string, name: string, filter: ReportFilter) =>
	ask(db.rpc('save_filter', { p_authority: authorityId, p_id: id, p_name: name, p_filter: { ...filter } }));

export const discard = (db: Database, id: string) => ask(db.rpc('discard_filter', { p_id: id }));
