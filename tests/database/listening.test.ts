import { expect, onTestFinished, test } from 'vitest';
import { openBackend } from '#lib/server/backend.ts';
import { canListen } from '#lib/server/listening.ts';
import { readSettings } from '#lib/server/settings.ts';
import { hasPooler, startPooler } from '../pooler.ts';
import { asAnonymous, ask, databaseUrl } from './harness.ts';

/* A pooler is found out by a trial, never by trust: it says yes to everybody who wants to listen. */

const mail = { SMTP_URL: 'smtp://localhost:1', MAIL_FROM: 'tests@example.org' };

test('straight at the database one hears what others say', async () => {
	expect(await canListen(databaseUrl)).toBe(true);
});

test.skipIf(!hasPooler).each([
	['session', true],
	['transaction', false]
] as const)(
	'a pooler that lends a connection for one %s: heard is %s, and calls go through',
	async (mode, isHeard) => {
		const { url, close } = await startPooler(databaseUrl, mode);
		onTestFinished(close);
		expect(await canListen(url)).toBe(isHeard);
		await openBackend(readSettings({ DATABASE_URL: url, ORIGIN_URL: 'http://localhost', ...mail }));
		const authorities = await ask(asAnonymous().from('authorities').select('key'));
		expect(authorities).toContainEqual({ key: 'harz' });
	}
);
