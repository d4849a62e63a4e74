import { answering } from '#lib/api/answer.server.ts';
import * as reportList from '#lib/needs/reports/need-report-list.server.ts';

export const GET = answering('listNeedReports', async ({ db, authority, query }) => {
	const { rows, hasMore } = await reportList.listByKey(db, authority.id, query);
	return {
		rows: rows.map((row) => ({
			number: row.number,
			title: row.title,
			organisationName: row.organisation_name,
			municipalityName: row.municipality_name,
			locality: row.locality,
			fieldOfAction: row.assessed_field,
			state: row.state,
			urgency: row.urgency,
			receivedAt: row.received_at,
			finalDueOn: row.final_due_on,
			finalAt: row.final_at,
			decision: row.decision
		})),
		next: hasMore ? (rows.at(-1)?.number ?? null) : null
	};
});
