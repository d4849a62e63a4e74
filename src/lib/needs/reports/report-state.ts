import { date, isOverdue, number, timeLeft, weekday } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { NeedReport } from './need-report.ts';

/** The state of a report as one reads it: what is, and what comes next by when. */
export interface State {
	tone?: 'late' | 'ok';
	sentences: string[];
}

/** @param decision the decision's label in the reader's language; empty while there is none */
export function stateOf(report: NeedReport, decision: string): State {
	switch (report.state) {
		case 'received':
			return open(
				report,
				bySide(report, m.report_state_received_own, m.report_state_received_planner, m.report_state_received)
			);
		case 'in_progress':
			return open(report, inProgress(report));
		case 'clarification':
			return open(report, clarification(report));
		case 'answered':
			return { tone: 'ok', sentences: [answered(report, decision), afterwards(report)] };
		case 'settled':
			return { sentences: [answered(report, decision), settled(report)] };
		case 'closed':
			return {
				tone: report.gapVerdict === 'yes' ? 'ok' : undefined,
				sentences: [answered(report, decision), closed(report)]
			};
	}
}

type Text = () => string;

/** The reporting organisation, the planning, and everybody else read different sentences. */
function bySide({ isOwn, canPlan }: NeedReport, own: Text, planner: Text, other: Text): string {
	return isOwn ? own() : canPlan ? planner() : other();
}

function open(report: NeedReport, first: string): State {
	const late = overdue(report);
	return late ? { tone: 'late', sentences: [first, late] } : { sentences: [first, promised(report)] };
}

/** Silence is said, never left blank. */
function overdue({ finalDueOn, interimDueOn, interimAt, receivedAt, today }: NeedReport): string | null {
	const since = date(interimAt ?? receivedAt);
	if (isOverdue(finalDueOn, today))
		return m.report_state_final_late({ date: date(finalDueOn), left: timeLeft(finalDueOn, today), since });
	if (!interimAt && isOverdue(interimDueOn, today))
		return m.report_state_interim_late({
			date: date(interimDueOn),
			left: timeLeft(interimDueOn, today),
			since
		});
	return null;
}

function promised({ interimAt, interimDueOn, finalDueOn }: NeedReport): string {
	return interimAt
		? m.report_state_final_due({ date: weekday(finalDueOn) })
		: m.report_state_both_due({ interim: weekday(interimDueOn), final: weekday(finalDueOn) });
}

function inProgress(report: NeedReport): string {
	const others = report.together?.length ?? 0;
	const sentence = bySide(
		report,
		() =>
			others
				? m.report_state_progress_own_with({ others: othersInWords(others) })
				: m.report_state_progress_own(),
		() =>
			others ? m.report_state_progress_with({ others: othersInWords(others) }) : m.report_state_progress(),
		m.report_state_progress
	);
	const atOffice = report.office && report.officeDueOn;
	return atOffice
		? `${sentence} ${m.report_state_office({ office: report.office!, date: date(report.officeDueOn!) })}`
		: sentence;
}

const othersInWords = (count: number) =>
	count === 1 ? m.report_state_one_other() : m.report_state_more_others({ count: number(count) });

function clarification(report: NeedReport): string {
	const questions = report.messages?.filter(({ kind }) => kind === 'question') ?? [];
	const asked = questions.at(-1)?.at ?? report.receivedAt;
	return bySide(
		report,
		m.report_state_question_own,
		() => m.report_state_question_planner({ date: date(asked) }),
		m.report_state_progress
	);
}

function answered(report: NeedReport, decision: string): string {
	const [first] = report.answers.filter(({ correctsId }) => !correctsId);
	const [newest] = report.answers;
	const inputs = { date: date(first?.at ?? report.finalAt ?? report.receivedAt), decision };
	const isCorrected = newest && first && newest.id !== first.id;
	return isCorrected
		? m.report_state_answered_corrected({ ...inputs, corrected: date(newest.at) })
		: m.report_state_answered(inputs);
}

const afterwards = (report: NeedReport) =>
	bySide(report, m.report_state_afterwards_own, m.report_state_afterwards_planner, m.report_state_afterwards);

function settled(report: NeedReport): string {
	const inputs = { date: date(report.gapAskedAt ?? report.today) };
	return report.isOwn && report.canAnswerGap
		? m.report_state_gap_own(inputs)
		: m.report_state_gap_silent(inputs);
}

function closed(report: NeedReport): string {
	const inputs = { date: date(report.gapAnsweredAt ?? report.today), organisation: report.organisationName };
	const said = {
		yes: report.isOwn ? m.report_state_gap_yes_own : m.report_state_gap_yes,
		partly: report.isOwn ? m.report_state_gap_partly_own : m.report_state_gap_partly,
		no: report.isOwn ? m.report_state_gap_no_own : m.report_state_gap_no
	};
	return said[report.gapVerdict ?? 'yes'](inputs);
}
