import { barrierLetter } from '#lib/barriers/barrier-letter.server.ts';
import { callLetter } from '#lib/calls/call-letters.server.ts';
import { importLetter } from '#lib/imports/import-letter.server.ts';
import { contributionLetter } from '#lib/needs/reports/contribution-letter.server.ts';
import { reportLetter } from '#lib/needs/reports/need-report-letters.server.ts';
import { overdueLetter } from '#lib/needs/reports/overdue-letter.server.ts';
import * as invitations from '#lib/organisations/invitations.server.ts';
import { dormantLetter } from '#lib/people/account-letters.server.ts';
import * as assistances from '#lib/people/assistances.server.ts';
import type { Letters } from '#lib/server/mail/letterbox.ts';
import { voteLetter } from '#lib/votes/vote-letters.server.ts';

/** Who writes which letters: every noun of `private.notice_kinds`, and every kind of it. The compiler says what is missing. */
export const letters: Letters = {
	reports: reportLetter,
	contributions: contributionLetter,
	overdue: overdueLetter,
	calls: callLetter,
	barriers: barrierLetter,
	imports: importLetter,
	invitations: invitations.letterOf,
	assistances: assistances.letterOf,
	dormant: dormantLetter,
	votes: voteLetter
};
