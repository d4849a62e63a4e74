import { sql } from './harness.ts';

/*
 * The clock of every rule. Rows keep the moment at which they were really written: what was made before becomes older
 * by as much, without a rule being taken off to date it back.
 */

/** From now on it is so much later, for everybody: `later('16 minutes')`. */
export const later = (interval: string) => set(`pg_catalog.now() + interval '${interval}'`);

/** From now on it is always this moment. */
export const at = (moment: string) => set(`timestamptz '${moment}'`);

/** The clock of the machine again. */
export const backToNow = () => set('pg_catalog.now()');

const set = (instant: string) =>
	sql(`create or replace function private.now() returns timestamptz language sql stable return ${instant}`);
