import { answering } from '#lib/api/answer.server.ts';
import * as drafts from '#lib/needs/drafts/drafts.server.ts';

export const POST = answering('releaseNeedReport', async ({ db, params, body }) => ({
	number: await drafts.release(db, params.id, body.revision)
}));
