import { sql } from './harness.ts';

/** How long something can be taken back and its mails are held; without it mails go out at once. */
export const setGrace = (interval: string) =>
	sql(
		`create or replace function private.grace() returns interval language sql immutable return interval '${interval}'`
	);
