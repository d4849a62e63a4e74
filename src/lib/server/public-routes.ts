import type { RouteId } from '$app/types';

/**
 * Open to whoever is not signed in, and complete: every other route, also one that nobody thought of, asks to sign in
 * first (`guard.ts`). Being on the list grants nothing; what is shown there is decided in SQL.
 */
export const publicRoutes = [
	// for everybody
	'/',
	'/accessibility',
	'/accessibility/reported',
	'/display',
	'/figures',
	'/figures.[format=format]',
	'/health',
	'/help',
	'/imprint',
	'/not-found',
	'/privacy',
	'/sign-in',
	'/sign-in/[attempt=uuid]',
	'/sign-in/password',
	'/sign-out',
	'/surveys',

	// for the sample district; elsewhere they are not there
	'/mailbox',
	'/sign-in/sample',

	// whoever has the address has the key
	'/address/[token]',
	'/address/[token]/objection',
	'/assistance/[token]',
	'/guest/[token]',
	'/invitation/[token]',
	'/meetings/feed/[secret].ics',
	'/sign-in/link/[token]',
	'/sign-in/second-factor/[token]',
	'/unsubscribe/[token]',

	// public for some reports, calls and not for others: each says so itself
	'/[kind=call]/[slug]/result',
	'/attachments/[id=uuid]',
	'/documents/[slug]',
	'/documents/[slug]/[version=count]',
	'/documents/[slug]/[version=count]/[key=section]',
	'/documents/[slug]/[version=count]/difference',
	'/documents/[slug]/[version=count]/draft.[paper=paper]',
	'/documents/[slug]/[version=count]/draft.md',
	'/documents/news.atom',
	'/documents/pictures/[id=uuid]',
	'/needs/[number]',
	'/short/[id]',

	// for programs, which show a token; what it must allow stands with each operation (lib/api/operations.ts)
	'/api/v1/[...rest]',
	'/api/v1/calls',
	'/api/v1/calls/[slug]/nil-returns',
	'/api/v1/events',
	'/api/v1/fields-of-action',
	'/api/v1/need-report-drafts',
	'/api/v1/need-report-drafts/[id=uuid]',
	'/api/v1/need-report-drafts/[id=uuid]/release',
	'/api/v1/need-reports',
	'/api/v1/need-reports/[number]',
	'/api/v1/openapi.json',
	'/api/v1/organisations'
] as const satisfies RouteId[];

/** A route that only signed-in people reach. */
export type ClosedRoute = Exclude<RouteId, (typeof publicRoutes)[number]>;

export const isPublic = (route: string): boolean => known.has(route);

const known: ReadonlySet<string> = new Set(publicRoutes);
