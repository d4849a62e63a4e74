import { z } from 'zod';
import { isoDay } from '#lib/i18n/berlin.ts';
import { formId } from '#lib/ui/form-id.ts';
import { choiceName, choices, majorities, modes, type Choice } from './vote.ts';

/** A day of the calendar, also as people type it; blank stays blank. */
export const day = z
	.string()
	.trim()
	.transform((text) => (text ? (isoDay(text) ?? '?') : ''))
	.refine((day) => day !== '?', 'votes_error_no_day');

/** "12"; blank and what is no number read as null. */
const wholeNumber = z
	.string()
	.trim()
	.transform((text) => (/^\d{1,4}$/.test(text) ? Number(text) : null));

export const openForm = z
	.object({
		form_id: formId,
		scope: z.enum(['whole', 'points'], 'votes_error_scope'),
		mode: z.enum(modes, 'votes_error_mode'),
		closes_on: day,
		meeting: z.string(),
		secrecy: z.enum(['open', 'secret'], 'votes_error_secrecy'),
		majority: z.enum(majorities, 'votes_error_majority'),
		quorum_rule: z.enum(['majority', 'number'], 'votes_error_quorum_rule'),
		quorum: wholeNumber
	})
	.refine(({ mode, closes_on }) => mode === 'session' || closes_on !== '', {
		path: ['closes_on'],
		error: 'votes_error_closes_on'
	})
	.refine(({ quorum_rule, quorum }) => quorum_rule === 'majority' || quorum !== null, {
		path: ['quorum'],
		error: 'votes_error_quorum'
	});

/** Who votes on which seat, and one choice for each of its places. */
export const ballotForm = (places: number[]) =>
	z.object({
		form_id: formId,
		elector: z.uuid(),
		...Object.fromEntries(places.map((place) => [choiceName(place), z.enum(choices, 'votes_error_choice')]))
	});

/** The choices of a ballot by place. */
export const choicesIn = (ballot: Record<string, unknown>, places: number[]): Record<string, Choice> =>
	Object.fromEntries(places.map((place) => [String(place), ballot[choiceName(place)] as Choice]));

const reason = (missing: string) => z.string().trim().min(1, missing).max(1000, 'votes_error_long');

export const conflictForm = z.object({
	elector: z.uuid('votes_error_who'),
	places: z.array(z.coerce.number().int()).min(1, 'votes_error_places'),
	reason: reason('votes_error_conflict_reason')
});

export const substituteForm = z.object({
	elector: z.uuid('votes_error_for_whom'),
	person: z.uuid('votes_error_who_steps_in')
});

export const reasonForm = z.object({ reason: reason('votes_error_reason') });
