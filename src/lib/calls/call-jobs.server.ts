import { ask, asSystem } from '#lib/server/database.ts';

/** The daily job `remind_open_calls`: a week before the due date, on its day, and two weeks after it. */
export async function remindOpenCalls() {
	await ask(asSystem().rpc('remind_open_calls'));
}
