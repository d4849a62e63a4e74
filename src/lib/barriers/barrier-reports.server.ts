import { z } from 'zod';
import { ask, document, type Database } from '#lib/server/database.ts';
import { barrierReport, type BarrierReport } from './barrier-report.ts';

const rows = document('list_barrier_reports', z.array(barrierReport));

/** Barrier reports, the unanswered first by due date; a hundred at most. NOTFD for everybody but planners and administrators. */
export async function list(db: Database, authorityId: string): Promise<BarrierReport[]> {
	return rows(db, { p_authority: authorityId });
}

/** One barrier report. @throws Refusal NOTFD for everybody but planners and administrators */
export async function find(db: Database, number: string): Promise<BarrierReport> {
	return ask(
		db
			.from('barrier_reports')
			.select('number, page, message, contact, received_at, due_on, answer, answered_at')
			.eq('number', number)
			.single()
	);
}

/** Answers a barrier report, once. */
export async function answer(db: Database, number: string, text: string) {
	await ask(db.rpc('answer_barrier_report', { p_number: number, p_answer: text }));
}
