import { z } from 'zod';
import { formId } from '#lib/ui/form-id.ts';
import { list } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { instant } from '#lib/i18n/times.ts';
import { callHead } from './call.ts';
import { askable } from './preparation.ts';

const reached = z.strictObject({
	id: z.string(),
	organisationName: z.string(),
	isAnswered: z.boolean(),
	dueAt: instant,
	people: z.int(),
	posts: z.array(z.string())
});
export type Reached = z.infer<typeof reached>;

/** Whom a mail would reach, as `call_reach()` gives it. */
export const reachDocument = z.strictObject({
	...callHead.shape,
	addressees: z.array(reached),
	/** Who is not asked yet. */
	others: z.array(askable)
});
export type Reach = z.infer<typeof reachDocument>;

/** "Hauptamt und Bürgermeister: 3 Personen", or that nobody is there. */
export const reachInWords = ({ people, posts }: Pick<Reached, 'people' | 'posts'>) =>
	people
		? m.calls_reach({ posts: list(posts), people: m.calls_people({ count: people }) })
		: m.calls_reach_nobody();

/** In place of a list: everybody who has not answered. */
export const allOpen = 'offene';

/** Those meant by a selection who can still be reminded. @param selection ids of addressees, or `allOpen` */
export const toRemind = ({ addressees }: Reach, selection: string[]) =>
	addressees.filter(
		({ id, isAnswered }) => !isAnswered && (selection.includes(allOpen) || selection.includes(id))
	);

export const reminderForm = z.object({
	form_id: formId,
	an: z.array(z.string()).min(1, 'calls_error_nobody_chosen'),
	body: z.string().trim().max(2000, 'calls_error_long')
});

/** The button that says a letter was posted. */
export const letterForm = z.object({ form_id: formId });

export const addForm = z.object({ organisation: z.uuid('calls_error_organisation') });
