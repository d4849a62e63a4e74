// npm test: from a fresh clone to the result of every test. The last line says how many passed and failed.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getBrowser } from './browser.js';
import { main, run, say, Stop } from './commands.js';
import { findNode } from './node.js';
import { build, install } from './prepare.js';

await main(async () => {
	const work = mkdtempSync(join(tmpdir(), 'augenhoehe-test-'));
	try {
		await prepare();
		return report([await unitsAndDatabase(work), await journeys(work)]);
	} catch (error) {
		console.error(error instanceof Stop ? error.message : error);
		return report([{ passed: 0, failed: 1 }]);
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
});

async function prepare() {
	process.env.AUGENHOEHE_NODE = await findNode();
	await install();
	await build();
	await getBrowser();
}

/** @typedef {{ passed: number, failed: number }} Result */

/** @param {string} work @returns {Promise<Result>} */
async function unitsAndDatabase(work) {
	say('Einheiten, Datenbank, Störungen …');
	const file = join(work, 'vitest.json');
	const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
	const { status } = await run('node', [join('node_modules', 'vitest', 'vitest.mjs'), ...args], {
		shown: true
	});
	const { numPassedTests = 0, numFailedTests = 0 } = read(file);
	return counted(status, numPassedTests, numFailedTests);
}

/** @param {string} work @returns {Promise<Result>} */
async function journeys(work) {
	say('Wege im Browser …');
	const file = join(work, 'journeys.json');
	const env = { ...process.env, JOURNEYS_FILE: file, TEST_DATA_DIR: join(work, 'data') };
	const cli = join('node_modules', '@playwright', 'test', 'cli.js');
	const { status } = await run('node', [cli, 'test', '--pass-with-no-tests'], { shown: true, env });
	const { expected = 0, unexpected = 0, flaky = 0 } = read(file).stats ?? {};
	return counted(status, expected + flaky, unexpected);
}

/**
 * A run that failed without naming a test (it broke off, a file could not be read) counts as one failed.
 * @param {number} status
 * @param {number} passed
 * @param {number} failed
 */
function counted(status, passed, failed) {
	return { passed, failed: status !== 0 && failed === 0 ? 1 : failed };
}

/** @param {string} file what a run reported, if it came that far */
function read(file) {
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** @param {Result[]} results @returns {number} the status to end with */
function report(results) {
	const passed = results.reduce((sum, result) => sum + result.passed, 0);
	const failed = results.reduce((sum, result) => sum + result.failed, 0);
	if (process.env.SUMMARY_FILE) writeFileSync(process.env.SUMMARY_FILE, `${passed} ${failed}\n`);
	else say(`${passed} passed, ${failed} failed`);
	return failed === 0 ? 0 : 1;
}
