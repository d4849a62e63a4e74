import type { RouteId, RouteParams } from '$app/types';
import { href } from '#lib/i18n/addresses.ts';
import type { Values } from '#lib/ui/device-copies.ts';
import type { Term } from '#lib/vocabulary/vocabulary.ts';

/** What a kind of call adds to the pages that all kinds have. The folder that fills it says so, in `call-kind.ts`. */
export interface CallKind {
	/** What the list of them is called. */
	area: () => string;
	/** Where an addressee answers, and where its head releases the answer. */
	replyTo: (slug: string) => string;
	releaseOf: (slug: string) => string;
	/** What else is prepared before it is opened, after text and window. */
	parts: Record<string, KindPart>;
	/** Where the planning enters what came otherwise than online, and where the letter on paper is. */
	entryFor: (of: OfAddressee) => string;
	letterFor: (of: OfAddressee & { paper: 'docx' | 'pdf' }) => string;
	/** The word for what was returned, as the ledger's cell has it, with how much of it was counted. */
	cell: (outcome: string, count: number) => string;
	/** The same in a sign or two, and what those mean. */
	shortCell: (outcome: string, count: number) => string;
	shortCells: () => string[];
	/** Where all answers to one of the fields are, one below the other; `number` counts the fields from 1. */
	fieldOf: (of: { slug: string; number: string }) => string;
	/** Where the words of all answers are searched. */
	searchOf: (slug: string) => string;
	/** What was returned for a field, word for word, in the columns of a file. */
	answerColumns: (form: never) => AnswerColumn[];
	/** What comes next once it is closed. */
	afterClosing: (slug: string) => { href: string; text: string };
	/** What is counted in the cells. */
	counted: () => string;
	/** What one return said, in a sentence. */
	returned: (said: never, fields: Term[]) => string;
	/** What has to be done before the call is closed; nothing without items. */
	obstacle: (found: never[], slug: string) => Items;
	/** What is known of an addressee besides. */
	facts: (own: never) => { term: string; value: string | null }[];
	/** What else the page of an addressee says; nothing without items. */
	more: (own: never, fields: Term[]) => Items;
	/** What a letter says of the least that is an answer. */
	least: () => string;
	/** What can be done in it by a link without sign-in, besides confirming that it arrived. */
	duties: Record<string, LinkDuty>;
	/** What waits for the person at the start, by the kind of the task. */
	tasks: Record<string, CallTask>;
}

/** One of the things that are prepared. */
export interface KindPart {
	name: () => string;
	href: (slug: string) => string;
	/** What is chosen so far, in a few words; empty while nothing is. */
	said: (call: { fields: Term[]; form: never; legalBases: Record<string, string> }) => string;
}

export interface AnswerColumn {
	label: string;
	/** In characters. */
	width: number;
	kind?: 'day' | 'number';
	value: (answer: never) => string | number | null;
}

export interface OfAddressee {
	slug: string;
	addressee: string;
}

export interface Items {
	title: string;
	items: { href: string; title: string; note: string }[];
}

/** What a guest does by a link. */
export interface LinkDuty {
	/** For the planner who makes it. */
	name: () => string;
	hint: () => string;
	/** For the guest: what to do, and what happens next. */
	lead: (names: Names) => string;
	next: (names: Names) => string;
	/** What its form says (GuestForm.svelte of the kind); left out where nothing is asked. */
	read?: (values: Values, asked: never) => GuestSays;
	/** Is everything said already that it asks? */
	isSaid?: (asked: never) => boolean;
}
export interface GuestSays {
	given: Record<string, unknown>;
	/** Input → key of the sentence that says what is wrong. */
	problems: Record<string, string>;
}
type Names = { organisation: string; authority: string };

export interface CallTask {
	/** @param organisation for which one is asked, where it is one of several */
	href: (slug: string, organisation?: string) => string;
	title: (inputs: { title: string }) => string;
	why: (inputs: { who: string; whom: string; date: string }) => string;
	isDated?: boolean;
	/** It is somebody else's turn. */
	isOthers?: boolean;
}

const found = import.meta.glob<CallKind>('../*/call-kind.ts', { eager: true, import: 'callKind' });

/** The kinds of calls by the name of their folder here, in `routes` and in `supabase/schemas`; the database knows the same. */
export const callKinds: Record<string, CallKind> = Object.fromEntries(
	Object.entries(found).map(([path, kind]) => [path.split('/')[1], kind])
);

export const kindOf = ({ kind }: { kind: string }): CallKind => callKinds[kind]!;

/** The list that a call stands in, as a step on the way to a page. */
export const listOf = ({ kind }: { kind: string }): { label: string; href: string } => ({
	label: kindOf({ kind }).area(),
	href: href<RouteId>(`/${kind}` as RouteId, {})
});

/** A page that all kinds of calls have: `pageOf(call, '/response')`. */
export const pageOf = <Page extends CallPage>(
	{ kind, slug }: { kind: string; slug: string },
	page: Page,
	...[params]: Params<Page>
): string => href<RouteId>(`/[kind=call]/[slug]${page}`, { kind, slug, ...params });

type CallPage = Below<RouteId>;
type Below<Id> = Id extends `/[kind=call]/[slug]${infer Page}` ? Page : never;
type Own<Page extends CallPage> = Omit<RouteParams<`/[kind=call]/[slug]${Page}`>, 'kind' | 'slug'>;
type Params<Page extends CallPage> = keyof Own<Page> extends never ? [] : [params: Own<Page>];
