import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import type { RouteId } from '$app/types';

/** Every route that answers, as it stands in the tree. */
export const routeIds = [
	...new Set(
		globSync('src/routes/**/+{page,page.server,server}.{svelte,ts}').map(
			(file) => dirname(file).replaceAll('\\', '/').replace('src/routes', '') || '/'
		)
	)
].sort() as RouteId[];
