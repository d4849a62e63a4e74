import { ask, type Database } from '#lib/server/database.ts';

/** Enters what an addressee returned on paper or by phone. Sent twice, it is entered once. */
export const enter = (
	db: Database,
	addresseeId: string,
	form: { fields: string[]; outcome: string; channel: string; given_by: string; received_on: string }
) =>
	ask(
		db.rpc('enter_survey_return', {
			p_addressee: addresseeId,
			p_fields: form.fields,
			p_outcome: form.outcome,
			p_channel: form.channel,
			p_given_by: form.given_by,
			p_received_on: form.received_on
		})
	);

/** Begins to enter a need that an addressee told otherwise than online. @returns the draft's id */
export const startReport = (
	db: Database,
	addresseeId: string,
	form: { form_id: string; field: string; channel: string; given_by: string; received_on: string }
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
