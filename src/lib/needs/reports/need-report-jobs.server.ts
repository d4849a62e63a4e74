import { ask, asSystem } from '#lib/server/database.ts';

/** The daily job `remind_overdue`: has planners told how much is overdue, once a day. */
export async function remindOverdue() {
	await ask(asSystem().rpc('remind_overdue'));
}

/** The job `index_words`, queued by a migration: writes down the words of what was there before, bit by bit. */
export async function indexWords() {
	while (await ask(asSystem().rpc('index_words')));
}
