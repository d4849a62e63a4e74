import { error } from '@sveltejs/kit';
import type { SignedIn } from '#lib/server/guard.ts';
import type { Contents, SectionPage } from './document.ts';
import * as documents from './documents.server.ts';

type Params = { slug: string; version?: string };
const whereOf = ({ locals, params }: SignedIn & { params: Params }) => ({
	authorityId: locals.authority.id,
	slug: params.slug,
	number: params.version === undefined ? undefined : Number(params.version)
});

/** The contents of a version for those who work on it. @throws 404 for everybody else */
export async function requireWorker(event: SignedIn & { params: Params }): Promise<Contents> {
	const contents = await documents.readContents(event.locals.db, whereOf(event));
	if (!contents.document.canPlan) error(404, 'errors_not_found');
	return contents;
}

/** One section for those who work on the document. @throws 404 for everybody else */
export async function requireSection(
	event: SignedIn & { params: Params & { key: string } }
): Promise<SectionPage> {
	const page = await documents.readSection(event.locals.db, { ...whereOf(event), key: event.params.key });
	if (!page.document.canPlan) error(404, 'errors_not_found');
	return page;
}
