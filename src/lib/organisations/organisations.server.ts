import { z } from 'zod';
import { ask, document, type Database } from '#lib/server/database.ts';
import {
	administeredOrganisation,
	administrationDocument,
	type AdministeredOrganisation,
	type Administration,
	type replyClockForm
} from './administration.ts';
import {
	ownOrganisation,
	type newOrganisationForm,
	type organisationForm,
	type OwnOrganisation
} from './organisation.ts';

const own = document('my_organisations', z.array(ownOrganisation));
const administrationOf = document('administration', administrationDocument);
const organisationOf = document('administration_of_organisation', administeredOrganisation);

/** The organisations one belongs to. */
export async function mine(db: Database): Promise<OwnOrganisation[]> {
	return await own(db);
}

/** @throws Refusal NOTFD for all but the authority's administrators; so do the verbs below */
export async function administration(db: Database, authorityId: string): Promise<Administration> {
	return await administrationOf(db, { p_authority: authorityId });
}

export const find = (db: Database, id: string): Promise<AdministeredOrganisation> =>
	organisationOf(db, { p_id: id });

/** @returns the id of the new organisation. @throws Refusal 23505 for a name that is taken */
export async function add(
	db: Database,
	authorityId: string,
	{ kind, parent, name, place, postalAddress, phone, email }: z.infer<typeof newOrganisationForm>
): Promise<string> {
	return ask(
		db.rpc('add_organisation', {
			p_authority: authorityId,
			p_kind: kind,
			p_name: name,
			p_parent: kind === 'member_association' ? parent : null,
			p_place: place,
			p_phone: phone,
			p_email: email,
			p_postal_address: postalAddress
		})
	);
}

/** @throws Refusal 23505 for a name that is taken */
export async function change(
	db: Database,
	id: string,
	{ name, place, postalAddress, phone, email }: z.infer<typeof organisationForm>
) {
	const changed = {
		p_name: name,
		p_place: place,
		p_postal_address: postalAddress,
		p_phone: phone,
		p_email: email
	};
	await ask(db.rpc('change_organisation', { p_id: id, ...changed }));
}

/** Days until the interim status and the final reply, for reports received from now on. */
export async function setReplyClock(
	db: Database,
	authorityId: string,
	{ interimDays, finalDays }: z.infer<typeof replyClockForm>
) {
	await ask(
		db.rpc('set_reply_clock', {
			p_authority: authorityId,
			p_interim_days: interimDays,
			p_final_days: finalDays
		})
	);
}
