import { answering } from '#lib/api/answer.server.ts';
import * as drafts from '#lib/needs/drafts/drafts.server.ts';

export const GET = answering('findNeedReportDraft', ({ db, params }) => drafts.find(db, params.id));
