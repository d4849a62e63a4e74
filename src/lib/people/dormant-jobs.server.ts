import { ask, asSystem } from '#lib/server/database.ts';

/**
 * The nightly job `retire_accounts`: tells people whose account nobody used for nearly two years, and deletes the accounts
 * of those who were told in time and did not come. How long each takes is said in SQL (`private.dormancy`).
 */
export async function retireAccounts() {
	await ask(asSystem().rpc('tell_dormant'));
	await ask(asSystem().rpc('delete_dormant_accounts'));
	await ask(asSystem().rpc('purge_challenges'));
}
