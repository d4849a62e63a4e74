import { ask, asSystem } from '#lib/server/database.ts';

/** The daily job `remind_overdue`: has planners told how much is overdue, once a day. */
export async function remindOverdue() {
	await ask(asSystem().rpc('remind_overdue'));
}
