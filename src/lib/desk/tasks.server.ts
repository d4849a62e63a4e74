import { ask, type Database } from '#lib/server/database.ts';
import type { StartPage } from './tasks.ts';

/** What is there for the signed-in person to do, and by when, from all posts they hold. */
export const find = (db: Database): Promise<StartPage> => ask<StartPage>(db.rpc('start_page'));
