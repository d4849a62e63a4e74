import { ask, type Database } from '#lib/server/database.ts';
import type { BarrierForm, BarrierReceipt } from './barrier.ts';

/** Records a barrier. The form draws the id, so that a form sent twice is one report. */
export async function report(db: Database, authorityId: string, form: BarrierForm): Promise<BarrierReceipt> {
	const { id, message, page, contact } = form;
	return (await ask(
		db.rpc('report_barrier', {
			p_authority: authorityId,
			p_id: id,
			p_message: message,
			p_page: page,
			p_contact: contact
		})
	)) as unknown as BarrierReceipt;
}
