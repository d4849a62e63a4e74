import type { RouteId, RouteParams } from '$app/types';
import { href } from '#lib/i18n/addresses.ts';

/** The kinds of calls, as the folder of their own pages in `routes` and their room beside this one. */
export const callKinds = ['surveys'] as const;
export type CallKind = (typeof callKinds)[number];

/** A page that all kinds of calls have: `pageOf(call, '/response')`. */
export const pageOf = <Page extends CallPage>(
	{ kind = 'surveys', slug }: { kind?: CallKind; slug: string },
	page: Page,
	...[params]: Params<Page>
): string => href<RouteId>(`/[kind=call]/[slug]${page}`, { kind, slug, ...params });

type CallPage = Below<RouteId>;
type Below<Id> = Id extends `/[kind=call]/[slug]${infer Page}` ? Page : never;
type Own<Page extends CallPage> = Omit<RouteParams<`/[kind=call]/[slug]${Page}`>, 'kind' | 'slug'>;
type Params<Page extends CallPage> = keyof Own<Page> extends never ? [] : [params: Own<Page>];
