import type { Export } from './export.ts';
import type { Fetched } from './fetched.ts';
import type { Mailing } from './mailing.ts';
import type { Pair } from './paired.ts';
import type { System } from './system.ts';
import { amount, range, table, verdict } from './table.ts';

type MemoryOf = ReturnType<System['memory']>;

export type Results = {
	machine: string;
	commit: string;
	/** This build and another one, with the same data. */
	beside?: { commit: string; pages: Pair[]; memory: MemoryOf[] };
	/** This build with few and with many reports; `most` as a multiple of CPU is the aim. */
	growth?: { reports: number[]; most: number; pages: Pair[] };
	fetched?: Fetched[];
	exports?: { reports: number; taken: Export[] };
	mailed?: Mailing;
};

/** Aims by page: as a part of commit 1e55d0f's CPU, and as multiples of the bare server's. */
const aims: Record<string, { part: number; multiple: number }> = {
	public: { part: 0.7, multiple: 10 },
	list: { part: 0.45, multiple: 150 },
	report: { part: 0.5, multiple: 170 },
	start: { part: 0.4, multiple: 130 },
	ledger: { part: 0.2, multiple: 1000 },
	submission: { part: 0.5, multiple: 260 }
};

/** The results as Markdown, as far as there are any. */
export function report(results: Results): string {
	return [
		`# Bench

\`npm run bench\`, one run on one machine (${results.machine}), commit ${results.commit}. Eight kept-alive connections of
eight people; the load generator's own CPU is not counted. **CPU** is that of the server process and all processes of its
database per request, in milliseconds. Each page is loaded on two systems in turn, round after round, and the bare
node:http server before, between and after: quotients hold where milliseconds do not.`,
		results.beside && beside(results.beside),
		results.growth && growth(results.growth),
		results.fetched && fetched(results.fetched),
		results.mailed && mailed(results.mailed),
		results.exports && exported(results.exports)
	]
		.filter(Boolean)
		.join('\n\n');
}

function beside({ commit, pages, memory }: NonNullable<Results['beside']>): string {
	const title = `## Beside commit ${commit}

1,000 reports in the authority that is measured, 50 entries in the report's chronicle. A submission counts with the work
after its answer: until no job is left. In brackets the lowest and the highest of the rounds.`;
	const heads = [
		'Page',
		'CPU',
		'of it database',
		`${commit}'s`,
		'÷',
		'Aim',
		'Bare',
		'× bare',
		'Aim',
		'p50 ms',
		'p99 ms'
	];
	const rows = pages.map(({ plan, first, second, ratios, bare }) => {
		const { part, multiple } = aims[plan.key]!;
		return [
			plan.page,
			amount(first.cpu, 2),
			amount(first.database, 2),
			amount(second.cpu, 2),
			`${amount(first.cpu / second.cpu, 2)} (${range(ratios)})`,
			verdict(first.cpu / second.cpu, part),
			amount(bare, 3),
			amount(first.cpu / bare, 0),
			verdict(first.cpu / bare, multiple),
			amount(first.p50),
			amount(first.p99)
		];
	});
	const sizes = memory.map(({ server, database }, index) => [
		index === 0 ? 'this build' : commit,
		amount(server.megabytes, 0),
		amount(database.megabytes, 0),
		String(database.processes),
		amount(server.megabytes + database.megabytes, 0),
		index === 0 ? verdict(server.megabytes + database.megabytes, 300) : ''
	]);
	return [
		title,
		table(heads, rows),
		'Memory after that load (proportional set size, MB):',
		table(['', 'Server', 'Database', 'Processes of it', 'Whole system', 'Aim'], sizes)
	].join('\n\n');
}

function growth({ reports, most, pages }: NonNullable<Results['growth']>): string {
	const [few, many] = reports.map((count) => count.toLocaleString('en'));
	const rows = pages.map(({ plan, first, second, ratios, bare }) => [
		plan.page,
		amount(first.cpu, 2),
		amount(second.cpu, 2),
		`${amount(second.cpu / first.cpu, 2)} (${range(ratios.map((ratio) => 1 / ratio))})`,
		verdict(second.cpu / first.cpu, most),
		amount(bare, 3),
		amount(first.requests / first.seconds, 0),
		amount(second.requests / second.seconds, 0)
	]);
	return [
		`## From ${few} to ${many} reports`,
		table(
			['Page', `CPU at ${few}`, `at ${many}`, '×', 'Aim', 'Bare', `Requests/s at ${few}`, `at ${many}`],
			rows
		)
	].join('\n\n');
}

function fetched(pages: Fetched[]): string {
	const rows = pages.map(({ page, javascript, css }) => [
		page,
		amount(javascript),
		verdict(javascript, 30),
		amount(css),
		verdict(css, 20)
	]);
	return `## What a browser fetches

kB after gzip, with an empty cache.

${table(['Page', 'JavaScript', 'Aim', 'CSS', 'Aim'], rows)}`;
}

const mailed = ({ letters, seconds, cpu, memory }: Mailing) => `## Letters

A call opened to ${letters.toLocaleString('en')} addressees: every letter written and handed on after ${amount(seconds)} s, ${amount(cpu, 2)} ms CPU each,
server process at most ${amount(memory, 0)} MB resident (aim ${verdict(memory, 400)}).`;

function exported({ reports, taken }: NonNullable<Results['exports']>): string {
	const rows = taken.map(({ format, seconds, bytes, memory }) => [
		format,
		amount(seconds),
		amount(bytes / 1e6),
		amount(memory, 0),
		verdict(memory, 400)
	]);
	return `## The whole list of ${reports.toLocaleString('en')} reports taken away

${table(['Format', 'Seconds', 'MB sent', 'MB resident', 'Aim'], rows)}`;
}
