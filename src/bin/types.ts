import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../lib/server/embedded/migrate.ts';
import { startServer } from '../lib/server/embedded/server.ts';
import { databaseTypes } from './database-types.ts';
import { generateKinds } from './kinds.ts';

// npm run types: the migrations on a database made for this, and what is read from it.
const folder = mkdtempSync(join(tmpdir(), 'augenhoehe-types-'));
const server = await startServer(folder, { durable: false });
try {
	await migrate(server.url);
	write('src/kinds.d.ts', await generateKinds(server.url));
	write('src/lib/server/database.types.ts', await databaseTypes(server.url));
} finally {
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
}

function write(path: string, text: string) {
	writeFileSync(path, text);
	console.log(`written: ${path}`);
}
