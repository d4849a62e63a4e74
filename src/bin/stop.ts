// Stops an embedded database that was left running on the data folder.
import { stopServer } from '../lib/server/embedded/server.ts';

await stopServer(process.env.DATA_DIR ?? '.data');
