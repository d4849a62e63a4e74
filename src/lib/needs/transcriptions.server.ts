import { ask, type Database } from '#lib/server/database.ts';
import type { Verdict } from './need-report.ts';
import type { Source } from './source-form.ts';

/** An organisation for which a planner may enter something. */
export interface Addressee {
	id: string;
	name: string;
	kind: string;
}

/** Organisations of the authorities one plans for; none for everybody else. */
export const addressees = (db: Database): Promise<Addressee[]> =>
	ask<Addressee[]>(db.rpc('transcription_choices'));

/** A planner begins to enter a report for an organisation. @returns the draft's id. @throws Refusal NOTFD, MISSG, RULED */
export const start = (db: Database, organisationId: string, source: Source): Promise<string> =>
	ask(db.rpc('start_need_report_for', { p_organisation: organisationId, ...parameters(source) }));

/** Says how a draft came and from whom; `online` and no day for an organisation's own draft written for nobody in particular. */
export const changeSource = (
	db: Database,
	id: string,
	source: { channel: string; receivedOn: string | null; givenBy: string }
) => ask(db.rpc('change_need_report_source', { p_id: id, ...parameters(source) }));

/** A reply or an addition that the organisation gave by another channel. Sent twice, it is written once. */
export const write = (
	db: Database,
	number: string,
	kind: 'reply' | 'addition',
	{ body, ...source }: Source & { body: string }
) =>
	ask(
		db.rpc('enter_need_report_message', {
			p_number: number,
			p_kind: kind,
			p_body: body,
			...parameters(source)
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
			...parameters(source)
		})
	);

const parameters = <Day extends string | null>({
	channel,
	receivedOn,
	givenBy
}: {
	channel: string;
	receivedOn: Day;
	givenBy: string;
}) => ({ p_channel: channel, p_received_on: receivedOn, p_given_by: givenBy });
