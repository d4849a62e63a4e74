import { z } from 'zod';
import { municipalityFacts, type MunicipalityFacts } from '#lib/needs/figures/map/municipality-facts.ts';
import { document, type Database } from '#lib/server/database.ts';
import { reportRow, type ReportRow } from './need-report-list.ts';
import { dueWords, orderWords, stateWords, type ReportFilter } from './report-filter.ts';

const rows = document('list_need_reports', z.array(reportRow));
const counts = document('need_reports_by_municipality', z.array(municipalityFacts));

const pageSize = 50;

export interface ReportPage {
	rows: ReportRow[];
	/** Reports in the whole list, up to 501. */
	total: number;
	hasMore: boolean;
}

/**
 * Fifty reports the person may see, as the filter says.
 * @param organisationId whose reports "own" means
 */
export async function list(
	db: Database,
	authorityId: string,
	{ search, field, state, municipality, due, order, own, after }: ReportFilter,
	organisationId: string | null
): Promise<ReportPage> {
	const found = await rows(db, {
		p_authority: authorityId,
		p_search: search ?? null,
		p_field: field ?? null,
		p_state: state ? stateWords[state] : null,
		p_municipality: municipality ?? null,
		p_organisation: own ? organisationId : null,
		p_due: due ? dueWords[due] : null,
		p_sort: order ? orderWords[order] : 'newest',
		p_after: after ?? null
	});
	return {
		rows: found.slice(0, pageSize),
		total: found[0]?.total ?? 0,
		hasMore: found.length > pageSize
	};
}

/** The same in the words of the open interface: newest first, goes on after a number. */
export async function listByKey(
	db: Database,
	authorityId: string,
	{ search, field, state, after }: { search?: string; field?: string; state?: string; after?: string }
): Promise<Omit<ReportPage, 'total'>> {
	const found = await rows(db, {
		p_authority: authorityId,
		p_search: search ?? null,
		p_field: field ?? null,
		p_state: state ?? null,
		p_after: after ?? null
	});
	return { rows: found.slice(0, pageSize), hasMore: found.length > pageSize };
}

/** How many reports there are in each municipality, counted over what the person may see. */
export async function countByMunicipality(db: Database, authorityId: string): Promise<MunicipalityFacts[]> {
	return counts(db, { p_authority: authorityId });
}
