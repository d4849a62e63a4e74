import { error, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { sectionOf } from '#lib/documents/document.ts';
import * as documents from '#lib/documents/documents.server.ts';
import * as needReports from '#lib/needs/reports/need-reports.server.ts';
import type { PageServerLoad } from './$types';

/**
 * The permanent short address of letters and QR codes. Whether one may see what it names, the page itself says. A load and no
 * endpoint: who mistypes it reads the page that says so.
 */
export const load: PageServerLoad = async ({ locals: { db, authority }, params }) => {
	const subject = await needReports.resolveShortAddress(db, params.id);
	if (!subject) error(404);
	if (subject.kind === 'need_report') redirect(303, href('/needs/[number]', { number: subject.key }));
	const slug = subject.key;
	const { version } = await documents.readContents(db, { authorityId: authority.id, slug });
	redirect(303, sectionOf({ slug, number: version.number, key: params.id.trim().toLowerCase() }));
};
