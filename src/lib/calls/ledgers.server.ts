import { ask, type Database } from '#lib/server/database.ts';
import type { AddresseePage, CallRecord } from './record.ts';
import type { Ledger } from './ledger.ts';
import type { Reach } from './reach.ts';

/** The ledger of a call. @throws Refusal NOTFD for everybody but planners */
export const find = (db: Database, authorityId: string, slug: string): Promise<Ledger> =>
	ask<Ledger>(db.rpc('call_ledger', { p_authority: authorityId, p_slug: slug }));

/** Everything on the record about one addressee. */
export const addressee = (
	db: Database,
	authorityId: string,
	slug: string,
	id: string
): Promise<AddresseePage> =>
	ask<AddresseePage>(db.rpc('call_addressee', { p_authority: authorityId, p_slug: slug, p_addressee: id }));

/** Everything on the record about all of them. */
export const record = (db: Database, authorityId: string, slug: string): Promise<CallRecord> =>
	ask<CallRecord>(db.rpc('call_record', { p_authority: authorityId, p_slug: slug }));

/** Whom a mail to each addressee would reach, and who could still be asked. */
export const reach = (db: Database, authorityId: string, slug: string): Promise<Reach> =>
	ask<Reach>(db.rpc('call_reach', { p_authority: authorityId, p_slug: slug }));

/** Reminds those of a selection who have not answered. @returns how many */
export const remind = (
	db: Database,
	authorityId: string,
	slug: string,
	addressees: string[],
	body: string
): Promise<number> =>
	ask(
		db.rpc('remind_addressees', {
			p_authority: authorityId,
			p_slug: slug,
			p_addressees: addressees,
			p_body: body
		})
	);

/** Asks one more organisation; while the call is open it is invited at once. */
export const add = (db: Database, authorityId: string, slug: string, organisationId: string) =>
	ask(db.rpc('add_addressee', { p_authority: authorityId, p_slug: slug, p_organisation: organisationId }));

/** Notes that a letter on paper was posted. */
export const noteLetter = (db: Database, addresseeId: string) =>
	ask(db.rpc('note_letter', { p_addressee: addresseeId }));

/** Grants more time. @param dueAt as ISO time */
export const grant = (db: Database, addresseeId: string, dueAt: string) =>
	ask(db.rpc('decide_extension', { p_addressee: addresseeId, p_outcome: 'granted', p_due_at: dueAt }));

export const refuse = (db: Database, addresseeId: string, reason: string) =>
	ask(db.rpc('decide_extension', { p_addressee: addresseeId, p_outcome: 'refused', p_reason: reason }));

/** Writes down that an addressee asked otherwise than online, and grants it. */
export const extend = (
	db: Database,
	addresseeId: string,
	{ dueAt, reason, channel }: { dueAt: string; reason: string; channel: string }
) =>
	ask(
		db.rpc('extend_addressee', {
			p_addressee: addresseeId,
			p_due_at: dueAt,
			p_reason: reason,
			p_channel: channel
		})
	);

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
	form: { field: string; channel: string; given_by: string; received_on: string }
): Promise<string> =>
	ask(
		db.rpc('start_survey_report_for', {
			p_addressee: addresseeId,
			p_field: form.field,
			p_channel: form.channel,
			p_received_on: form.received_on,
			p_given_by: form.given_by
		})
	);
