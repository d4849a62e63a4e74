import type { z } from 'zod';
import { ask, document, type Database } from '#lib/server/database.ts';
import type { CallHead, Flat } from './call.ts';
import { ledger, type Ledger } from './ledger.ts';
import { reachDocument, type Reach, type reminderForm } from './reach.ts';
import {
	addresseePage,
	callAnswers,
	callRecord,
	type AddresseePage,
	type CallAnswers,
	type CallRecord
} from './record.ts';

const ledgerOf = document('call_ledger', ledger);
const addresseeOf = document('call_addressee', addresseePage);
const recordOf = document('call_record', callRecord);
const answersOf = document('call_answers', callAnswers);
const reachOf = document('call_reach', reachDocument);

/** The ledger of a call. @throws Refusal NOTFD for everybody but planners */
export const find = async (db: Database, authorityId: string, slug: string): Promise<Ledger> =>
	flat(await ledgerOf(db, { p_authority: authorityId, p_slug: slug }));

/** Everything on the record about one addressee. */
export const addressee = (
	db: Database,
	authorityId: string,
	slug: string,
	id: string
): Promise<AddresseePage> => addresseeOf(db, { p_authority: authorityId, p_slug: slug, p_addressee: id });

/** Everything on the record about all of them. */
export const record = async (db: Database, authorityId: string, slug: string): Promise<CallRecord> =>
	flat(await recordOf(db, { p_authority: authorityId, p_slug: slug }));

/** What all of them returned, word for word. */
export const answers = (db: Database, authorityId: string, slug: string): Promise<CallAnswers> =>
	answersOf(db, { p_authority: authorityId, p_slug: slug });

const flat = <Document extends { call: CallHead }>({ call, ...rest }: Document): Flat<Document> => ({
	...call,
	...rest
});

/** Whom a mail to each addressee would reach, and who could still be asked. */
export const reach = (db: Database, authorityId: string, slug: string): Promise<Reach> =>
	reachOf(db, { p_authority: authorityId, p_slug: slug });

/** Reminds those of a selection who have not answered, once for each form. @returns how many */
export const remind = (
	db: Database,
	authorityId: string,
	slug: string,
	{ an: addressees, body, form_id }: z.infer<typeof reminderForm>
): Promise<number> =>
	ask(
		db.rpc('remind_addressees', {
			p_authority: authorityId,
			p_slug: slug,
			p_addressees: addressees,
			p_body: body,
			p_id: form_id
		})
	);

/** Asks one more organisation; while the call is open it is invited at once. */
export const add = (db: Database, authorityId: string, slug: string, organisationId: string) =>
	ask(db.rpc('add_addressee', { p_authority: authorityId, p_slug: slug, p_organisation: organisationId }));

/** Notes that a letter on paper was posted. @param id drawn by the form */
export const noteLetter = (db: Database, addresseeId: string, id: string) =>
	ask(db.rpc('note_letter', { p_addressee: addresseeId, p_id: id }));
