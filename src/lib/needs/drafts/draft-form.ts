import { z } from 'zod';
import { number } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { sentence } from '#lib/i18n/sentence.ts';
import { isoDay } from '#lib/i18n/berlin.ts';
import { fieldsOf, steps, takesMany, type Answers, type Draft, type Field, type Step } from './draft.ts';
import {
	affectedRanges,
	levels,
	noticedSources,
	urgencies,
	visibilities
} from '#lib/needs/reports/need-report.ts';
import { questions } from '#lib/needs/reports/report-words.ts';
import type { Vocabulary } from '#lib/vocabulary/vocabulary.ts';

/** What the choices of a draft are: the vocabulary, and the municipalities its organisation may report from. */
export type Choices = Pick<Vocabulary, 'fieldsOfAction' | 'targetGroups'> & Pick<Draft, 'municipalities'>;
export type Problems = Partial<Record<Field, string>>;

/**
 * What is wrong or missing in the answers of a step, as finished sentences. The same bounds stand as constraints in SQL.
 * Source of the questions: needs surveys of Landkreise Roth, Bamberg and Haßberge.
 */
export function problems(step: Step, answers: Answers, choices: Choices): Problems {
	const given = Object.fromEntries(
		fieldsOf[step].map((field) => [field, answers[field] ?? (takesMany(field) ? [] : '')])
	);
	const { error } = schemas(choices)[step].safeParse(given);
	const found: Problems = {};
	for (const issue of error?.issues ?? []) {
		const field = issue.path[0] as Field;
		found[field] ??=
			issue.code === 'too_big' ? tooLong(field, given[field]!, issue) : sentence(issue.message);
	}
	return found;
}

/** The same for all steps, in their order. */
export const allProblems = (answers: Answers, choices: Choices): Problems =>
	Object.assign({}, ...steps.map((step) => problems(step, answers, choices)));

function tooLong(field: Field, answer: string | string[], { maximum }: { maximum: number | bigint }): string {
	return m.report_error_too_long({
		question: questions[field](),
		max: number(Number(maximum)),
		length: number(answer.length)
	});
}

const text = (max: number) => z.string().trim().max(max);
const oneOf = (keys: readonly string[], message: string) => z.enum(keys as [string, ...string[]], message);

function schemas({ fieldsOfAction, targetGroups, municipalities }: Choices): Record<Step, z.ZodObject> {
	const keys = (terms: { key: string }[]) => terms.map(({ key }) => key);
	return {
		topic: z.object({
			title: text(120).min(3, 'report_error_title'),
			field_of_action: oneOf(keys(fieldsOfAction), 'report_error_field_of_action'),
			target_groups: z
				.array(oneOf(keys(targetGroups), 'report_error_target_groups'))
				.min(1, 'report_error_target_groups')
		}),
		place: z.object({
			municipality_ags: oneOf(['', ...municipalities.map(({ ags }) => ags)], 'errors_municipality_not_yours'),
			locality: text(120).min(2, 'report_error_locality'),
			description: text(5000).min(10, 'report_error_description')
		}),
		occasion: z.object({
			noticed_source: oneOf(['', ...noticedSources], 'errors_invalid'),
			noticed_body: text(160),
			noticed_on: z.string().refine((day) => !day.trim() || isoDay(day) !== null, 'report_error_noticed_on'),
			noticed_item: text(60),
			noticed_since: text(300),
			evidence: text(1000),
			evidence_year: z
				.string()
				.trim()
				.refine(
					(year) => !year || (/^\d{4}$/.test(year) && +year >= 1990 && +year <= 2100),
					'report_error_year'
				),
			evidence_source: text(300)
		}),
		affected: z.object({
			affected_range: oneOf(affectedRanges, 'report_error_affected_range'),
			urgency: oneOf(urgencies, 'report_error_urgency'),
			urgency_reason: text(1000)
		}),
		proposals: z.object({
			existing_offer: text(2000),
			proposed_solution: text(2000),
			own_contribution: text(2000),
			responsible_levels: z.array(oneOf(levels, 'errors_invalid')),
			cost_idea: text(1000)
		}),
		contact: z.object({
			contact: text(300),
			visibility: oneOf(visibilities, 'report_error_visibility')
		})
	};
}
