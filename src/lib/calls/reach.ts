import { z } from 'zod';
import { list } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { CallHead } from './call.ts';
import type { Askable } from './preparation.ts';

/** Whom a mail would reach, as `call_reach()` gives it. */
export interface Reach extends CallHead {
	addressees: Reached[];
	/** Who is not asked yet. */
	others: Askable[];
}

export interface Reached {
	id: string;
	organisationId: string;
	organisationName: string;
	isAnswered: boolean;
	dueAt: string;
	people: number;
	posts: string[];
}

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
	an: z.array(z.string()).min(1, 'calls_error_nobody_chosen'),
	body: z.string().trim().max(2000, 'calls_error_long')
});

export const addForm = z.object({ organisation: z.uuid('calls_error_organisation') });
