// Measures CPU per request: of our pages beside another commit's, of much data beside little, and beside a bare server's.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { buildOf, ownBuild, type Build } from './build.ts';
import { fill, planner, type Filling } from './fill.ts';
import { mailing } from './mailing.ts';
import { pair, type Course, type Pair } from './paired.ts';
import { plans, quiet } from './plans.ts';
import { report, type Results } from './report.ts';
import { fetchedBy } from './fetched.ts';
import { startBare, startSystem, type System } from './system.ts';
import { takeAway } from './export.ts';
import { wishesOf } from './wishes.ts';

const wishes = wishesOf(process.argv.slice(2));
const own = ownBuild();
const course: Course = { rounds: wishes.rounds, scale: wishes.scale };
const wanted = plans.filter(({ key }) => wishes.only?.includes(key) ?? true);
const machine = `${cpus().length} × ${cpus()[0]?.model}, Node ${process.versions.node}`;
const results: Results = { machine, commit: own.commit };
const few = { authorities: 100, reports: 2_000 };

if (wishes.beside) {
	const other = await buildOf(wishes.beside);
	const filling = { ...few, measured: 1_000 };
	results.beside = await systems([own, filling], [other, filling], async (pairOf) => ({
		commit: other.commit,
		pages: await pages(pairOf),
		memory: pairOf.map((system) => system.memory())
	}));
}
if (wishes.germany) {
	const [small, large] = [few, { authorities: 400, reports: 1_000_000 }];
	results.growth = await systems([own, small], [own, large], async (pairOf) => ({
		most: 1.5,
		reports: [small.reports, large.reports],
		pages: await pages(pairOf)
	}));
} else if (!wishes.only) {
	const large = { ...few, reports: 200_000 };
	await systems([own, few], [own, large], async (pairOf) => {
		results.growth = { most: 1.3, reports: [few.reports, large.reports], pages: await pages(pairOf) };
		const [system] = pairOf;
		results.fetched = await fetchedBy(system);
		await fill(system, { ...few, measured: 20_000 });
		results.exports = { reports: 20_000, taken: [] };
		for (const kind of ['csv', 'xlsx']) results.exports.taken.push(await takeAway(system, kind, planner(0)));
		results.mailed = await mailing(system, 1000);
	});
}

const file = wishes.only
	? undefined
	: join(import.meta.dirname, wishes.germany ? 'GERMANY.md' : 'RESULTS.md');
const text = await format(report(results), {
	...(await resolveConfig(import.meta.filename)),
	parser: 'markdown'
});
console.log(text);
if (file) writeFileSync(file, text);

type Wanted = [Build, Filling];

/** Starts two systems, fills them, and stops them whatever happens. */
async function systems<T>(one: Wanted, other: Wanted, work: (systems: [System, System]) => Promise<T>) {
	const running: System[] = [];
	try {
		for (const [build, filling] of [one, other]) {
			const system = await startSystem(build);
			running.push(system);
			await fill(system, filling);
			await quiet(system);
		}
		return await work(running as [System, System]);
	} finally {
		for (const system of running) await system.stop();
	}
}

async function pages(pairOf: [System, System]): Promise<Pair[]> {
	const bare = await startBare();
	try {
		const measured = [];
		for (const plan of wanted) {
			const done = await pair(plan, pairOf, bare, course);
			const ratios = done.ratios.map((ratio) => ratio.toFixed(2)).join(', ');
			console.error(`${plan.page}: ${ratios} of the other's`);
			measured.push(done);
		}
		return measured;
	} finally {
		await bare.stop();
	}
}
