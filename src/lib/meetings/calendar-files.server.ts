import { Refusal } from '#lib/server/database.ts';
import { decoded } from '#lib/server/import/decoded.ts';
import { inThread } from '#lib/server/threads/threads.ts';
import type { CalendarFile } from './calendar-file.ts';

const threaded = inThread<typeof import('./calendar-file.server.ts')>(
	'src/lib/meetings/calendar-file.server.ts'
);

/** Reads a calendar in a thread. `problem` says why it cannot be read. */
export const readCalendar = (text: string): Promise<CalendarFile> =>
	threaded('calendarIn', { text, now: new Date() }).catch(asProblem);

function asProblem(error: unknown) {
	if (!(error instanceof Refusal)) throw error;
	return { problem: error.messageKey };
}

/**
 * The text of a calendar file. Its long lines are broken between bytes, also within a letter, so they are joined before
 * there are letters (RFC 5545, 3.1).
 */
export const textOf = (bytes: Uint8Array) =>
	decoded(
		Buffer.from(
			Buffer.from(bytes)
				.toString('latin1')
				.replace(/\r?\n[ \t]/g, ''),
			'latin1'
		)
	);
