import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { transport } from './hooks.ts';

test('no page has the script that would read what is not written out', () => {
	const files = globSync('src/routes/**/+*.{ts,js}');
	expect(files.filter((file) => /csr\s*=\s*true/.test(readFileSync(file, 'utf8')))).toEqual([]);
});

/** Kit's own, as it stands in the packages: whatever changes there is seen here. */
async function written(hooks: { transport: object }): Promise<string> {
	const place = '../node_modules/@sveltejs/kit/src/runtime/server/page/data_serializer.js';
	const { server_data_serializer: serializer } = await import(/* @vite-ignore */ place);
	const { add_node, get_data } = serializer({}, {}, { hooks });
	const uses = { dependencies: new Set(), params: new Set(), search_params: new Set() };
	add_node(0, { type: 'data', data: { title: 'Kein Bus am Abend' }, uses });
	return get_data({ script_needs_nonce: false }).data;
}

test('what a page was made from is not written out', async () => {
	expect(await written({ transport: {} })).toContain('Kein Bus am Abend');
	expect(await written({ transport })).not.toContain('Kein Bus am Abend');
});
