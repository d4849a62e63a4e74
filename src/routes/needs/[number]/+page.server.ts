import { redirect } from '@sveltejs/kit';
import * as attachments from '#lib/attachments/attachments.server.ts';
import { href } from '#lib/i18n/addresses.ts';
import type { NeedReport } from '#lib/needs/reports/need-report.ts';
import * as needReports from '#lib/needs/reports/need-reports.server.ts';
import { isWriter } from '#lib/organisations/own-organisation.ts';
import { keptQrCode } from '#lib/server/qr-code.ts';
import * as vocabulary from '#lib/vocabulary/vocabulary.server.ts';
import { Refusal } from '#lib/server/database.ts';
import { pathOf, signInFor } from '#lib/server/guard.ts';
import type { PageServerLoad, PageServerLoadEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { locals, url } = event;
	const report = locals.session
		? await needReports.find(locals.db, event.params.number)
		: await publicReport(event);
	const shortAddress = `${url.origin}${href('/short/[id]', { id: report.shortId })}`;
	return {
		report,
		files: await attachments.ofReport(locals.db, report.number),
		vocabulary: await vocabulary.find(locals.db),
		shortAddress,
		qrCode: keptQrCode(shortAddress),
		canJoin: !report.isOwn && !report.canPlan && isWriter(locals.session?.posts ?? [])
	};
};

/** Whoever is not signed in reads what is public. Everything else may be theirs: they are asked to sign in. */
async function publicReport(event: PageServerLoadEvent): Promise<NeedReport> {
	try {
		return await needReports.findPublic(event.locals.db, event.params.number);
	} catch (refusal) {
		if (refusal instanceof Refusal && refusal.status === 404) redirect(303, signInFor(pathOf(event.url)));
		throw refusal;
	}
}
