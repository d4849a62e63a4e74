import { z } from 'zod';
import { href } from '#lib/i18n/addresses.ts';
import { time } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { EventKind, RecentAct } from './need-report.ts';

/** Which act the page showed; meanwhile another may have taken its place. */
export const takingBackForm = z.object({ record: z.uuid(), kind: z.string() });

const acts: Partial<Record<EventKind, () => string>> = {
	released: m.report_act_released,
	entered: m.report_act_entered,
	assessed: m.report_act_assessed,
	question: m.report_act_question,
	interim_status: m.report_act_interim_status,
	answered: m.report_act_answered,
	answer_corrected: m.report_act_answer_corrected
};

/** "die Antwort": what was done, as one says it. */
export const actInWords = (kind: string): string => (acts[kind as EventKind] ?? m.report_act_other)();

const pages = {
	assessed: 'assessment',
	question: 'question',
	interim_status: 'interim',
	answered: 'answer',
	answer_corrected: 'answer'
} as const;

/** In the address of a form: what stands in it was just taken back. */
export const takenBack = 'zurueckgenommen';

/** The form in which what was typed stands again once it is taken back; none for a release, which becomes its draft. */
export const formOf = (kind: string, number: string): string | null =>
	kind in pages
		? `${href(`/needs/[number]/${pages[kind as keyof typeof pages]}`, { number })}?${takenBack}=ja`
		: null;

const reasons: Record<NonNullable<RecentAct['why']>, () => string> = {
	late: m.errors_take_back_late,
	read: m.errors_take_back_read,
	followed: m.errors_take_back_followed,
	left: m.errors_take_back_left,
	import: m.errors_take_back_import
};

/** Until when something can be taken back, or why it cannot be. */
export const takeBackInWords = ({ kind, until, why }: RecentAct): string =>
	why ? reasons[why]() : m.report_take_back_until({ what: actInWords(kind), time: time(until) });
