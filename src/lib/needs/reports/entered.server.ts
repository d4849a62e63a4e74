import { parametersOf, type Source } from '#lib/channels/source-form.ts';
import { ask, type Database } from '#lib/server/database.ts';
import type { Verdict } from './need-report.ts';
import type { Message } from './report-forms.ts';

/** A reply or an addition that the organisation gave by another channel. The same form sent twice is written once. */
export const write = (
	db: Database,
	number: string,
	kind: 'reply' | 'addition',
	{ body, form_id, ...source }: Source & Message
) =>
	ask(
		db.rpc('enter_need_report_message', {
			p_number: number,
			p_kind: kind,
			p_body: body,
			p_id: form_id ?? null,
			...parametersOf(source)
		})
	);

/** The organisation's word on the gap, given by another channel. The first word counts. */
export const answerGap = (
	db: Database,
	number: string,
	{ verdict, sentence, ...source }: Source & { verdict: Verdict; sentence: string }
) =>
	ask(
		db.rpc('enter_gap_answer', {
			p_number: number,
			p_verdict: verdict,
			p_sentence: sentence,
			...parametersOf(source)
		})
	);
