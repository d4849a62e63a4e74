import { error, type RequestEvent } from '@sveltejs/kit';
import { Refusal, type Database } from '#lib/server/database.ts';
import type { RoundStatement } from './statement-document.ts';
import * as statements from './statements.server.ts';

type Event = Pick<RequestEvent, 'locals'> & { params: { statement: string } };
export type OwnStatement = RoundStatement & {
	room: NonNullable<RoundStatement['room']>;
	work: NonNullable<RoundStatement['work']>;
};

/** A statement of a room that the person is in. Whoever only reads what was submitted finds none of these pages. */
export async function requireOwn({ locals, params }: Event): Promise<OwnStatement> {
	const page = await statements.find(locals.db, params.statement);
	if (!page.room || !page.work) error(404);
	return { ...page, room: page.room, work: page.work };
}

/** Takes a step; who saw another wording than there is reads a sentence about that. */
export const takeStep = (
	db: Database,
	...rest: Parameters<typeof statements.takeStep> extends [Database, ...infer R] ? R : never
) =>
	statements.takeStep(db, ...rest).catch((refusal: unknown) => {
		const isChanged = refusal instanceof Refusal && refusal.code === 'STALE';
		throw isChanged ? new Refusal('STALE', 409, 'rounds_error_changed') : refusal;
	});
