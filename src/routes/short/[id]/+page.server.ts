import { error, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import * as needReports from '#lib/needs/reports/need-reports.server.ts';
import type { PageServerLoad } from './$types';

/**
 * The permanent short address of letters and QR codes. Whether one may see what it names, the page itself says. A load and no
 * endpoint: who mistypes it reads the page that says so.
 */
export const load: PageServerLoad = async ({ locals, params }) => {
	const subject = await needReports.resolveShortAddress(locals.db, params.id);
	if (!subject) error(404);
	redirect(303, href('/needs/[number]', { number: subject.key }));
};
