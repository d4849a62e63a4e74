import { answering } from '#lib/api/answer.server.ts';
import * as drafts from '#lib/needs/drafts/drafts.server.ts';

export const POST = answering('startNeedReport', async ({ db, body }) => {
	const id = body.id ?? crypto.randomUUID();
	return { id, revision: await drafts.begin(db, body.organisationId, body.answers, id) };
});
