import { z } from 'zod';
import { calendarDay, instant } from '#lib/i18n/times.ts';
import { usedBlocks } from '#lib/needs/text-blocks/text-block.ts';
import { formId } from '#lib/ui/form-id.ts';
import { comingDay } from './day.ts';
import { levels, type NeedReport } from './need-report.ts';

/** Levels a planner may name; "unknown" is the reporter's word only. */
export const responsibleLevels = ['municipality', 'district', 'provider', 'state', 'other'] as const;

/** In place of a need's number: a new one, or one that is not among those offered. */
export const newNeed = 'neu';
export const otherNeed = 'anderer';

const longText = (missing: string) =>
	z.string().trim().min(1, missing).max(5000, 'needs_planner_error_long_text');
const note = (most: number) => z.string().trim().max(most, 'needs_planner_error_long_note');

/** An office of the authority; without anybody in a planner's post nobody would read the mail. */
const office = z.strictObject({
	id: z.string(),
	name: z.string(),
	phone: z.string().nullable(),
	isStaffed: z.boolean()
});
export type Office = z.infer<typeof office>;

/** What the planner's pages about one report offer, as `assessment_options(p_number)` gives it. */
export const assessmentOptions = z.strictObject({
	number: z.string(),
	title: z.string(),
	organisationName: z.string(),
	municipalityName: z.string().nullable(),
	locality: z.string(),
	description: z.string(),
	proposedSolution: z.string().nullable(),
	receivedAt: instant,
	interimAt: instant.nullable(),
	finalAt: instant.nullable(),
	fieldOfAction: z.string(),
	assessedField: z.string(),
	/** The planner's word; `responsibleLevels` is what the reporter proposed. */
	responsibleLevel: z.enum(levels).nullable(),
	responsibleLevels: z.array(z.enum(levels)),
	/** Plans for the authority itself, not for one of its offices. */
	canAnswer: z.boolean(),
	officeId: z.string().nullable(),
	officeDueOn: calendarDay.nullable(),
	/** Calendar days. */
	interimDueOn: calendarDay,
	finalDueOn: calendarDay,
	today: calendarDay,
	/** Number of the need it belongs to. */
	need: z.string().nullable(),
	followUp: z
		.strictObject({
			dueOn: calendarDay,
			note: z.string().nullable()
		})
		.nullable(),
	lastAnswer: z
		.strictObject({
			id: z.string(),
			decision: z.string(),
			reason: z.string(),
			forwardedTo: z.string().nullable()
		})
		.nullable(),
	/** The need it belongs to, and those not settled that are like it. */
	needs: z.array(
		z.strictObject({
			number: z.string(),
			title: z.string(),
			reports: z.int()
		})
	),
	offices: z.array(office)
});
export type AssessmentOptions = z.infer<typeof assessmentOptions>;

/** @param fields keys of the vocabulary */
export const assessmentForm = (fields: string[]) =>
	z
		.object({
			need: z.string().min(1, 'needs_planner_error_need'),
			need_title: z.string().trim().max(120, 'needs_planner_error_long_title'),
			need_number: z.string().trim().toUpperCase(),
			need_search: z.string().trim().max(200, 'needs_planner_error_long_search'),
			field_of_action: z.enum(fields, 'needs_planner_error_field'),
			responsible_level: z.enum(responsibleLevels, 'needs_planner_error_level')
		})
		.refine(({ need, need_title }) => need !== newNeed || need_title.length > 2, {
			path: ['need_title'],
			error: 'needs_planner_error_title'
		})
		.refine(({ need, need_number }) => need !== otherNeed || need_number !== '', {
			path: ['need_number'],
			error: 'needs_planner_error_need_number'
		});

export const questionForm = z.object({ form_id: formId, body: longText('needs_planner_error_question') });
export const interimForm = z.object({ form_id: formId, body: longText('needs_planner_error_interim') });

export const handoverForm = z.object({
	office: z.uuid('needs_planner_error_office'),
	due_on: comingDay('needs_planner_error_due'),
	note: note(2000)
});

/** @param decisions keys of the vocabulary. Whether somebody has to be named is the vocabulary's rule and asked in SQL. */
export const answerForm = (decisions: string[]) =>
	z.object({
		decision: z.enum(decisions, 'needs_planner_error_decision'),
		reason: longText('needs_planner_error_reason'),
		forwarded_to: z.string().trim().max(200, 'needs_planner_error_long_name'),
		/** The answer that the page showed; blank for none. */
		seen: z.string().max(36),
		blocks: usedBlocks
	});

/** What the authority says among itself: a note, or what an office contributes. */
export const contributionForm = z.object({
	form_id: formId,
	body: longText('needs_planner_error_internal')
});

const instantOrNone = z
	.string()
	.transform((at) => at || null)
	.pipe(instant.nullable());

/** What the page showed as waiting, by its times. */
export const seenForm = z.object({ replied_at: instantOrNone, contributed_at: instantOrNone });

export const followUpForm = z.object({
	due_on: comingDay('needs_planner_error_due'),
	note: note(1000)
});

export type PlannerTask =
	'assessment' | 'question' | 'interim' | 'handover' | 'answer' | 'contribution' | 'note' | 'follow-up';

type Planned = Pick<NeedReport, 'state' | 'interimAt' | 'finalAt' | 'need' | 'office' | 'canAnswer'>;

/**
 * What a planner can do with a report, the next thing first: assess it, tell how things stand, answer. Once it is
 * answered, the pool is the place to go on, and an answer is a correction. The planner of an office contributes and does
 * not answer.
 */
export function tasksFor(report: Planned): PlannerTask[] {
	const { office, canAnswer } = report;
	const tasks = [...inOrder(report), 'note' as const];
	if (canAnswer) return office ? [...tasks, 'contribution'] : tasks;
	const others = tasks.filter((task) => task !== 'answer');
	return office ? ['contribution', ...others] : others;
}

function inOrder({ state, interimAt, finalAt, need }: Planned): PlannerTask[] {
	if (finalAt) return ['answer', 'assessment', 'follow-up'];
	if (state === 'received' || !need)
		return ['assessment', 'question', 'interim', 'handover', 'answer', 'follow-up'];
	if (!interimAt) return ['interim', 'answer', 'question', 'handover', 'assessment', 'follow-up'];
	return ['answer', 'question', 'interim', 'handover', 'assessment', 'follow-up'];
}
