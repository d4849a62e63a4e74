import { document, type Database } from '#lib/server/database.ts';
import { ownData, type OwnData } from './own-data.ts';

const ownDataOf = document('own_data', ownData);

/** What is stored about the person asking (Art. 15 DSGVO). */
export async function find(db: Database): Promise<OwnData> {
	return ownDataOf(db);
}
