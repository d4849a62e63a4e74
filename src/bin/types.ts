import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../lib/server/embedded/migrate.ts';
import { startServer } from '../lib/server/embedded/server.ts';
import { generateTypes } from './supabase.ts';

// npm run types: the migrations on a database made for this, and what the Supabase CLI reads from it.
const folder = mkdtempSync(join(tmpdir(), 'augenhoehe-types-'));
const server = await startServer(folder, { durable: false });
try {
	await migrate(server.url);
	const path = 'src/lib/server/database.types.ts';
	writeFileSync(path, await generateTypes(server.url));
	console.log(`written: ${path}`);
} finally {
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
}
