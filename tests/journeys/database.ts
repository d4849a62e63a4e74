import { test as base } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPostmaster } from '../../src/lib/server/embedded/processes.ts';
import { ownerOf } from '../database/owner.ts';

/** A test that may look behind the pages, or move the time there: `owner` owns the running server's database. */
export const test = base.extend<object, { owner: ReturnType<typeof ownerOf> }>({
	owner: [
		async ({}, use) => {
			const owner = ownerIn(process.env.TEST_DATA_DIR!);
			await use(owner);
			await owner.close();
		},
		{ scope: 'worker' }
	]
});
export { expect } from '@playwright/test';

/** Who owns the database of a program that runs on this folder. */
export function ownerIn(folder: string) {
	const password = readFileSync(join(folder, 'password'), 'utf8').trim();
	const { port } = readPostmaster(join(folder, 'database'))!;
	return ownerOf(`postgresql://postgres:${password}@127.0.0.1:${port}/postgres`);
}
