import { ask, type Database } from '#lib/server/database.ts';
import type { OwnData } from './own-data.ts';

/** What is stored about the person asking (Art. 15 DSGVO). */
export async function find(db: Database): Promise<OwnData> {
	return ask<OwnData>(db.rpc('own_data'));
}
