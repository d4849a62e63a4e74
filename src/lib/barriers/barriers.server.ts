import { document, type Database } from '#lib/server/database.ts';
import { barrierReceipt, type BarrierForm, type BarrierReceipt } from './barrier.ts';

const reporting = document('report_barrier', barrierReceipt);

/** Records a barrier. The form draws the id, so that a form sent twice is one report. */
export async function report(db: Database, authorityId: string, form: BarrierForm): Promise<BarrierReceipt> {
	const { id, message, page, contact } = form;
	return await reporting(db, {
		p_authority: authorityId,
		p_id: id,
		p_message: message,
		p_page: page,
		p_contact: contact
	});
}
