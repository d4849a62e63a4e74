import { answering } from '#lib/api/answer.server.ts';
import * as drafts from '#lib/needs/drafts/drafts.server.ts';

export const POST = answering('startNeedReport', async ({ db, body }) => {
	const id = await drafts.start(db, body.organisationId, null, body.id);
	return { id, revision: await drafts.save(db, id, 0, body.answers) };
});
