import { error } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';

/** Whose calendar an address means: that of `?organisation=`, else that of the first post one holds. What one may see is decided in SQL. */
export function organisationOf(url: URL, posts: Pick<App.Post, 'organisationId'>[]): string {
	const id = url.searchParams.get('organisation') ?? posts[0]?.organisationId;
	if (!id) error(404, 'errors_not_found');
	return id;
}

/** A page of the calendar of an organisation. */
export const addressOf = (
	organisationId: string,
	page: '' | '/new' | '/import' | '/calendar-state' = '',
	more: Record<string, string> = {}
) =>
	`${href(`/organisation/meetings${page}`)}?${new URLSearchParams({ organisation: organisationId, ...more })}`;
