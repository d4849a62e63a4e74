import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Failure, Given, UsageFailure } from './command.ts';
import { invite } from './invite.ts';

beforeEach(() => {
	vi.stubEnv('DATABASE_URL', '');
	vi.stubEnv('DATA_DIR', '/nirgends');
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllEnvs();
});

/** What is well gets as far as the database, and there is none. */
const inviteUntil = (until: string) =>
	invite.run(
		new Given(
			{
				post: 'Leitung',
				organisation: 'Harz',
				email: 'neu@harz.example',
				'given-name': 'Petra',
				'family-name': 'Neu',
				until
			},
			[]
		)
	);
const refusal = /^Der letzte Tag wird als JJJJ-MM-TT angegeben/;

test('the last day is judged by the calendar in Germany', async () => {
	vi.useFakeTimers({ now: new Date('2026-11-27T23:30:00Z'), toFake: ['Date'] }); // 0:30 on the 28th in Berlin
	await expect(inviteUntil('2026-11-27')).rejects.toThrow(refusal);
	await expect(inviteUntil('2026-11-28')).rejects.toThrow(/liegt keine Datenbank/);
});

test.each(['2099-02-30', '2099-13-01', '2099-2-3', '3.2.2099', 'morgen'])(
	'%s is no last day',
	async (day) => {
		await expect(inviteUntil(day)).rejects.toThrow(UsageFailure);
		await expect(inviteUntil(day)).rejects.toThrow(refusal);
	}
);

test('a leap day is one', async () => {
	await expect(inviteUntil('2096-02-29')).rejects.toThrow(Failure);
	await expect(inviteUntil('2096-02-29')).rejects.toThrow(/liegt keine Datenbank/);
});
