import { readdirSync, readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK']));

/** @param {number} pid */
function stat(pid) {
	try {
		const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
		return text.slice(text.lastIndexOf(')') + 2).split(' ');
	} catch {
		return null;
	}
}

/** All processes below one, itself included. @param {number} root @returns {number[]} */
export function family(root) {
	const parents = new Map();
	for (const name of readdirSync('/proc')) {
		if (!/^\d+$/.test(name)) continue;
		const fields = stat(Number(name));
		if (fields) parents.set(Number(name), Number(fields[1]));
	}
	const found = [root];
	for (const pid of found) for (const [child, parent] of parents) if (parent === pid) found.push(child);
	return found;
}

/**
 * CPU time used so far by processes and by their children that have ended, in milliseconds (utime + stime + cutime + cstime).
 * @param {number[]} pids
 */
export function cpu(pids) {
	let ticks = 0;
	for (const pid of pids) {
		const fields = stat(pid);
		if (fields) ticks += [11, 12, 13, 14].reduce((sum, field) => sum + Number(fields[field]), 0);
	}
	return (ticks / ticksPerSecond) * 1000;
}

/** Resident memory of one process in MB. @param {number} pid */
export function memory(pid) {
	const match = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
	return Number(match?.[1] ?? 0) / 1024;
}
