import { z } from 'zod';
import { municipalityFacts, type MunicipalityFacts } from '#lib/needs/figures/map/municipality-facts.ts';
import { document, type Database } from '#lib/server/database.ts';
import { needListChoices, reportRow, type NeedListChoices, type ReportRow } from './need-report-list.ts';
import { conditionsOf, orderOf, orderWords, type ReportFilter } from './report-filter.ts';

const rows = document('list_need_reports', z.array(reportRow));
const choicesOf = document('need_list_choices', needListChoices);
const counts = document('need_reports_by_municipality', z.array(municipalityFacts));

const pageSize = 50;

export interface ReportPage {
	rows: ReportRow[];
	/** Reports in the whole list, up to 501. */
	total: number;
	hasMore: boolean;
}

/** By whose reports one can filter, and the filters one keeps. */
export const choices = (db: Database, authorityId: string): Promise<NeedListChoices> =>
	choicesOf(db, { p_authority: authorityId });

/**
 * Fifty reports the person may see, as the filter says.
 * @param own id of the organisation whose reports "own" means
 * @param organisations ids of those that can be senders
 */
export async function list(
	db: Database,
	authorityId: string,
	filter: ReportFilter,
	own: string | null,
	organisations: string[]
): Promise<ReportPage> {
	const found = await rows(db, {
		p_authority: authorityId,
		p_filter: conditionsOf(filter, own, organisations),
		p_sort: orderWords[orderOf(filter)],
		p_after: filter.after ?? null
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
	{ after, ...filter }: { search?: string; field?: string; state?: string; after?: string }
): Promise<Omit<ReportPage, 'total'>> {
	const found = await rows(db, { p_authority: authorityId, p_filter: filter, p_after: after ?? null });
	return { rows: found.slice(0, pageSize), hasMore: found.length > pageSize };
}

/** How many reports there are in each municipality, counted over what the person may see. */
export async function countByMunicipality(db: Database, authorityId: string): Promise<MunicipalityFacts[]> {
	return counts(db, { p_authority: authorityId });
}
