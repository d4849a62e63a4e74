import { z } from 'zod';
import type { Kind } from './organisation.ts';

const postKinds = [
	'planner',
	'administrator',
	'releasing_head',
	'clerk',
	'council_chair',
	'council_voting',
	'council_advisory',
	'council_substitute',
	'council_office',
	'committee_officer'
] as const;

export type PostKind = (typeof postKinds)[number];

/** Which posts an organisation of a kind can use; others would hold rights without anything to do. */
export const postKindsOf: Record<Kind, readonly PostKind[]> = {
	authority: ['planner', 'administrator'],
	office: ['planner'],
	municipality: ['clerk', 'releasing_head'],
	association: ['clerk', 'releasing_head'],
	advisory_council: [
		'council_chair',
		'council_office',
		'council_voting',
		'council_advisory',
		'council_substitute'
	],
	welfare_umbrella: ['committee_officer'],
	member_association: ['committee_officer'],
	provider: ['clerk', 'releasing_head']
};

const basics = {
	title: z
		.string()
		.trim()
		.min(2, 'organisations_error_title_missing')
		.max(120, 'organisations_error_title_long'),
	phone: z.string().trim().max(60, 'organisations_error_long')
};

export const postForm = z.object(basics);
export const newPostForm = z.object({
	kind: z.enum(postKinds, 'organisations_error_post_kind_missing'),
	...basics
});
