import { list } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';

/** Whom one named, and whom one assists, as `my_assistances()` gives it. Only what holds today. */
export interface Assistances {
	/** Own posts for which one may name somebody. */
	holdings: { id: string; title: string; organisationName: string; endsOn: string | null }[];
	assistants: Assistant[];
	members: { id: string; name: string; postTitle: string; organisationName: string; endsOn: string }[];
}

export interface Assistant {
	id: string;
	name: string;
	email: string;
	postTitle: string;
	organisationName: string;
	endsOn: string;
	isAccepted: boolean;
	isExpired: boolean;
}

/** What the guest sees before accepting. */
export interface AssistanceOffer {
	id: string;
	email: string;
	salutation: App.Person['salutation'];
	givenName: string;
	familyName: string;
	memberName: string;
	postTitle: string;
	organisationName: string;
	authorityName: string;
	mayWrite: boolean;
	endsOn: string;
	expiresAt: string;
	isOpen: boolean;
}

/** "für Herrn Demir" */
export function forWhom(name: string): string {
	return m.assistance_for({ name: getLocale() === 'en' ? name : name.replace(/^Herr /, 'Herrn ') });
}

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
