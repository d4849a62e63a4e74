import { answering } from '#lib/api/answer.server.ts';
import * as lists from '#lib/api/lists.server.ts';

export const GET = answering('listEvents', ({ db, authority, query }) =>
	lists.events(db, authority.id, query.after)
);
