import { z } from 'zod';
import { ask, document, type Database } from '#lib/server/database.ts';
import { needReport, publishedReport, type NeedReport, type Verdict } from './need-report.ts';
import type { Message } from './report-forms.ts';

const forReader = document('need_report', needReport);
const forEverybody = document('public_need_report', publishedReport);
const shortAddress = document(
	'resolve_short_address',
	z.strictObject({ kind: z.enum(['need_report', 'section']), key: z.string() }).nullable()
);

/** One report, with all that the reader may know. @throws Refusal NOTFD */
export const find = async (db: Database, number: string): Promise<NeedReport> =>
	opened(db, await forReader(db, { p_number: number }));

/** A public report for somebody who is not signed in. @throws Refusal NOTFD */
export const findPublic = async (db: Database, number: string): Promise<NeedReport> =>
	opened(db, await forEverybody(db, { p_number: number }));

/** What somebody of the other side has opened cannot be taken back any more. Asked only in the minutes in which it could. */
async function opened(db: Database, report: NeedReport): Promise<NeedReport> {
	if (report.isUnread) await ask(db.rpc('note_opened', { p_number: report.number }));
	return report;
}

/**
 * Takes back what the person has just done to a report.
 * @param record as the page showed it @param path of the form that is given back what was typed @returns what it was
 * @throws Refusal RULED when somebody has read it, the minutes are over, or something was done after it
 */
export const takeBack = (
	db: Database,
	number: string,
	record: string,
	path: string | null
): Promise<string> => ask(db.rpc('take_back', { p_number: number, p_record: record, p_path: path }));

/**
 * The reporter's word after submission: a reply to a question, or an addition. The same form sent twice is written once.
 * @throws Refusal FINAL when it is sent again with other words
 */
export const write = (db: Database, number: string, kind: 'reply' | 'addition', form: Message) =>
	ask(
		db.rpc('write_need_report_message', {
			p_number: number,
			p_kind: kind,
			p_body: form.body,
			p_id: form.form_id ?? null
		})
	);

/** The reporter says whether the gap is closed. The first word counts. @throws Refusal RULED when nobody asked */
export const answerGap = (db: Database, number: string, verdict: Verdict, words: string) =>
	ask(db.rpc('answer_gap', { p_number: number, p_verdict: verdict, p_sentence: words }));

/** What a short address is about; null when there is none. */
export const resolveShortAddress = (
	db: Database,
	id: string
): Promise<{ kind: 'need_report' | 'section'; key: string } | null> => shortAddress(db, { p_id: id });
