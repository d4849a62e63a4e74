import { answering } from '#lib/api/answer.server.ts';
import * as papers from '#lib/surveys/survey-paper.server.ts';
import * as surveys from '#lib/surveys/surveys.server.ts';

export const POST = answering('returnNil', async ({ db, authority, params, body }) => {
	const addressee = await papers.addressee(db, authority.id, {
		slug: params.slug,
		asOrganisation: body.organisationId
	});
	return { outcome: await surveys.answerNil(db, addressee, body.fieldOfAction, body.id) };
});
