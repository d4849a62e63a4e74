import { describe, expect, test } from 'vitest';
import { sql } from './harness.ts';

/** What lists show of a report must be what the rows below it say. The sample district has reports in every state. */
const rebuilt = `
	select r.number,
		(select min(m.created_at) from public.need_report_messages m where m.report_id = r.id and m.kind = 'interim_status') as interim_at,
		(select min(a.created_at) from public.need_report_answers a where a.report_id = r.id) as final_at,
		(select a.decision from public.need_report_answers a where a.report_id = r.id
			and not exists (select from public.need_report_answers b where b.corrects_id = a.id)) as decision,
		(select a.need_id from public.need_report_assessments a where a.report_id = r.id order by a.created_at desc limit 1) as need_id,
		(select h.office_id from public.need_report_handovers h where h.report_id = r.id
			and not exists (select from public.need_report_contributions c where c.report_id = r.id and c.kind = 'contribution' and c.created_at > h.created_at)
			order by h.created_at desc limit 1) as office_id,
		(select g.verdict from public.need_report_gap_answers g where g.report_id = r.id and g.asked_at = r.gap_asked_at) as gap_verdict
	from public.need_reports r order by r.number`;

describe('what lists show of a report', () => {
	test('is what its messages, answers, assessments, hand-overs and gap answers say', async () => {
		const shown = await sql(
			`select number, interim_at, final_at, decision, need_id, office_id, gap_verdict from public.need_reports order by number`
		);
		const told = await sql(rebuilt);
		const days = (rows: Record<string, unknown>[]) =>
			rows.map((row) => ({ ...row, interim_at: day(row.interim_at), final_at: day(row.final_at) }));
		expect(days(shown)).toEqual(days(told));
		expect(new Set(shown.map(({ decision }) => decision)).size).toBeGreaterThan(3);
	});

	test('a need is settled exactly when its newest settlement says so', async () => {
		const wrong = await sql(`
			select n.number from public.needs n left join lateral (select s.outcome from public.need_settlements s
				where s.need_id = n.id order by s.created_at desc limit 1) s on true
			where (n.settled_at is not null) <> (coalesce(s.outcome, '') = 'settled')`);
		expect(wrong).toEqual([]);
	});

	test('every answer of the form has its column in the submitted report', async () => {
		const missing = await sql(`
			select field from unnest(private.need_report_fields()) field
			where field <> 'contact' and not exists (select from information_schema.columns c
				where c.table_schema = 'public' and c.table_name = 'need_reports' and c.column_name = field)`);
		expect(missing).toEqual([]);
	});
});

/** The sample was moved into the past day by day, so its times agree to the day. */
const day = (at: unknown) => (at instanceof Date ? at.toISOString().slice(0, 10) : null);
