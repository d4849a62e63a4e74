import { sequence } from '@sveltejs/kit/hooks';
import { problems } from '#lib/api/problems.server.ts';
import * as attachments from '#lib/attachments/attachments.server.ts';
import { tellBarriers } from '#lib/barriers/barrier-jobs.server.ts';
import { remindOpenCalls } from '#lib/calls/call-jobs.server.ts';
import { readDocumentFile } from '#lib/documents/reading-job.server.ts';
import { displayHandle } from '#lib/i18n/handle.ts';
import { sendDigests } from '#lib/mail/digest-jobs.server.ts';
import { purgeImports, takeImport } from '#lib/imports/import-jobs.server.ts';
import { checkImport } from '#lib/imports/reading-job.server.ts';
import { takeFigures } from '#lib/needs/figures/figure-jobs.server.ts';
import { indexWords, remindOverdue } from '#lib/needs/reports/need-report-jobs.server.ts';
import * as municipalities from '#lib/organisations/municipalities.server.ts';
import { retireAccounts } from '#lib/people/dormant-jobs.server.ts';
import { bearer, isOfInterface } from '#lib/server/bearer.ts';
import { openBackend } from '#lib/server/backend.ts';
import { hearEndedSessions } from '#lib/server/ended-sessions.ts';
import { errorPage } from '#lib/server/error-page.ts';
import { formAddress } from '#lib/server/form-address.ts';
import { freshProof } from '#lib/server/fresh-proof.ts';
import { guard } from '#lib/server/guard.ts';
import { startJobs } from '#lib/server/jobs/jobs.ts';
import { finishLater } from '#lib/server/later.ts';
import { log } from '#lib/server/log.ts';
import { packed } from '#lib/server/packed.ts';
import { purge } from '#lib/server/jobs/purge.ts';
import { readBounces } from '#lib/server/mail/bounces.ts';
import { writeLetters } from '#lib/server/mail/letterbox.ts';
import { sendMails, sweepMails } from '#lib/server/mail/mails.ts';
import { request } from '#lib/server/request.ts';
import { rateLimit } from '#lib/server/rate-limit.ts';
import { secondFactor } from '#lib/server/second-factor.ts';
import { readSettings } from '#lib/server/settings.ts';
import { onShutdown } from '#lib/server/shutdown.ts';
import { visitor } from '#lib/server/visitor.ts';
import * as vocabulary from '#lib/vocabulary/vocabulary.server.ts';
import * as votes from '#lib/votes/votes.server.ts';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { letters } from './letters.server.ts';

/** In UTC. */
const crontab = `30 2 * * * purge
40 2 * * * purge_imports
40 2 * * * sweep_files
50 2 * * * retire_accounts
30 3 * * * take_figures
0 5 * * 1-5 remind_overdue
0 5 * * * remind_open_calls
0 5 * * * remind_votes
*/5 * * * * end_votes
0 * * * * send_digests
*/5 * * * * sweep_mails
*/5 * * * * read_bounces ?max=1&queue=read_bounces&jobKey=read_bounces`;
const tasks = {
	write_letters: writeLetters(letters),
	send_mails: sendMails,
	sweep_mails: sweepMails,
	send_digests: sendDigests,
	read_bounces: readBounces,
	remind_overdue: remindOverdue,
	index_words: indexWords,
	check_import: checkImport(async (db, authorityId) => ({
		vocabulary: await vocabulary.find(db),
		places: await municipalities.list(db, authorityId)
	})),
	take_import: takeImport,
	read_document: readDocumentFile,
	purge_imports: purgeImports,
	tell_barriers: tellBarriers,
	remind_open_calls: remindOpenCalls,
	remind_votes: votes.remindVotes,
	end_votes: votes.endVotes,
	take_figures: takeFigures,
	purge,
	sweep_files: attachments.sweep,
	retire_accounts: retireAccounts
};

export const init: ServerInit = async () => {
	const backend = await openBackend(readSettings(process.env));
	onShutdown(backend.close);
	if (backend.settings.roles.includes('web')) onShutdown(await hearEndedSessions());
	if (backend.settings.roles.includes('jobs')) onShutdown(await startJobs(tasks, crontab));
	onShutdown(finishLater);
};

/** A program shows a token, a person a cookie; neither counts for the other. */
const whoAsks: Handle = (given) => (isOfInterface(given.event) ? bearer(given) : visitor(given));

export const handle = sequence(
	request,
	problems,
	packed,
	errorPage,
	formAddress,
	whoAsks,
	guard,
	secondFactor,
	freshProof,
	rateLimit,
	displayHandle
);

/** What nobody expected is written down with the request's number; the page shows the number, not the error. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
	const { requestId } = event.locals;
	if (status !== 404) log.error('failure', error, { request: requestId, route: event.route.id });
	return { message, requestId };
};
