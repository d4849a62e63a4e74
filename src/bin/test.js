// npm test: from a fresh clone to the result of every test. The last line says how many passed and failed.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { getBrowser } from './browser.js';
import { main, run, say, Stop } from './commands.js';
import { findNode } from './node.js';
import { systemPooler } from './pooler.js';
import { build, install, sync } from './prepare.js';

await main(async () => {
	const work = mkdtempSync(join(tmpdir(), 'augenhoehe-test-'));
	try {
		await prepare();
		const built = build({ isSynced: true }).then(getBrowser);
		const lanes = [built.then(() => journeys(work)), inVitest(work, built)];
		return report((await Promise.all(lanes.map((lane) => lane.catch(failure)))).flat());
	} catch (error) {
		return report([failure(error)]);
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
});

/** What the build and the tests both begin with, so that they do not write over each other. */
async function prepare() {
	await findNode();
	await install();
	await run('node', [join('src', 'bin', 'texts.js')], { failure: 'Die Texte ließen sich nicht übersetzen.' });
	await sync();
	if (!systemPooler())
		say(
			'Die Tests hinter einem Pooler werden ausgelassen, denn es gibt hier kein pgbouncer (Debian: apt-get install pgbouncer).'
		);
}

/** @typedef {{ passed: number, failed: string[] }} Result `failed` names the tests, so that the end can */

/**
 * Runs beside the build and the journeys, which use one core and a half. What starts the program needs the build; that
 * there is none is told by the journeys.
 * @param {string} work
 * @param {Promise<void>} built
 */
async function inVitest(work, built) {
	const early = await vitest(work, 'Einheiten, Datenbank', ['unit', 'database']);
	// Both wait for programs to start and end most of the time.
	const late = () =>
		Promise.all([vitest(work, 'Störungen', ['faults']), vitest(work, 'Betrieb', ['operator'])]);
	return [early, await built.then(late, () => [])].flat(2);
}

/** @param {string} work @param {string} what @param {string[]} projects @returns {Promise<Result>} */
async function vitest(work, what, projects) {
	say(`${what} …`);
	const file = join(work, `${projects[0]}.json`);
	const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
	const { status, output } = await run('node', [
		join('node_modules', 'vitest', 'vitest.mjs'),
		...args,
		...projects.map((name) => `--project=${name}`)
	]);
	say(`${what}:\n${output}`); // in one piece: the journeys tell theirs at the same time
	const { numPassedTests = 0, testResults = [] } = read(file);
	return counted(what, status, numPassedTests, testResults.flatMap(failedInFile));
}

/** @param {{ name: string, status: string, assertionResults: { status: string, fullName: string }[] }} file as Vitest tells */
function failedInFile({ name, status, assertionResults }) {
	const tests = assertionResults.filter((test) => test.status === 'failed').map((test) => test.fullName);
	const named = tests.length === 0 && status === 'failed' ? ['could not be read'] : tests;
	return named.map((test) => `${relative('.', name)}: ${test}`);
}

/** @param {string} work @returns {Promise<Result>} */
async function journeys(work) {
	say('Wege im Browser …');
	const file = join(work, 'journeys.json');
	const env = { ...process.env, JOURNEYS_FILE: file, TEST_DATA_DIR: join(work, 'data') };
	const cli = join('node_modules', '@playwright', 'test', 'cli.js');
	const { status } = await run('node', [cli, 'test', '--pass-with-no-tests'], { shown: true, env });
	const { suites = [], stats: { expected = 0, flaky = 0 } = {} } = read(file);
	return counted('Wege im Browser', status, expected + flaky, suites.flatMap(failedInSuite));
}

/**
 * @typedef {{ file: string, title: string, ok: boolean }} Spec
 * @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite as Playwright tells
 */

/** @param {Suite} suite @returns {string[]} */
function failedInSuite({ specs = [], suites = [] }) {
	const own = specs.filter((spec) => !spec.ok).map((spec) => `tests/${spec.file}: ${spec.title}`);
	return [...own, ...suites.flatMap(failedInSuite)];
}

/**
 * A run that failed without naming a test (it broke off, a file could not be read) counts as one failed.
 * @param {string} what
 * @param {number} status
 * @param {number} passed
 * @param {string[]} failed
 * @returns {Result}
 */
function counted(what, status, passed, failed) {
	return { passed, failed: status !== 0 && failed.length === 0 ? [`${what}: broke off`] : failed };
}

/** @param {unknown} error @returns {Result} */
function failure(error) {
	const sentence = error instanceof Stop ? error.message : error;
	console.error(sentence);
	return { passed: 0, failed: [String(sentence)] };
}

/** @param {string} file what a run reported, if it came that far */
function read(file) {
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** @param {Result[]} results @returns {number} the status to end with */
function report(results) {
	const passed = results.reduce((sum, result) => sum + result.passed, 0);
	const failed = results.flatMap((result) => result.failed);
	const names = failed.map((name) => `failed: ${name}`);
	for (const name of names) say(name);
	if (process.env.SUMMARY_FILE)
		writeFileSync(process.env.SUMMARY_FILE, [`${passed} ${failed.length}`, ...names, ''].join('\n'));
	else say(`${passed} passed, ${failed.length} failed`);
	return failed.length === 0 ? 0 : 1;
}
