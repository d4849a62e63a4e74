import { Refusal } from '../refusal.ts';
import { inThread } from '../threads/threads.ts';
import type { Checked } from './look.ts';
import { FileRefusal } from './refusal.ts';

export type { Checked } from './look.ts';

const threaded = inThread<typeof import('./look.ts')>('src/lib/server/file-check/look.ts');

/**
 * Looks into a file in a thread. @param name what the sender calls it
 * @throws FileRefusal
 */
export async function check(path: string, name: string): Promise<Checked> {
	const found = await threaded('look', { path, name }).catch(asReason);
	if ('reason' in found) throw new FileRefusal(found.reason);
	return found;
}

function asReason(error: unknown) {
	if (!(error instanceof Refusal)) throw error;
	return { reason: error.code === 'BUSY' ? ('busy' as const) : ('heavy' as const) };
}
