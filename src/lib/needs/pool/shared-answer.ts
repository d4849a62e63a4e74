import { z } from 'zod';
import { usedBlocks } from '#lib/needs/text-blocks/text-block.ts';

const prefix = 'sentence-';
/** Name of the field for the sentence that one report alone gets. */
export const sentenceField = (report: string) => prefix + report;

const sentence = z.string().trim().max(900, 'needs_pool_error_long_sentence');

/**
 * One answer for several reports of a need.
 * @param decisions keys of the vocabulary
 * @param sent names of the fields that came: among them one for each report that could be chosen
 */
export const sharedAnswerForm = (decisions: string[], sent: Iterable<string>) =>
	z.object({
		reports: z.array(z.string()).min(1, 'needs_pool_error_reports'),
		decision: z.enum(decisions, 'needs_planner_error_decision'),
		forwarded_to: z.string().trim().max(200, 'needs_planner_error_long_name'),
		reason: z.string().trim().min(1, 'needs_planner_error_reason').max(4000, 'needs_pool_error_long_reason'),
		blocks: usedBlocks,
		...Object.fromEntries([...sent].filter((name) => name.startsWith(prefix)).map((name) => [name, sentence]))
	});
export type SharedAnswer = z.infer<ReturnType<typeof sharedAnswerForm>>;

type Typed = Record<string, unknown>;

export const sentenceFor = (values: Typed, report: string): string =>
	String(values[sentenceField(report)] ?? '');

/** What the sender of one report will read: the reason, and below it the sentence of its own (as `private.whole_reason`). */
export const reasonFor = (values: Typed, report: string): string =>
	[String(values.reason ?? ''), sentenceFor(values, report)]
		.map((text) => text.trim())
		.filter(Boolean)
		.join('\n\n');
