import { href } from '#lib/i18n/addresses.ts';

/** What can be voted on: the kind of a thing and its id. */
export interface Subject {
	kind: string;
	id: string;
}

/** What can be voted on, by the word that names it in the address of the form. */
const kinds: Record<string, string> = { stellungnahme: 'statement' };

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The thing that an address names to be voted on; null when it names none. */
export function subjectIn({ searchParams }: URL): Subject | null {
	const [word, kind] = Object.entries(kinds).find(([word]) => searchParams.has(word)) ?? [];
	const named = word ? searchParams.get(word)! : '';
	return kind && id.test(named) ? { kind, id: named } : null;
}

/** Where a vote on a thing is opened. */
export function openingOf({ kind, id }: Subject): string {
	const [word] = Object.entries(kinds).find(([, known]) => known === kind)!;
	return `${href('/votes/new')}?${word}=${id}`;
}
