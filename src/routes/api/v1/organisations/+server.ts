import { answering } from '#lib/api/answer.server.ts';
import * as lists from '#lib/api/lists.server.ts';

export const GET = answering('listOrganisations', ({ db, authority, query }) =>
	lists.organisations(db, authority.id, query.after)
);
