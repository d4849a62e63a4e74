import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK']));

function statOf(pid: number): string[] | null {
	try {
		const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
		return text.slice(text.lastIndexOf(')') + 2).split(' ');
	} catch {
		return null; // it has ended
	}
}

function family(root: number): number[] {
	const parents = new Map<number, number>();
	for (const name of readdirSync('/proc')) {
		const stat = /^\d+$/.test(name) && statOf(Number(name));
		if (stat) parents.set(Number(name), Number(stat[1]));
	}
	const found = [root];
	for (const pid of found) for (const [child, parent] of parents) if (parent === pid) found.push(child);
	return found;
}

const processesOf = (roots: number[]) => [...new Set(roots.filter(Boolean).flatMap(family))];

/**
 * CPU time in milliseconds that processes, those below them and those that have ended below them used so far. A process
 * below two of them counts once.
 * @param except processes of the measurement itself
 */
export function cpuOf(roots: number[], except: number[] = []): number {
	let ticks = 0;
	for (const pid of processesOf(roots)) {
		const stat = except.includes(pid) ? null : statOf(pid);
		if (stat) for (const field of [11, 12, 13, 14]) ticks += Number(stat[field]);
	}
	return (ticks / ticksPerSecond) * 1000;
}

/** Resident memory of one process in MB. */
export function memoryOf(pid: number): number {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}

/** How many processes, and their proportional set size in MB: what they share counts once. */
export type Memory = { processes: number; megabytes: number };

/** Of processes and those below them. */
export function shareOf(roots: number[], except: number[] = []): Memory {
	const sizes = processesOf(roots)
		.filter((pid) => !except.includes(pid))
		.map(proportionalSize)
		.filter((size) => size > 0);
	return { processes: sizes.length, megabytes: sizes.reduce((sum, size) => sum + size, 0) };
}

function proportionalSize(pid: number): number {
	try {
		const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
		return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) / 1024;
	} catch {
		return 0; // it has ended
	}
}
