import { redirect } from '@sveltejs/kit';
import { Refusal } from '#lib/server/database.ts';
import { askedOf, replyPath } from '#lib/surveys/survey.ts';
import * as papers from '#lib/surveys/survey-paper.server.ts';
import { localPath } from '#lib/ui/local-path.ts';
import type { PageServerLoad } from './$types';

/** For which of several organisations one answers: asked of who came without the name of one. */
export const load: PageServerLoad = async (event) => {
	const { db, authority } = event.locals;
	const { slug } = askedOf(event);
	try {
		await papers.addressee(db, authority.id, { slug });
	} catch (refusal) {
		if (!(refusal instanceof Refusal) || refusal.code !== 'WHICH') throw refusal;
		const choices = Object.entries(refusal.fields as Record<string, string>);
		return {
			choices: choices
				.map(([id, name]) => ({ name, href: pathFor(event.url, slug, id) }))
				.sort((one, other) => one.name.localeCompare(other.name, 'de'))
		};
	}
	redirect(303, replyPath({ slug }));
};

/** The page one wanted, for this organisation. */
function pathFor(url: URL, slug: string, organisation: string): string {
	const wanted = new URL(localPath(url.searchParams.get('weiter')) ?? '', url);
	const start = replyPath({ slug });
	if (!`${wanted.pathname}/`.startsWith(`${start}/`))
		return replyPath({ slug, asOrganisation: organisation });
	wanted.searchParams.set('fuer', organisation);
	return wanted.pathname + wanted.search;
}
