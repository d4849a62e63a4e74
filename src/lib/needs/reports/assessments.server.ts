import type { z } from 'zod';
import { ask, document, type Database } from '#lib/server/database.ts';
import {
	assessmentOptions,
	newNeed,
	otherNeed,
	type answerForm,
	type assessmentForm,
	type AssessmentOptions,
	type followUpForm,
	type handoverForm,
	type seenForm
} from './assessment.ts';
import type { Message } from './report-forms.ts';

const optionsOf = document('assessment_options', assessmentOptions);

type FormOf<Form extends (keys: string[]) => z.ZodType> = z.infer<ReturnType<Form>>;

/** What there is to choose from for one report. NOTFD for everybody but planners. */
export async function options(db: Database, number: string): Promise<AssessmentOptions> {
	return await optionsOf(db, { p_number: number });
}

/** Assigns a report to a need, an old or a new one. Hands back the need's number. */
export function assess(db: Database, number: string, form: FormOf<typeof assessmentForm>): Promise<string> {
	const isNew = form.need === newNeed;
	const need = form.need === otherNeed ? form.need_number : form.need;
	return ask(
		db.rpc('assess_need_report', {
			p_number: number,
			p_field_of_action: form.field_of_action,
			p_responsible_level: form.responsible_level,
			p_need: isNew ? null : need,
			p_need_title: isNew ? form.need_title : null
		})
	);
}

/** Asks the reporters something; they are told by mail. */
export const question = (db: Database, number: string, form: Message) => write(db, number, 'question', form);

/** Tells the reporters how things stand; they are told by mail, and the first due date is met. */
export const tellInterim = (db: Database, number: string, form: Message) =>
	write(db, number, 'interim_status', form);

/** Hands a report to an office of the authority. */
export async function handOver(db: Database, number: string, form: z.infer<typeof handoverForm>) {
	await ask(
		db.rpc('hand_over_need_report', {
			p_number: number,
			p_office: form.office,
			p_due_on: form.due_on,
			p_note: form.note
		})
	);
}

/**
 * Answers a report; a second, different answer corrects the first and both stay.
 * @throws Refusal RULED when a colleague has answered since the page was shown
 */
export async function answer(db: Database, number: string, form: FormOf<typeof answerForm>) {
	await ask(
		db.rpc('answer_need_report', {
			p_number: number,
			p_decision: form.decision,
			p_reason: form.reason,
			p_forwarded_to: form.forwarded_to,
			p_seen: form.seen,
			p_blocks: form.blocks
		})
	);
}

/** Writes what only the authority reads: a note, or what the office that has the report contributes. */
export async function contribute(
	db: Database,
	number: string,
	kind: 'note' | 'contribution',
	{ body, form_id }: Message
) {
	await ask(
		db.rpc('contribute_to_need_report', {
			p_number: number,
			p_kind: kind,
			p_body: body,
			p_id: form_id ?? null
		})
	);
}

/** Takes what waited for a planner, as it was shown, off the list. */
export async function noteAsDealtWith(db: Database, number: string, seen: z.infer<typeof seenForm>) {
	await ask(
		db.rpc('note_as_dealt_with', {
			p_number: number,
			p_replied_at: seen.replied_at,
			p_contributed_at: seen.contributed_at
		})
	);
}

/** Sets the planner's own reminder, or clears it. */
export async function followUp(db: Database, number: string, form: z.infer<typeof followUpForm> | null) {
	await ask(
		db.rpc('follow_up_need_report', {
			p_number: number,
			p_due_on: form?.due_on ?? null,
			p_note: form?.note ?? null
		})
	);
}

async function write(db: Database, number: string, kind: 'question' | 'interim_status', form: Message) {
	await ask(
		db.rpc('write_need_report_message', {
			p_number: number,
			p_kind: kind,
			p_body: form.body,
			p_id: form.form_id ?? null
		})
	);
}
