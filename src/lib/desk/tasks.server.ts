import { document, type Database } from '#lib/server/database.ts';
import { startPage, type StartPage } from './tasks.ts';

const startPageOf = document('start_page', startPage);

/** What is there for the signed-in person to do, and by when, from all posts they hold. */
export const find = (db: Database): Promise<StartPage> => startPageOf(db);
