import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The project's folder: migrations and binaries are found from here, whether we run from `src` or from `build`. */
export const root = above(import.meta.dirname);

function above(folder: string): string {
	if (existsSync(join(folder, 'supabase', 'migrations'))) return folder;
	const parent = dirname(folder);
	return parent === folder ? process.cwd() : above(parent);
}
