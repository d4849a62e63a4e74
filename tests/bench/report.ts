import type { Assets } from './assets.ts';
import type { Export } from './export.ts';
import type { Load } from './load.ts';
import type { Mailing } from './mailing.ts';

export type Row = Load & { page: string; reports: number; cpu: number; database: number };
type Bench = {
	rows: Row[];
	assets: Assets[];
	memory: number;
	machine: string;
	commit: string;
	exported: number;
	exports: Export[];
	mailed: Mailing;
};

/** Aims as multiples of the bare server's CPU per request. */
const aims: Record<string, number> = {
	'public overview': 20,
	'signed-in list of 50': 200,
	"a report's submission": 300
};

const number = (value: number, digits = 1) => value.toFixed(digits);

/** The results as Markdown. Every multiple is against the bare server of the same size of data, measured just before. */
export function report({ rows, assets, memory, machine, commit, exported, exports, mailed }: Bench): string {
	const bareOf = (reports: number) =>
		rows.find((row) => row.page.startsWith('bare') && row.reports === reports)!;
	const [small, large] = [...new Set(rows.map(({ reports }) => reports))];
	const table = rows.map((row) => {
		const multiple = row.cpu / bareOf(row.reports).cpu;
		const aim = aims[row.page];
		return `| ${row.page} | ${row.reports.toLocaleString('en')} | ${number(row.requests / row.seconds, 0)} | ${number(row.p50)} | ${number(row.p99)} | ${number(row.cpu, 3)} | ${number(row.database, 3)} | ${number(multiple)} | ${aim ? `≤ ${aim}: ${multiple <= aim ? 'met' : '**not met**'}` : ''} |`;
	});
	const growth = [...new Set(rows.map(({ page }) => page))].slice(1).map((page) => {
		const at = (reports?: number) =>
			rows.find((row) => row.page === page && row.reports === reports)?.cpu ?? NaN;
		const ratio = at(large) / at(small);
		return `| ${page} | ${number(ratio, 2)} | ${ratio <= 1.5 ? 'met' : '**not met**'} |`;
	});
	const sent = assets.map(
		({ path, javascript, css }) =>
			`| ${path} | ${number(javascript)} | ${number(css)} | ${javascript <= 60 && css <= 20 ? 'met' : '**not met**'} |`
	);
	const taken = exports.map(
		(one) =>
			`| ${one.format} | ${number(one.seconds)} | ${number(one.bytes / 1e6)} | ${number(one.memory, 0)} | ${one.memory <= 400 ? 'met' : '**not met**'} |`
	);
	return `# Bench

\`npm run bench\`, one run on one machine (${machine}), commit ${commit}. 100 authorities; eight kept-alive connections; the
load generator's own CPU is not counted. **CPU per request** is that of the server process and all processes of its
database, in milliseconds; the multiple of the bare server's is the figure that holds on a noisy machine.

| Page | Reports | Requests/s | p50 ms | p99 ms | CPU ms | of it database | × bare | Aim |
|---|---:|---:|---:|---:|---:|---:|---:|---|
${table.join('\n')}

CPU at ${large?.toLocaleString('en')} reports as a multiple of that at ${small?.toLocaleString('en')} (aim ≤ 1.5):

| Page | × | |
|---|---:|---|
${growth.join('\n')}

Sent to the browser, kB after gzip (aim: JavaScript ≤ 60, CSS ≤ 20):

| Page | JavaScript | CSS | |
|---|---:|---:|---|
${sent.join('\n')}

Server process after the run: ${number(memory, 0)} MB resident (aim ≤ 250: ${memory <= 250 ? 'met' : '**not met**'}).

A call opened to ${mailed.letters.toLocaleString('en')} addressees: every letter written and handed on after ${number(mailed.seconds)} s, ${number(mailed.cpu, 2)} ms CPU each,
at most ${number(mailed.memory, 0)} MB (aim ≤ 400: ${mailed.memory <= 400 ? 'met' : '**not met**'}).

The whole list of ${exported.toLocaleString('en')} reports taken away (aim: at most 400 MB while it is sent):

| Format | Seconds | MB sent | MB resident | |
|---|---:|---:|---:|---|
${taken.join('\n')}
`;
}
