import { error } from '@sveltejs/kit';
import { z } from 'zod';
import type { Basics, Capacity, Kind } from './organisation.ts';

/** An organisation as its administrator sees it. */
export interface AdministeredOrganisation extends Basics {
	authorityId: string;
	parent: { id: string; name: string } | null;
	children: { id: string; name: string }[];
	municipalities: { ags: string; name: string; kind: string }[];
	posts: AdministeredPost[];
	invitations: OpenInvitation[];
	/** Who assists whom, names only: assistances are the member's own. */
	assistants: {
		id: string;
		name: string;
		memberName: string;
		postTitle: string;
		endsOn: string;
		isAccepted: boolean;
	}[];
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
