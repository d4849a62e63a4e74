import { z } from 'zod';
import { href } from '#lib/i18n/addresses.ts';
import { calendarDay, instant } from '#lib/i18n/times.ts';
import { answers, outcome, surveyForm } from './survey-document.ts';

/** What was entered of an addressee in one act, word for word. */
const entry = z.strictObject({
	id: z.string(),
	at: instant,
	channel: z.string(),
	givenBy: z.string(),
	receivedOn: calendarDay,
	isLate: z.boolean(),
	fields: z.array(
		z.strictObject({
			field: z.string(),
			outcome,
			answers,
			unknown: z.array(z.string()),
			/** Something else was said of it since. */
			isReplaced: z.boolean(),
			/** How many reports the addressee made in this field, and those that are being entered. */
			reports: z.int(),
			drafts: z.array(z.strictObject({ id: z.string(), title: z.string().nullable() }))
		})
	)
});
export type Entry = z.infer<typeof entry>;

/** What the pages read on which answers are entered, as `survey_entries()` gives it; newest first. */
export const surveyEntries = z.strictObject({ form: surveyForm, entries: z.array(entry) });
export type SurveyEntries = z.infer<typeof surveyEntries>;

type Of = { slug: string; addressee: string };
export const entryFor = (of: Of) => href('/surveys/[slug]/response/[addressee=uuid]/entry', of);
/** What was entered, to be read and printed. @param id of the return */
export const entryReceipt = (of: Of, id: string) =>
	`${href('/surveys/[slug]/response/[addressee=uuid]/entry/receipt', of)}?eintrag=${encodeURIComponent(id)}`;

/** Where a need stands of which there is no report yet. */
export const needAnchor = (field: string) => `bedarf-${field}`;

/** Needs of which there is no report yet, each with what was said and how it came. */
export const unreported = (entries: Entry[]) =>
	entries.flatMap((entry) =>
		entry.fields
			.filter(({ outcome, isReplaced, reports }) => outcome === 'needs' && !isReplaced && !reports)
			.map((field) => ({ ...field, entry }))
	);
