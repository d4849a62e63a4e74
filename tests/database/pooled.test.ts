import { afterAll, test } from 'vitest';
import { openBackend } from '#lib/server/backend.ts';
import { readSettings } from '#lib/server/settings.ts';
import { hasPooler, startPooler } from '../pooler.ts';
import { databaseUrl } from './harness.ts';

/* Every call of the contract once more, through a pooler that lends its connections for one transaction each. */
if (hasPooler) {
	const { url, close } = await startPooler(databaseUrl);
	afterAll(close);
	const mail = { SMTP_URL: 'smtp://localhost:1', MAIL_FROM: 'tests@example.org' };
	await openBackend(readSettings({ DATABASE_URL: url, ORIGIN_URL: 'http://localhost', ...mail }));
	await import('./contract.test.ts');
} else test.skip('the contract behind a pooler', () => {});
