import type { z } from 'zod';
import { ask, document, type Database } from '#lib/server/database.ts';
import { surveyEntries } from './entry.ts';
import type { needForm, Said, sourceForm } from './entry-form.ts';

const entriesOf = document('survey_entries', surveyEntries);

/** The questions of the form, and what was entered before. @throws Refusal NOTFD for everybody but planners */
export const find = (db: Database, addresseeId: string) => entriesOf(db, { p_addressee: addresseeId });

/**
 * Enters what an addressee returned on paper or by phone, as one act. Sent twice, it is entered once.
 * @returns the id of the return. @throws Refusal FINAL when this form said something else before
 */
export const enter = (
	db: Database,
	addresseeId: string,
	{ form_id, channel, given_by, received_on }: z.infer<typeof sourceForm>,
	said: Said[]
): Promise<string> =>
	ask(
		db.rpc('enter_survey_return', {
			p_addressee: addresseeId,
			p_said: said,
			p_channel: channel,
			p_given_by: given_by,
			p_received_on: received_on,
			p_id: form_id
		})
	);

/** Begins to enter a need that an addressee told otherwise than online. @returns the draft's id */
export const startReport = (
	db: Database,
	addresseeId: string,
	form: z.infer<typeof needForm>
): Promise<string> =>
	ask(
		db.rpc('start_survey_report_for', {
			p_addressee: addresseeId,
			p_field: form.field,
			p_channel: form.channel,
			p_received_on: form.received_on,
			p_given_by: form.given_by,
			p_id: form.form_id
		})
	);
