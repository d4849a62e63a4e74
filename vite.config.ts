import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vitest/config';
import { pageScripts } from './src/bin/page-scripts.js';
import { plainPages } from './src/bin/plain-pages.js';
import { compileTexts, textOptions } from './src/bin/texts.js';

/* Only the development server watches the messages. */
const watches = process.argv.includes('dev');
if (!watches) await compileTexts();

export default defineConfig({
	plugins: [
		tailwindcss(),
		pageScripts(),
		plainPages(),
		watches && paraglideVitePlugin({ ...textOptions, emitTsDeclarations: true }),
		sveltekit()
	],
	test: {
		silent: 'passed-only',
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['src/**/*.test.ts'],
					environment: 'node',
					isolate: false, // what a test changes for all it puts back; loading everything for each file took most of the time
					testTimeout: 30_000
				}
			},
			{
				extends: true,
				test: {
					name: 'database',
					include: ['tests/database/**/*.test.ts'],
					globalSetup: 'tests/database/server.ts',
					environment: 'node',
					testTimeout: 60_000,
					hookTimeout: 120_000
				}
			},
			{
				extends: true,
				test: {
					name: 'faults',
					include: ['tests/faults/**/*.test.ts'],
					environment: 'node',
					fileParallelism: false,
					testTimeout: 120_000,
					hookTimeout: 120_000
				}
			},
			{
				extends: true,
				test: {
					name: 'operator',
					include: ['tests/operator/**/*.test.ts'],
					environment: 'node',
					fileParallelism: false,
					testTimeout: 240_000,
					hookTimeout: 240_000
				}
			}
		]
	}
});
