import { date, daysBetween, isOverdue, moment, number, timeLeft, weekday } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { NeedReport } from './need-report.ts';
import { words } from './report-words.ts';

export interface Station {
	title: string;
	detail: string;
	state: 'done' | 'now' | 'late' | 'open';
}

type Clocked = Pick<
	NeedReport,
	| 'receivedAt'
	| 'interimDueOn'
	| 'finalDueOn'
	| 'interimAt'
	| 'finalAt'
	| 'gapAskedAt'
	| 'gapAnsweredAt'
	| 'gapVerdict'
	| 'today'
	| 'isOwn'
>;

/** The reply clock of a report: receipt, interim status, answer, and whether the gap is closed. Both sides see the same. */
export function replyClock(report: Clocked): Station[] {
	return [receipt(report), interim(report), answer(report), gap(report)];
}

function receipt({ receivedAt }: Clocked): Station {
	return { title: m.report_clock_received(), detail: moment(receivedAt), state: 'done' };
}

function interim(report: Clocked): Station {
	const title = m.report_clock_interim();
	const { interimAt, interimDueOn, finalAt } = report;
	if (interimAt) return { title, detail: kept(interimAt, interimDueOn), state: 'done' };
	if (finalAt) return { title, detail: m.report_clock_not_needed(), state: 'done' };
	return { title, ...due(interimDueOn, report.today) };
}

function answer(report: Clocked): Station {
	const title = m.report_clock_answer();
	const { finalAt, finalDueOn, today } = report;
	if (finalAt) return { title, detail: kept(finalAt, finalDueOn), state: 'done' };
	const station = { title, ...due(finalDueOn, today) };
	return station.state === 'now' && !report.interimAt ? { ...station, state: 'open' } : station;
}

function gap({ gapAskedAt, gapAnsweredAt, gapVerdict, today, isOwn }: Clocked): Station {
	const title = m.report_clock_gap();
	if (gapAnsweredAt && gapVerdict) {
		const detail = m.report_clock_gap_answered({
			verdict: words.verdict[gapVerdict](),
			date: date(gapAnsweredAt)
		});
		return { title, detail, state: 'done' };
	}
	if (!gapAskedAt)
		return {
			title,
			detail: isOwn ? m.report_clock_gap_later_own() : m.report_clock_gap_later(),
			state: 'open'
		};
	const asked = { date: date(gapAskedAt) };
	const isSilent = !isOwn && daysBetween(gapAskedAt, today) > 0;
	return {
		title,
		detail: isSilent ? m.report_clock_gap_silent(asked) : m.report_clock_gap_asked(asked),
		state: 'now'
	};
}

function due(day: string, today: string): Pick<Station, 'detail' | 'state'> {
	const detail = m.report_clock_due({ date: weekday(day), left: timeLeft(day, today) });
	return { detail, state: isOverdue(day, today) ? 'late' : 'now' };
}

/** "24. November 2026, 2 Tage vor der Frist" */
function kept(at: string, dueOn: string): string {
	const days = daysBetween(at, dueOn);
	const inputs = { date: date(at), days: number(Math.abs(days)) };
	if (days === 0) return m.report_clock_in_time(inputs);
	if (days === 1) return m.report_clock_early_one(inputs);
	if (days > 1) return m.report_clock_early(inputs);
	return days === -1 ? m.report_clock_late_one(inputs) : m.report_clock_late(inputs);
}
