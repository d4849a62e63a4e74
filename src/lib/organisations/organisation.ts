import { z } from 'zod';
import { calendarDay } from '#lib/i18n/times.ts';
import { emailPattern } from '#lib/people/person.ts';

export const kinds = [
	'authority',
	'office',
	'municipality',
	'association',
	'advisory_council',
	'welfare_umbrella',
	'member_association',
	'provider'
] as const;

export type Kind = (typeof kinds)[number];

const optional = (most: number) => z.string().trim().max(most, 'organisations_error_long');
const basics = {
	name: z
		.string()
		.trim()
		.min(2, 'organisations_error_name_missing')
		.max(160, 'organisations_error_name_long'),
	place: optional(120),
	postalAddress: optional(200),
	phone: optional(60),
	email: optional(254).refine((text) => !text || emailPattern.test(text), 'people_error_email_invalid')
};

export const organisationBasics = z.strictObject({
	id: z.string(),
	name: z.string(),
	kind: z.enum(kinds),
	place: z.string().nullable(),
	postalAddress: z.string().nullable(),
	phone: z.string().nullable(),
	email: z.string().nullable()
});
export type Basics = z.infer<typeof organisationBasics>;

export const capacity = z.enum(['holder', 'deputy']);
export type Capacity = z.infer<typeof capacity>;

/** One of the reader's own organisations. Only present holders are named. */
export const ownOrganisation = z.strictObject({
	...organisationBasics.shape,
	children: z.array(z.string()),
	municipalities: z.array(z.string()),
	posts: z.array(
		z.strictObject({
			id: z.string(),
			title: z.string(),
			phone: z.string().nullable(),
			/** How many things wait for the post. */
			duties: z.int(),
			holdings: z.array(
				z.strictObject({
					personName: z.string(),
					capacity,
					startsOn: calendarDay,
					endsOn: calendarDay.nullable()
				})
			)
		})
	)
});
export type OwnOrganisation = z.infer<typeof ownOrganisation>;

export const organisationForm = z.object(basics);

/** Every authority has one organisation of its own kind from the start: it is not to be added. */
export const addableKinds = kinds.slice(1);

export const newOrganisationForm = z
	.object({
		kind: z.enum(addableKinds, 'organisations_error_kind_missing'),
		parent: z.string(),
		...basics
	})
	.refine(({ kind, parent }) => kind !== 'member_association' || parent, {
		path: ['parent'],
		message: 'organisations_error_parent_missing'
	});
