import { z } from 'zod';
import { href } from '#lib/i18n/addresses.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { calendarDay, instant } from '#lib/i18n/times.ts';
import { textSchema } from '#lib/text/text-schema.ts';

/** Documents as the database gives them (`supabase/schemas/documents/pages.sql`). */

export const documentHead = z.strictObject({
	id: z.string(),
	kind: z.enum(['draft', 'questions', 'theses']),
	slug: z.string(),
	title: z.string(),
	language: z.string(),
	canPlan: z.boolean()
});
export type DocumentHead = z.infer<typeof documentHead>;

export const version = z.strictObject({
	id: z.string(),
	number: z.int(),
	note: z.string().nullable(),
	fileName: z.string().nullable(),
	revision: z.int(),
	createdAt: instant,
	/** Null while it is worked on. */
	frozenAt: instant.nullable()
});
export type Version = z.infer<typeof version>;

export const documentList = z.array(z.strictObject({ ...documentHead.shape, version, sections: z.int() }));
export type DocumentRow = z.infer<typeof documentList>[number];

/** What became of the plain-language twin: written on other words than the section has now, not yet checked, checked. */
const twinState = z.enum(['older', 'unchecked', 'checked']);

const entry = z.strictObject({
	id: z.string(),
	key: z.string(),
	level: z.int(),
	number: z.string().nullable(),
	heading: z.string(),
	seconds: z.int(),
	summary: z.string().nullable(),
	/** Keys of target groups. */
	concerns: z.array(z.string()),
	revision: z.int(),
	twin: twinState.nullable(),
	/** How many wordings lie beside it. */
	beside: z.int()
});
export type Entry = z.infer<typeof entry>;

export const contents = z.strictObject({
	document: documentHead,
	version,
	/** The newest first. */
	versions: z.array(version),
	sections: z.array(entry),
	/** What was taken out since the version before. */
	removed: z.array(
		z.strictObject({
			id: z.string(),
			number: z.string().nullable(),
			heading: z.string(),
			reason: z.string().nullable()
		})
	)
});
export type Contents = z.infer<typeof contents>;

const neighbour = z.strictObject({
	id: z.string(),
	key: z.string(),
	number: z.string().nullable(),
	heading: z.string()
});
export type Neighbour = z.infer<typeof neighbour>;

const twin = z.strictObject({
	id: z.string(),
	body: textSchema,
	words: z.string(),
	/** The section has changed since. */
	isOlder: z.boolean(),
	checkedBy: z.string().nullable(),
	checkedOn: calendarDay.nullable(),
	at: instant
});
export type Twin = z.infer<typeof twin>;

const fate = z.enum(['kept', 'moved', 'split', 'merged', 'removed', 'added']);
export type Fate = z.infer<typeof fate>;

export const sectionPage = z.strictObject({
	document: documentHead,
	version,
	/** Number of the newest version one may read. */
	newest: z.int(),
	section: z.strictObject({
		id: z.string(),
		key: z.string(),
		level: z.int(),
		number: z.string().nullable(),
		heading: z.string(),
		body: textSchema,
		words: z.string(),
		seconds: z.int(),
		summary: z.string().nullable(),
		concerns: z.array(z.string()),
		revision: z.int()
	}),
	twin: twin.nullable(),
	/** Wordings of others that came at the same time, for planners. */
	beside: z.array(
		z.strictObject({
			id: z.string(),
			heading: z.string(),
			body: textSchema,
			base: z.int(),
			personName: z.string().nullable(),
			at: instant
		})
	),
	/** What it was in the version before. */
	lineage: z.array(
		z.strictObject({
			fate,
			isChanged: z.boolean(),
			fromKey: z.string().nullable(),
			number: z.string().nullable(),
			heading: z.string().nullable()
		})
	),
	before: neighbour.nullable(),
	after: neighbour.nullable()
});
export type SectionPage = z.infer<typeof sectionPage>;

/** All texts of a version. */
export const documentTexts = z.strictObject({
	document: documentHead,
	version,
	sections: z.array(
		z.strictObject({
			id: z.string(),
			key: z.string(),
			level: z.int(),
			number: z.string().nullable(),
			heading: z.string(),
			body: textSchema,
			origins: z.array(z.string())
		})
	),
	files: z.array(z.strictObject({ id: z.string(), mediaType: z.string(), sha256: z.string() }))
});
export type DocumentTexts = z.infer<typeof documentTexts>;

export const wordings = z.array(
	z.strictObject({
		id: z.string(),
		revision: z.int().nullable(),
		outcome: z.enum(['taken', 'left']).nullable(),
		heading: z.string(),
		body: textSchema,
		personName: z.string().nullable(),
		at: instant
	})
);
export type Wording = z.infer<typeof wordings>[number];

export const kindWords: Record<DocumentHead['kind'], () => string> = {
	draft: m.documents_kind_draft,
	questions: m.documents_kind_questions,
	theses: m.documents_kind_theses
};

/** "6.2 Mobilität" */
export const sectionInWords = ({ number, heading }: { number: string | null; heading: string }) =>
	[number, heading].filter(Boolean).join(' ');

/** "etwa 3 Minuten" @param seconds of reading */
export const effortInWords = (seconds: number) =>
	m.documents_minutes({ count: Math.max(1, Math.round(seconds / 60)) });

export const versionInWords = ({ number, frozenAt }: Pick<Version, 'number' | 'frozenAt'>) =>
	(frozenAt ? m.documents_version : m.documents_version_in_work)({ number });

export const pictureHref = (id: string) => href('/documents/pictures/[id=uuid]', { id });

const outcomeWords = { taken: m.documents_wording_taken, left: m.documents_wording_left };
/** What became of a wording that lay beside another one. */
export const outcomeInWords = (outcome: Wording['outcome']) =>
	outcome ? outcomeWords[outcome]() : m.documents_wording_beside();

const twinWords = {
	older: m.documents_twin_older,
	unchecked: m.documents_twin_unchecked,
	checked: m.documents_twin_checked
};
export const twinInWords = (state: NonNullable<Entry['twin']>) => twinWords[state]();

type Address = { slug: string; number: number };
export const contentsOf = ({ slug, number }: Address) =>
	href('/documents/[slug]/[version=count]', { slug, version: String(number) });
export const sectionOf = ({ slug, number, key }: Address & { key: string }) =>
	href('/documents/[slug]/[version=count]/[key=section]', { slug, version: String(number), key });
export const differenceOfVersions = ({ slug, number }: Address) =>
	href('/documents/[slug]/[version=count]/difference', { slug, version: String(number) });
export const readingOf = ({ slug, number, id }: Address & { id: string }) =>
	href('/documents/[slug]/[version=count]/import/[reading=uuid]', {
		slug,
		version: String(number),
		reading: id
	});
