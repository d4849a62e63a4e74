import { rights } from './right.ts';

const tables: Record<string, string> = {
	need_reports: 'title',
	need_report_contacts: 'contact',
	need_report_messages: 'body',
	need_report_answers: 'reason',
	need_report_assessments: 'responsible_level',
	need_report_contributions: 'body',
	need_report_handovers: 'note',
	need_report_gap_answers: 'sentence',
	need_changes: 'reason',
	need_settlements: 'body',
	needs: 'title',
	events: 'person_name',
	administration_events: 'subject'
};

/** What was said stays said: nobody changes or deletes a row, the own ones neither. */
export const words = rights(
	Object.entries(tables)
		.map(
			([table, column]) => `
				changing ${table} | nobody | update public.${table} set ${column} = 'Anders'
				deleting ${table} | nobody | delete from public.${table}`
		)
		.join('\n')
);
