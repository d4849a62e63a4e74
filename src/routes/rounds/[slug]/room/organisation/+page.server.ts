import { redirect } from '@sveltejs/kit';
import { contentsPath, newNotePath, noObjectionsPath, roomPath, typedPath } from '#lib/rounds/room-paths.ts';
import * as rooms from '#lib/rounds/rooms.server.ts';
import { Refusal } from '#lib/server/database.ts';
import { localPath } from '#lib/ui/local-path.ts';
import type { PageServerLoad } from './$types';

/** In which of several rooms one is: asked of who came without the name of one. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { slug } = params;
	try {
		await rooms.contents(locals.db, locals.authority.id, { slug, asOrganisation: null });
	} catch (refusal) {
		if (!(refusal instanceof Refusal) || refusal.code !== 'WHICH') throw refusal;
		const choices = Object.entries(refusal.fields as Record<string, string>);
		return {
			choices: choices
				.map(([id, name]) => ({ name, href: pathFor(url, slug, id) }))
				.sort((one, other) => one.name.localeCompare(other.name, 'de'))
		};
	}
	redirect(303, roomPath({ slug }));
};

/** The page one wanted, for this organisation. */
function pathFor(url: URL, slug: string, organisation: string): string {
	const wanted = new URL(localPath(url.searchParams.get('weiter')) ?? '', url);
	const starts = [roomPath, contentsPath, newNotePath, typedPath, noObjectionsPath].map((path) =>
		path({ slug })
	);
	if (!starts.some((start) => `${wanted.pathname}/`.startsWith(`${start}/`)))
		return roomPath({ slug, asOrganisation: organisation });
	wanted.searchParams.set('fuer', organisation);
	return wanted.pathname + wanted.search;
}
