import { error } from '@sveltejs/kit';
import { countsOf, versionNumber } from '#lib/documents/comparison.ts';
import * as comparisons from '#lib/documents/comparisons.server.ts';
import type { PageServerLoad } from './$types';

const perPage = 25;

/** `?mit` the older version, the one before by itself; `?ab` the section to begin with, `?abschnitt` one section alone. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { searchParams } = url;
	const number = Number(params.version);
	const other = versionNumber.safeParse(searchParams.get('mit') ?? number - 1);
	if (!other.success) error(404, 'errors_not_found');
	const where = { authorityId: locals.authority.id, slug: params.slug, number };
	const versions = await comparisons.findVersions(locals.db, where, other.data);
	const { changes, sum } = await comparisons.compare(locals.db, versions);
	const only = searchParams.get('abschnitt');
	const asked = only ? changes.filter(({ after }) => after.some(({ key }) => key === only)) : changes;
	const start = Math.max(
		0,
		asked.findIndex(({ key }) => key === searchParams.get('ab'))
	);
	return {
		...versions,
		only,
		counts: countsOf(changes),
		sum,
		changes: await comparisons.show(locals.db, versions, asked.slice(start, start + perPage)),
		next: asked[start + perPage]?.key ?? null,
		isBegin: start === 0
	};
};
