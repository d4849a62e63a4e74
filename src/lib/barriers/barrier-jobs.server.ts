import { ask, asSystem } from '#lib/server/database.ts';

/** The job `tell_barriers`: one letter for all barriers that an authority was not told of yet, ten minutes apart at least. */
export async function tellBarriers({ authority_id }: { authority_id: string }) {
	await ask(asSystem().rpc('tell_barriers', { p_authority: authority_id }));
}
