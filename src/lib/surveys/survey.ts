import type { z } from 'zod';
import { href } from '#lib/i18n/addresses.ts';
import type {
	answers,
	callEvent,
	outcome,
	ownQuestion,
	question,
	returned,
	surveyField,
	surveyForm,
	surveyReply
} from './survey-document.ts';

/** What can be chosen for a field. */
export const outcomes: Exclude<Outcome, 'answered'>[] = ['needs', 'nil_return', 'not_competent'];

/** The thing asked that is no field of action: the questions of the survey besides the form. */
export const ownQuestions = 'own_questions';
export const isOwn = ({ key }: { key: string }) => key === ownQuestions;

/** What one return says of one field of action. */
export type ReturnedField = { field: string; outcome: Outcome };

/* What these are made of is said in `survey-document.ts`, which the page's script does without. */
export type Outcome = z.infer<typeof outcome>;
export type Answers = z.infer<typeof answers>;
export type Question = z.infer<typeof question>;
export type OwnQuestion = z.infer<typeof ownQuestion>;
export type Form = z.infer<typeof surveyForm>;
export type Returned = z.infer<typeof returned>;
export type SurveyField = z.infer<typeof surveyField>;
export type CallEvent = z.infer<typeof callEvent>;
export type SurveyReply = z.infer<typeof surveyReply> & {
	/** The id of this organisation, when the reader is asked for several; the address says it too. */
	asOrganisation: string | null;
};

/** How long one needs, said before one begins: two minutes for a nil return, three for the questions of a field. */
export const minutesFor = (open: number) => Math.max(5, Math.ceil((open * 2) / 5) * 5);

/** Fields that are neither returned nor ready to be; own questions only where one is required. */
export const openFields = ({ fields, form }: Pick<SurveyReply, 'fields' | 'form'>) =>
	fields.filter(
		(field) =>
			!field.returned && !field.waits && (!isOwn(field) || form.own.some(({ isRequired }) => isRequired))
	);

/** What one may put in now: whoever releases only what is before them, a clerk all that is filled in. */
export const toSubmit = ({ fields, canRelease }: Pick<SurveyReply, 'fields' | 'canRelease'>) =>
	fields.filter(({ waits, isHandedIn }) => waits && (isHandedIn || !canRelease));

/** What somebody is still writing, and who releases it does not have yet. */
export const notHandedIn = ({ fields }: Pick<SurveyReply, 'fields'>) =>
	fields.filter(({ waits, isHandedIn }) => waits && !isHandedIn);

/** Does a field hold words, besides a choice? */
export const hasWords = ({ answers, unknown }: Pick<SurveyField, 'answers' | 'unknown'>) =>
	Object.keys(answers).length + unknown.length > 0;

/** Is what waits before the head as it stands? */
export const isBeforeHead = ({ fields }: Pick<SurveyReply, 'fields'>) =>
	fields.every(({ waits, isHandedIn }) => !waits || isHandedIn);

/** A survey, and as which of several organisations one answers. */
export interface Asked {
	slug: string;
	asOrganisation?: string | null;
}

/** What the address of a page of the answer says. */
export const askedOf = ({ params, url }: { params: { slug: string }; url: URL }): Asked => ({
	slug: params.slug,
	asOrganisation: url.searchParams.get('fuer')
});

/** A page of the answer: that of a field by its number; a place on it after the `#`. */
type ReplyPage = '' | 'check' | 'extension' | 'form.docx' | 'form.pdf' | 'organisation' | 'receipt' | number;
/**
 * Where a page of the answer is.
 * @param part e.g. `check`, the number of a field, `#feld-care` or `2#choice`
 * @param query what else the address says
 */
export function replyPath(
	{ slug, asOrganisation }: Asked,
	part: ReplyPage | `${ReplyPage}#${string}` = '',
	query: Record<string, string> = {}
) {
	const [page, anchor] = String(part).split('#');
	const said = new URLSearchParams({ ...(asOrganisation && { fuer: asOrganisation }), ...query }).toString();
	return [
		page
			? href('/surveys/[slug]/reply/[number]', { slug, number: page })
			: href('/surveys/[slug]/reply', { slug }),
		said && `?${said}`,
		anchor && `#${anchor}`
	].join('');
}

/** Where one searches in the answers of a survey. @param after id of the last answer shown */
export function searchOf(slug: string, search = '', after?: string): string {
	const said = new URLSearchParams({ ...(search && { suche: search }), ...(after && { nach: after }) });
	return [href('/surveys/[slug]/search', { slug }), said.toString()].filter(Boolean).join('?');
}

/** Where a form of an answer's page is sent. */
export const actionOf = ({ asOrganisation }: Omit<Asked, 'slug'>, name: string) =>
	`?/${name}${asOrganisation ? `&fuer=${encodeURIComponent(asOrganisation)}` : ''}`;

/** Longest answer to one question, in characters. */
export const longestAnswer = 5000;
