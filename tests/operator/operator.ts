import { spawn } from 'node:child_process';

export type Ended = { status: number | null; output: string };

/** Runs a command as an operator does: a program of its own, seen from outside. */
export function operator(args: string[], environment: Record<string, string> = {}): Promise<Ended> {
	const env = { ...process.env, DATABASE_URL: '', ORIGIN_URL: '', ...environment };
	const child = spawn(process.execPath, ['src/bin/operator/operator.ts', ...args], { env });
	let output = '';
	child.stdout.on('data', (text) => (output += text));
	child.stderr.on('data', (text) => (output += text));
	return new Promise((done) => child.once('close', (status) => done({ status, output })));
}

/** The link it printed. */
export const linkIn = ({ output }: Ended) =>
	/https?:\/\/\S+\/(?:einladung|anmelden\/link)\/(\S+)/.exec(output)?.[1] ?? '';
