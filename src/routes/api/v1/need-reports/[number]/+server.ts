import { answering } from '#lib/api/answer.server.ts';
import * as reports from '#lib/needs/reports/need-reports.server.ts';

export const GET = answering('findNeedReport', ({ db, params }) => reports.find(db, params.number));
