import { ask, type Database } from '#lib/server/database.ts';
import type { CallHead } from './call.ts';
import type { AddresseePage, CallRecord } from './record.ts';
import type { Ledger } from './ledger.ts';
import type { Reach } from './reach.ts';

/** The ledger of a call. @throws Refusal NOTFD for everybody but planners */
export const find = async (db: Database, authorityId: string, slug: string): Promise<Ledger> =>
	flat(await ask<Headed<Ledger>>(db.rpc('call_ledger', { p_authority: authorityId, p_slug: slug })));

/** Everything on the record about one addressee. */
export const addressee = (
	db: Database,
	authorityId: string,
	slug: string,
	id: string
): Promise<AddresseePage> =>
	ask<AddresseePage>(db.rpc('call_addressee', { p_authority: authorityId, p_slug: slug, p_addressee: id }));

/** Everything on the record about all of them. */
export const record = async (db: Database, authorityId: string, slug: string): Promise<CallRecord> =>
	flat(await ask<Headed<CallRecord>>(db.rpc('call_record', { p_authority: authorityId, p_slug: slug })));

/** The document of a call as the database gives it: what every page says of the call stands for itself. */
type Headed<Page extends CallHead> = Omit<Page, keyof CallHead> & { call: CallHead };

const flat = <Page extends CallHead>({ call, ...rest }: Headed<Page>) =>
	({ ...call, ...rest }) as unknown as Page;

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
