import { z } from 'zod';
import { ask, asSystem, document, Refusal } from '#lib/server/database.ts';
import { longCall } from '#lib/server/jobs/long-call.ts';

const takerOf = document('import_to_take', z.string().nullable());

type Payload = { import_id: string };

const mostTries = 3;

/**
 * The job `take_import`: takes over all rows or none, with the rights that the person has now. A refusal is noted for
 * them; after anything else the job is tried again, and then given up with a word, so that they can go on.
 */
export async function takeImport({ import_id }: Payload, { job }: { job: { attempts: number } }) {
	const personId = await takerOf(asSystem(), { p_id: import_id });
	if (!personId) return; // done, discarded, or its person is gone
	try {
		await longCall(personId, 'select public.commit_import($1)', [import_id]);
	} catch (error) {
		const isRefused = error instanceof Refusal && error.status < 500;
		if (!isRefused && job.attempts < mostTries) throw error;
		const failure = isRefused ? error.messageKey : 'errors_unexpected';
		await ask(asSystem().rpc('import_failed', { p_id: import_id, p_failure: failure }));
	}
}

/** The nightly job `purge_imports`: forgets files after 30 days. */
export async function purgeImports() {
	await ask(asSystem().rpc('purge_imports'));
}
