import { ask, type Database } from '#lib/server/database.ts';

/** Sets the last day of a term (null: open-ended). */
export async function changeTerm(db: Database, id: string, endsOn: string | null) {
	await ask(db.rpc('change_term', { p_holding: id, p_ends_on: endsOn }));
}

/** Ends a holding at once. @throws Refusal RULED for the last administrator */
export async function end(db: Database, id: string) {
	await ask(db.rpc('end_holding', { p_holding: id }));
}
