/** Posts that write for their organisation. Decided in SQL; here only to offer the organisations one may choose from. */
export const writingKinds = [
	'clerk',
	'releasing_head',
	'council_chair',
	'council_office',
	'committee_officer',
	'writing_assistant'
];

type Post = Pick<App.Post, 'kind' | 'organisationId' | 'organisationName'>;

/** The organisation a person reports for; none for planners. What somebody may do is decided in SQL, this only fits the page. */
export function ownOrganisation(posts: Post[]): { id: string; name: string } | null {
	const post = posts.find(({ kind }) => kind !== 'planner' && kind !== 'administrator');
	return post ? { id: post.organisationId, name: post.organisationName } : null;
}

export const isPlanner = (posts: Post[]) => posts.some(({ kind }) => kind === 'planner');
/** Whoever is not only an administrator. */
export const takesPart = (posts: Post[]) => posts.some(({ kind }) => kind !== 'administrator');
export const isWriter = (posts: Post[]) => posts.some(({ kind }) => writingKinds.includes(kind));
