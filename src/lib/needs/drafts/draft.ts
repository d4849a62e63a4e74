import type { z } from 'zod';
import { href } from '#lib/i18n/addresses.ts';
import type { answeredSurvey, draft, similarReport } from './draft-document.ts';

/** A report being written; what it is made of is said in `draft-document.ts`, which the page's script does without. */
export type Draft = z.infer<typeof draft>;
export type AnsweredSurvey = z.infer<typeof answeredSurvey>;
export type SimilarReport = z.infer<typeof similarReport>;

/** The survey as its addressee sees it, or as the planning does. */
export const surveyPath = ({ slug, addresseeId }: AnsweredSurvey, isPlanning: boolean) =>
	isPlanning
		? href('/[kind=call]/[slug]/response/[addressee=uuid]', {
				kind: 'surveys',
				slug,
				addressee: addresseeId
			})
		: href('/surveys/[slug]/reply', { slug });

export type Answers = Partial<Record<Field, string | string[] | null>>;

/** One task per page. The fields are those of form version 1, by the names of their columns. */
export const fieldsOf = {
	topic: ['title', 'field_of_action', 'target_groups'],
	place: ['municipality_ags', 'locality', 'description'],
	occasion: [
		'noticed_source',
		'noticed_body',
		'noticed_on',
		'noticed_item',
		'noticed_since',
		'evidence',
		'evidence_year',
		'evidence_source'
	],
	affected: ['affected_range', 'urgency', 'urgency_reason'],
	proposals: ['existing_offer', 'proposed_solution', 'own_contribution', 'responsible_levels', 'cost_idea'],
	contact: ['contact', 'visibility']
} as const;

export type Step = keyof typeof fieldsOf;
export type Field = (typeof fieldsOf)[Step][number];

export const steps = Object.keys(fieldsOf) as Step[];
export const fields = Object.values(fieldsOf).flat() as Field[];
export const isStep = (name: string): name is Step => name in fieldsOf;
export const stepOf = (field: Field): Step => steps.find((step) => includes(fieldsOf[step], field))!;

/** Fields that take several answers, and fields in which one writes freely about people. */
export const takesMany = (field: Field) => field === 'target_groups' || field === 'responsible_levels';
export const freeTexts: Field[] = [
	'title',
	'description',
	'noticed_since',
	'evidence',
	'urgency_reason',
	'existing_offer',
	'proposed_solution',
	'own_contribution',
	'cost_idea'
];

export const pathOf = (
	id: string,
	page: Step | 'attachments' | 'check' | 'source' | 'handed-in' | 'return' | 'discard'
) => href('/needs/drafts/[id]/[step]', { id, step: page });

/** The page after and before a step. */
export const after = (step: Step): Step | 'check' => steps[steps.indexOf(step) + 1] ?? 'check';
export const before = (step: Step): Step => steps[Math.max(0, steps.indexOf(step) - 1)]!;

const includes = (all: readonly string[], one: string) => all.includes(one);

/** The organisation for which the planning enters a draft; none where an organisation writes its own. */
export const enteredFor = ({ isTranscription, organisation }: Draft) =>
	isTranscription ? organisation.name : undefined;

/** "Herr Voß" or "Frau Vogt oder Frau Seidel"; empty while nobody can release. */
export const releasersOf = ({ releasers }: Draft, or: string) =>
	[...new Set(releasers.map(({ name }) => name))].join(` ${or} `);
