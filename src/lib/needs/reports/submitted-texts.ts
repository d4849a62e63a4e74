import { m } from '#lib/i18n/paraglide/messages.js';
import type { NeedReport } from './need-report.ts';

/** What was written besides the description, with its heading; what was left empty is left out. */
export const submittedTexts = (report: NeedReport): { title: string; text: string }[] =>
	[
		{ title: m.report_text_proposal(), text: report.proposedSolution },
		{ title: m.report_text_offer(), text: report.existingOffer },
		{ title: m.report_text_contribution(), text: report.ownContribution }
	].flatMap(({ title, text }) => (text ? [{ title, text }] : []));
