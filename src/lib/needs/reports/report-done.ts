import { date } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { NeedReport } from './need-report.ts';

type Done = Pick<NeedReport, 'canPlan' | 'organisationName' | 'office' | 'officeDueOn' | 'need' | 'followUp'>;

/**
 * What somebody has just done about a report and who was told; a reload says it again and does nothing.
 * @param done the word of the address, `?erledigt=…`
 */
export function reportDone(report: Done, done: string | null): string | null {
	const { canPlan, organisationName: organisation, need, office, officeDueOn, followUp } = report;
	if (done === 'rueckantwort') return m.report_done_reply();
	if (done === 'ergaenzung') return m.report_done_addition();
	if (done === 'luecke') return m.report_done_gap();
	if (!canPlan) return null;
	if (done === 'eingeordnet' && need)
		return m.needs_planner_done_assessed({ need: need.title, organisation });
	if (done === 'rueckfrage') return m.needs_planner_done_question({ organisation });
	if (done === 'zwischenstand') return m.needs_planner_done_interim({ organisation });
	if (done === 'weitergegeben' && office && officeDueOn)
		return m.needs_planner_done_handover({ office, date: date(officeDueOn), organisation });
	if (done === 'antwort') return m.needs_planner_done_answer({ organisation });
	if (done === 'korrektur') return m.needs_planner_done_correction({ organisation });
	if (done === 'wiedervorlage' && followUp)
		return m.needs_planner_done_follow_up({ date: date(followUp.dueOn) });
	if (done === 'ohne-wiedervorlage') return m.needs_planner_done_no_follow_up();
	if (done === 'notiz') return m.needs_planner_done_note();
	if (done === 'zuarbeit') return m.needs_planner_done_contribution();
	if (done === 'gelesen') return m.needs_planner_done_seen();
	return null;
}
