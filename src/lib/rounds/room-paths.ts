import { href } from '#lib/i18n/addresses.ts';

/** A round, and as which of several organisations one is in it; the address says it as `fuer`. */
export interface At {
	slug: string;
	asOrganisation?: string | null;
}

/** What the address of a page of a room says. */
export const atOf = ({ params, url }: { params: { slug: string }; url: URL }) => ({
	slug: params.slug,
	asOrganisation: url.searchParams.get('fuer')
});

const withQuery = (path: string, { asOrganisation }: At, query: Record<string, string> = {}, anchor = '') => {
	const said = new URLSearchParams({ ...(asOrganisation && { fuer: asOrganisation }), ...query }).toString();
	return `${path}${said && `?${said}`}${anchor && `#${anchor}`}`;
};

export const roomPath = (at: At, query?: Record<string, string>, anchor?: string) =>
	withQuery(href('/rounds/[slug]/room', { slug: at.slug }), at, query, anchor);

export const whichPath = (at: At, query?: Record<string, string>) =>
	withQuery(href('/rounds/[slug]/room/organisation', { slug: at.slug }), at, query);

export const extensionPath = (at: At) =>
	withQuery(href('/rounds/[slug]/room/extension', { slug: at.slug }), at);

export const contentsPath = (at: At, query?: Record<string, string>) =>
	withQuery(href('/rounds/[slug]/sections', { slug: at.slug }), at, query);

export const sectionPath = (at: At, key: string, query?: Record<string, string>, anchor?: string) =>
	withQuery(href('/rounds/[slug]/sections/[key=section]', { slug: at.slug, key }), at, query, anchor);

export const newNotePath = (at: At, query?: Record<string, string>) =>
	withQuery(href('/rounds/[slug]/notes/new', { slug: at.slug }), at, query);

export const typedPath = (at: At, query?: Record<string, string>) =>
	withQuery(href('/rounds/[slug]/notes/drafts', { slug: at.slug }), at, query);

export const notePath = (at: At, note: string, query?: Record<string, string>, anchor?: string) =>
	withQuery(href('/rounds/[slug]/notes/[note=uuid]', { slug: at.slug, note }), at, query, anchor);

export const changeNotePath = (at: At, note: string) =>
	withQuery(href('/rounds/[slug]/notes/[note=uuid]/change', { slug: at.slug, note }), at);

export const noObjectionsPath = (at: At) =>
	withQuery(href('/rounds/[slug]/no-objections', { slug: at.slug }), at);

type StatementPage =
	| ''
	| '/intro'
	| '/points/new'
	| '/placing'
	| '/freezing'
	| '/decision'
	| '/signature'
	| '/submission'
	| '/receipt'
	| '/dissent'
	| '/discard';

/** A page of a statement. The statement says whose it is, so nothing else has to. */
export const statementPath = (
	of: { slug: string; statement: string },
	page: StatementPage = '',
	query: Record<string, string> = {},
	anchor = ''
) =>
	withQuery(
		href(`/rounds/[slug]/statements/[statement=uuid]${page}`, { slug: of.slug, statement: of.statement }),
		{ slug: of.slug },
		query,
		anchor
	);

export const pointPath = (of: { slug: string; statement: string; point: string }) =>
	href('/rounds/[slug]/statements/[statement=uuid]/points/[point=uuid]', of);

/** What was submitted: by organisation, in the order of the text, by words. */
export const statementsPath = (slug: string, query: Record<string, string> = {}) =>
	withQuery(href('/rounds/[slug]/statements', { slug }), { slug }, query);
export const pointsPath = (slug: string, query: Record<string, string> = {}, anchor = '') =>
	withQuery(href('/rounds/[slug]/statements/points', { slug }), { slug }, query, anchor);
export const searchPath = (slug: string, query: Record<string, string> = {}) =>
	withQuery(href('/rounds/[slug]/statements/search', { slug }), { slug }, query);
export const exportPath = (slug: string, format: 'csv' | 'xlsx') =>
	href('/rounds/[slug]/statements.[format=format]', { slug, format });

/** Where planners enter what came otherwise than online. */
export const entryPath = (of: { slug: string; addressee: string }) =>
	href('/rounds/[slug]/response/[addressee=uuid]/entry', of);
