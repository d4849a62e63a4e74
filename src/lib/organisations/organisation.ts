import { z } from 'zod';
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

export interface Basics {
	id: string;
	name: string;
	kind: Kind;
	place: string | null;
	phone: string | null;
	email: string | null;
}

/** One of the reader's own organisations. Only present holders are named. */
export interface OwnOrganisation extends Basics {
	children: string[];
	municipalities: string[];
	posts: {
		id: string;
		title: string;
		kind: string;
		phone: string | null;
		/** How many things wait for the post. */
		duties: number;
		holdings: { personName: string; capacity: Capacity; startsOn: string; endsOn: string | null }[];
	}[];
}

export type Capacity = 'holder' | 'deputy';

const optional = (most: number) => z.string().trim().max(most, 'organisations_error_long');
const basics = {
	name: z
		.string()
		.trim()
		.min(2, 'organisations_error_name_missing')
		.max(160, 'organisations_error_name_long'),
	place: optional(120),
	phone: optional(60),
	email: optional(254).refine((text) => !text || emailPattern.test(text), 'people_error_email_invalid')
};

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
