import { error } from '@sveltejs/kit';
import { z } from 'zod';

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

interface Basics {
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

/** An organisation as its administrator sees it. */
export interface AdministeredOrganisation extends Basics {
	authorityId: string;
	parent: { id: string; name: string } | null;
	children: { id: string; name: string }[];
	municipalities: { ags: string; name: string; kind: string }[];
	posts: AdministeredPost[];
	invitations: OpenInvitation[];
}

export interface AdministeredPost {
	id: string;
	title: string;
	kind: string;
	phone: string | null;
	duties: number;
	holdings: AdministeredHolding[];
}

export interface AdministeredHolding {
	id: string;
	personName: string;
	email: string | null;
	capacity: Capacity;
	startsOn: string;
	endsOn: string | null;
	endedAt: string | null;
	isCurrent: boolean;
}

export interface OpenInvitation {
	id: string;
	name: string;
	email: string;
	postTitle: string;
	createdAt: string;
	expiresAt: string;
	isExpired: boolean;
}

/** The administrator's overview of an authority. */
export interface Administration {
	organisations: {
		id: string;
		name: string;
		kind: Kind;
		parentId: string | null;
		municipalities: number;
		posts: number;
		vacant: number;
	}[];
	vacant: {
		id: string;
		title: string;
		kind: string;
		organisationId: string;
		organisationName: string;
		duties: number;
		deputy: string | null;
	}[];
	invitations: (OpenInvitation & { organisationName: string })[];
	replyClock: { interimDays: number; finalDays: number };
	record: { kind: string; subject: string; personName: string | null; at: string }[];
}

/** One of an organisation's posts. @throws the 404 page for another's, or one that was abolished */
export function findPost({ posts }: AdministeredOrganisation, id: string): AdministeredPost {
	return posts.find((post) => post.id === id) ?? error(404);
}

const optional = (most: number) => z.string().trim().max(most, 'organisations_error_long');
const basics = {
	name: z
		.string()
		.trim()
		.min(2, 'organisations_error_name_missing')
		.max(160, 'organisations_error_name_long'),
	place: optional(120),
	phone: optional(60),
	email: optional(254).regex(/^$|^[^@\s]+@[^@\s]+\.[^@\s]+$/, 'people_error_email_invalid')
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

const days = (missing: string, most: number) =>
	z.coerce.number(missing).int(missing).min(1, missing).max(most, missing);

export const replyClockForm = z
	.object({
		interimDays: days('organisations_error_interim_days', 90),
		finalDays: days('organisations_error_final_days', 365)
	})
	.refine(({ interimDays, finalDays }) => finalDays >= interimDays, {
		path: ['finalDays'],
		message: 'organisations_error_final_before_interim'
	});
