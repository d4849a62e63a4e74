import type { z } from 'zod';
import { ask, document, type Database } from '#lib/server/database.ts';
import {
	preparation,
	windowOf,
	type postForm,
	type Preparation,
	type privacyForm,
	type textForm
} from './preparation.ts';
import type { windowForm } from './window-form.ts';

const preparationOf = document('call_preparation', preparation);

type Changes = Partial<
	z.infer<typeof textForm> &
		z.infer<typeof privacyForm> &
		z.infer<typeof postForm> &
		ReturnType<typeof windowOf>
>;

/** A call and all that its preparation asks for. @throws Refusal NOTFD for everybody but planners */
export const find = (db: Database, authorityId: string, slug: string): Promise<Preparation> =>
	preparationOf(db, { p_authority: authorityId, p_slug: slug });

/** Changes what stands in the call. @returns its short name, which may be new @throws Refusal FINAL once it is open */
export const save = (db: Database, authorityId: string, slug: string, changes: Changes): Promise<string> =>
	ask(db.rpc('save_call', { p_authority: authorityId, p_slug: slug, p_changes: changes }));

export const saveWindow = (
	db: Database,
	authorityId: string,
	slug: string,
	form: z.infer<typeof windowForm>
) => save(db, authorityId, slug, windowOf(form));

export const chooseAddressees = (db: Database, authorityId: string, slug: string, organisations: string[]) =>
	ask(
		db.rpc('set_call_addressees', {
			p_authority: authorityId,
			p_slug: slug,
			p_organisations: organisations
		})
	);

/** Keeps a circle under its name; the same name again replaces who is in it. */
export const saveCircle = (db: Database, authorityId: string, name: string, organisations: string[]) =>
	ask(db.rpc('save_circle', { p_authority: authorityId, p_name: name, p_organisations: organisations }));

export const discardCircle = (db: Database, id: string) => ask(db.rpc('discard_circle', { p_id: id }));

/** Throws a call away that was never opened. @throws Refusal FINAL once it is open */
export const discard = (db: Database, authorityId: string, slug: string) =>
	ask(db.rpc('discard_call', { p_authority: authorityId, p_slug: slug }));
