import { z } from 'zod';
import { ask, document, type Database } from '#lib/server/database.ts';
import { needReport, publishedReport, type NeedReport, type Verdict } from './need-report.ts';
import type { Message } from './report-forms.ts';

const forReader = document('need_report', needReport);
const forEverybody = document('public_need_report', publishedReport);
const shortAddress = document(
	'resolve_short_address',
	z.strictObject({ kind: z.literal('need_report'), key: z.string() }).nullable()
);

/** One report, with all that the reader may know. @throws Refusal NOTFD */
export const find = (db: Database, number: string): Promise<NeedReport> =>
	forReader(db, { p_number: number });

/** A public report for somebody who is not signed in. @throws Refusal NOTFD */
export const findPublic = (db: Database, number: string): Promise<NeedReport> =>
	forEverybody(db, { p_number: number });

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
): Promise<{ kind: 'need_report'; key: string } | null> => shortAddress(db, { p_id: id });
