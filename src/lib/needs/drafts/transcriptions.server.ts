import { z } from 'zod';
import { parametersOf, type Source } from '#lib/channels/source-form.ts';
import { ask, document, type Database } from '#lib/server/database.ts';

/** An organisation for which a planner may enter something. */
export const addressee = z.strictObject({
	id: z.string(),
	name: z.string()
});
export type Addressee = z.infer<typeof addressee>;
const choices = document('transcription_choices', z.array(addressee));

/** Organisations of the authorities one plans for; none for everybody else. */
export const addressees = (db: Database): Promise<Addressee[]> => choices(db);

/** A planner begins to enter a report for an organisation. @returns the draft's id. @throws Refusal NOTFD, MISSG, RULED */
export const start = (
	db: Database,
	{ organisation, form_id, ...source }: Source & { organisation: string; form_id: string }
): Promise<string> =>
	ask(
		db.rpc('start_need_report_for', {
			p_organisation: organisation,
			p_id: form_id,
			...parametersOf(source)
		})
	);

/** Says how a draft came and from whom; `online` and no day for an organisation's own draft written for nobody in particular. */
export const changeSource = (
	db: Database,
	id: string,
	source: { channel: string; receivedOn: string | null; givenBy: string }
) => ask(db.rpc('change_need_report_source', { p_id: id, ...parametersOf(source) }));
