import { answering } from '#lib/api/answer.server.ts';
import * as lists from '#lib/api/lists.server.ts';

export const GET = answering('listCalls', ({ db, authority }) => lists.calls(db, authority.id));
