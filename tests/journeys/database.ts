import { test as base } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPostmaster } from '../../src/lib/server/embedded/processes.ts';
import { ownerOf } from '../database/owner.ts';

type Behind = {
	/** Owns the running server's database. */
	owner: ReturnType<typeof ownerOf>;
	/** The number of a report of the sample, which says the year in which it came in. */
	numberOf: (title: string) => Promise<string>;
};

/** A test that may look behind the pages, or move the time there. */
export const test = base.extend<object, Behind>({
	owner: [
		async ({}, use) => {
			const owner = ownerIn(process.env.TEST_DATA_DIR!);
			await use(owner);
			await owner.close();
		},
		{ scope: 'worker' }
	],
	numberOf: [
		async ({ owner }, use) =>
			use(async (title) => {
				const [report] = await owner.sql('select number from public.need_reports where title = $1', [title]);
				return report!.number as string;
			}),
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
