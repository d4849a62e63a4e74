import { answering } from '#lib/api/answer.server.ts';
import * as vocabulary from '#lib/vocabulary/vocabulary.server.ts';

export const GET = answering(
	'listFieldsOfAction',
	async ({ db }) => (await vocabulary.find(db)).fieldsOfAction
);
