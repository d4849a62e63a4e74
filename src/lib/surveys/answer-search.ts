import { z } from 'zod';
import { callHead } from '#lib/calls/call.ts';
import { pageOf } from '#lib/calls/kind.ts';
import { anchorOf } from '#lib/calls/ledger.ts';
import { term } from '#lib/vocabulary/vocabulary.ts';
import { callKindDocument } from './call-kind-document.ts';
import { replyPath } from './survey.ts';

/** An answer that says what was searched for. */
const found = z.strictObject({
	id: z.string(),
	/** Who said it: the addressee, and its organisation. */
	addressee: z.string(),
	organisation: z.string(),
	organisationName: z.string(),
	field: z.string(),
	/** Where it says so, by the key of the question. */
	passages: z.array(
		z.strictObject({
			question: z.string(),
			text: z.array(z.strictObject({ text: z.string(), isFound: z.boolean() }))
		})
	)
});
type Found = z.infer<typeof found>;

/** What a search in the answers of a survey finds, as `survey_search()` gives it: 25, the closest first. */
export const answerSearch = z.strictObject({
	call: callHead,
	canPlan: z.boolean(),
	fields: z.array(term),
	form: callKindDocument.form,
	/** On all pages together. */
	count: z.int(),
	hasMore: z.boolean(),
	found: z.array(found)
});
export type AnswerSearch = z.infer<typeof answerSearch>;

/** Where an answer stands: for planners on the page of its addressee, for its members among their answers. */
export function answerAt({ call, canPlan, fields }: AnswerSearch, { addressee, organisation, field }: Found) {
	if (canPlan) return `${pageOf(call, '/response/[addressee=uuid]', { addressee })}#${anchorOf(field)}`;
	const place = fields.findIndex(({ key }) => key === field) + 1;
	return replyPath({ slug: call.slug, asOrganisation: organisation }, place);
}
