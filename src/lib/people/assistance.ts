import { z } from 'zod';
import { list } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { calendarDay, instant } from '#lib/i18n/times.ts';
import { declined, storedSalutation } from './person.ts';

const assistant = z.strictObject({
	id: z.string(),
	name: z.string(),
	email: z.string(),
	postTitle: z.string(),
	organisationName: z.string(),
	endsOn: calendarDay,
	isAccepted: z.boolean(),
	isExpired: z.boolean()
});
export type Assistant = z.infer<typeof assistant>;

/** Whom one named, and whom one assists, as `my_assistances()` gives it. Only what holds today. */
export const assistances = z.strictObject({
	/** Own posts for which one may name somebody. */
	holdings: z.array(
		z.strictObject({
			id: z.string(),
			title: z.string(),
			organisationName: z.string(),
			endsOn: calendarDay.nullable()
		})
	),
	assistants: z.array(assistant),
	members: z.array(
		z.strictObject({
			id: z.string(),
			name: z.string(),
			postTitle: z.string(),
			organisationName: z.string(),
			endsOn: calendarDay
		})
	)
});
export type Assistances = z.infer<typeof assistances>;

/** What the guest sees before accepting. */
export const assistanceOffer = z.strictObject({
	email: z.string(),
	salutation: storedSalutation,
	givenName: z.string(),
	familyName: z.string(),
	memberName: z.string(),
	postTitle: z.string(),
	organisationName: z.string(),
	authorityName: z.string(),
	canWrite: z.boolean(),
	endsOn: calendarDay,
	expiresAt: instant,
	isOpen: z.boolean()
});
export type AssistanceOffer = z.infer<typeof assistanceOffer>;

/** "für Herrn Demir" */
export const forWhom = (name: string): string => m.assistance_for({ whom: declined(name) });

/** "Frau Sommer für Herrn Demir": who acted, and for whom; nothing more than the name when one acts for oneself. */
export const actorOf = (name: string, member?: unknown): string =>
	typeof member === 'string' && member ? m.assistance_who({ name, whom: forWhom(member) }) : name;

/** Where somebody is, in the head of each page: the organisation, and for whom one acts there. */
export function whereabouts(posts: App.Post[], authority: string): string {
	const organisation = posts[0]?.organisationName ?? authority;
	const members = [...new Set(posts.flatMap(({ forPerson }) => (forPerson ? [forPerson] : [])))].map(forWhom);
	if (!members.length) return organisation;
	return posts[0]?.capacity === 'assistant'
		? [list(members), organisation].join(', ')
		: m.assistance_also({ organisation, names: list(members) });
}
