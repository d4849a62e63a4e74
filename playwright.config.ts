import { defineConfig } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemBrowser } from './src/bin/browser.js';
import { freePort } from './tests/free-port.ts';

/* The journeys run against the build, on a port and a data folder of their own. The workers read this file again and find
   both in the environment. `npm test` builds first; by hand: `npm run build && npx playwright test needs`. */
process.env.TEST_PORT ??= String(await freePort());
process.env.TEST_DATA_DIR ??= folderForOnce();
const baseURL = `http://localhost:${process.env.TEST_PORT}`;

export default defineConfig({
	testDir: 'tests',
	testMatch: '**/*.spec.ts',
	outputDir: 'test-results',
	timeout: 240_000, // a story by keyboard on a busy machine; what hangs ends sooner, see actionTimeout
	expect: { timeout: 10_000 },
	workers: 2,
	forbidOnly: Boolean(process.env.CI),
	reporter: [['list'], ['json', { outputFile: process.env.JOURNEYS_FILE ?? 'test-results/journeys.json' }]],
	use: {
		baseURL,
		actionTimeout: 30_000,
		navigationTimeout: 60_000,
		locale: 'de-DE',
		timezoneId: 'Europe/Berlin',
		screenshot: 'only-on-failure',
		trace: 'off', // costs a fifth of the time; by hand: --trace on
		launchOptions: { executablePath: systemBrowser() }
	},
	webServer: {
		command: 'node src/bin/serve.ts',
		url: `${baseURL}/health`,
		env: { PORT: process.env.TEST_PORT, DATA_DIR: process.env.TEST_DATA_DIR, LOG_LEVEL: 'warn' },
		gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
		timeout: 120_000,
		stdout: 'ignore',
		stderr: 'pipe'
	}
});

/** For a run by hand; a worker finds the folder in its environment and leaves it alone. */
function folderForOnce(): string {
	const folder = mkdtempSync(join(tmpdir(), 'augenhoehe-journeys-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	return folder;
}
