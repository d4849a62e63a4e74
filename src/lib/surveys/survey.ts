import { href } from '#lib/i18n/addresses.ts';
import type { Term } from '#lib/vocabulary/vocabulary.ts';

/** What an addressee says of a field of action: nothing to report, needs, or "not ours to know". All three are answers. */
export type Outcome = 'nil_return' | 'needs' | 'not_competent';
export const outcomes: Outcome[] = ['needs', 'nil_return', 'not_competent'];

/** A question of the form, frozen with the survey. */
export interface Question {
	key: string;
	label: string;
	labelEn: string;
	hint: string;
	hintEn: string;
}

export interface Returned {
	outcome: Outcome;
	answers: Record<string, string>;
	unknown: string[];
	at: string;
	isLate: boolean;
	channel: string;
	givenBy: string | null;
	receivedOn: string | null;
	releasedBy: string | null;
	enteredBy: string | null;
	enteredIn: string | null;
}

/** One field of action as its addressee sees it: what is filled in, and what was returned. */
export interface SurveyField extends Term {
	choice: Outcome | null;
	answers: Record<string, string>;
	/** Keys of the questions answered with "weiß nicht / nicht zuständig". */
	unknown: string[];
	/** 0: nothing is filled in yet. */
	revision: number;
	savedBy: string | null;
	savedAt: string | null;
	/** Filled in, and not released as it stands. */
	waits: boolean;
	/** Put before the head as it stands. */
	isHandedIn: boolean;
	/** Nothing at all is said of it: it gets a nil return with the rest. */
	isUntouched: boolean;
	returned: Returned | null;
	reports: { number: string; title: string; receivedAt: string }[];
	drafts: { id: string; title: string | null; writtenBy: string | null; handedInAt: string | null }[];
	/** What the organisation said in the survey before this one. */
	previous: { answers: Record<string, string>; title: string } | null;
}

/** What the pages of an addressee read, as `survey_reply()` gives it. Times are ISO. */
export interface SurveyReply {
	title: string;
	slug: string;
	coveringText: string;
	state: 'open' | 'closed' | 'published';
	opensAt: string;
	closesAt: string;
	purpose: string;
	legalBasis: string;
	readers: string;
	retention: string;
	now: string;
	today: string;
	finalDays: number;
	questions: Question[];
	formVersion: number;
	addresseeId: string;
	organisationId: string;
	organisationName: string;
	dueAt: string;
	answeredAt: string | null;
	outcome: 'submitted' | 'nil_return' | null;
	isLate: boolean;
	extension: 'asked' | 'granted' | 'refused' | null;
	askedExtension: {
		until: string;
		reason: string;
		outcome: 'granted' | 'refused' | null;
		dueAt: string | null;
		answer: string | null;
	} | null;
	/** The id of this organisation, when the reader is asked for several; the address says it too. */
	asOrganisation: string | null;
	/** Other organisations of the reader that are asked too. */
	others: { id: string; name: string }[];
	fields: SurveyField[];
	/** Sum of the revisions shown: exactly this is released. */
	seen: number;
	progress: { answered: number; asked: number };
	/** When it was put before the head the last time. */
	handedInAt: string | null;
	releasers: { name: string; title: string }[];
	chronicle: CallEvent[];
	/** It has begun and is not closed: answers are taken, late ones too. */
	isOpen: boolean;
	canWrite: boolean;
	canRelease: boolean;
}

/** What one return says of one field of action. */
export type ReturnedField = { field: string; outcome: Outcome };

export interface CallEvent {
	kind: string;
	at: string;
	personName: string | null;
	postTitle: string | null;
	detail: Record<string, unknown>;
}

/** How long one needs, said before one begins: two minutes for a nil return, three for the questions of a field. */
export const minutesFor = (open: number) => Math.max(5, Math.ceil((open * 2) / 5) * 5);

/** Fields that are neither returned nor ready to be. */
export const openFields = ({ fields }: Pick<SurveyReply, 'fields'>) =>
	fields.filter(({ returned, waits }) => !returned && !waits);

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
type ReplyPage = '' | 'check' | 'extension' | 'form' | 'receipt' | number;
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

/** Where a form of an answer's page is sent. */
export const actionOf = ({ asOrganisation }: Omit<Asked, 'slug'>, name: string) =>
	`?/${name}${asOrganisation ? `&fuer=${encodeURIComponent(asOrganisation)}` : ''}`;

/** Longest answer to one question, in characters. */
export const longestAnswer = 5000;
