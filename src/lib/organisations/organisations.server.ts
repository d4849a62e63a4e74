import type { z } from 'zod';
import { ask, type Database } from '#lib/server/database.ts';
import type { AdministeredOrganisation, Administration, replyClockForm } from './administration.ts';
import type { newOrganisationForm, organisationForm, OwnOrganisation } from './organisation.ts';

/** The organisations one belongs to. */
export async function mine(db: Database): Promise<OwnOrganisation[]> {
	return (await ask(db.rpc('my_organisations'))) as unknown as OwnOrganisation[];
}

/** @throws Refusal NOTFD for all but the authority's administrators; so do the verbs below */
export async function administration(db: Database, authorityId: string): Promise<Administration> {
	return (await ask(db.rpc('administration', { p_authority: authorityId }))) as unknown as Administration;
}

export async function find(db: Database, id: string): Promise<AdministeredOrganisation> {
	const found = await ask(db.rpc('administration_of_organisation', { p_id: id }));
	return found as unknown as AdministeredOrganisation;
}

/** @returns the id of the new organisation. @throws Refusal 23505 for a name that is taken */
export async function add(
	db: Database,
	authorityId: string,
	{ kind, parent, name, place, phone, email }: z.infer<typeof newOrganisationForm>
): Promise<string> {
	return ask(
		db.rpc('add_organisation', {
			p_authority: authorityId,
			p_kind: kind,
			p_name: name,
			p_parent: kind === 'member_association' ? parent : null,
			p_place: place,
			p_phone: phone,
			p_email: email
		})
	);
}

/** @throws Refusal 23505 for a name that is taken */
export async function change(
	db: Database,
	id: string,
	{ name, place, phone, email }: z.infer<typeof organisationForm>
) {
	const changed = { p_id: id, p_name: name, p_place: place, p_phone: phone, p_email: email };
	await ask(db.rpc('change_organisation', changed));
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
