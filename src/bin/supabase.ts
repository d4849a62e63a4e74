import { spawnSync } from 'node:child_process';

/**
 * Runs the Supabase CLI against a database. It is 142 MB and rarely needed, so npx fetches it when asked.
 * @param url of a PostgreSQL; one on this machine speaks no TLS
 */
export function supabase(url: string, ...args: string[]) {
	const isLocal = ['localhost', '127.0.0.1'].includes(new URL(url).hostname);
	const target = `--remote=${url}${isLocal ? '?sslmode=disable' : ''}`;
	const command = ['-y', 'supabase@3.1.0', ...args, target, '--yes', '--agent=no'];
	const { status, stdout, stderr } = spawnSync('npx', command, {
		encoding: 'utf8',
		env: { ...process.env, DO_NOT_TRACK: '1', SUPABASE_TELEMETRY_DISABLED: '1' },
		shell: process.platform === 'win32'
	});
	return { status, stdout, stderr };
}

/**
 * What the advisors found, at level WARN or above, apart from graphile-worker's own schema and from functions that set no
 * path because their bodies are parsed when they are made and have no name left to look up.
 * @throws Error when the CLI cannot be had or fails
 */
export function advise(url: string): string[] {
	const { status, stdout, stderr } = supabase(
		url,
		'db',
		'advisors',
		'--level',
		'warn',
		'--output-format',
		'json'
	);
	if (status !== 0) throw new Error(`supabase db advisors: ${stderr || stdout}`);
	const { results } = JSON.parse(stdout) as { results: Finding[] };
	return results
		.filter(({ metadata }) => metadata.schema !== 'graphile_worker')
		.filter(({ name, detail }) => !(name === 'function_search_path_mutable' && parsed.test(detail)))
		.map(({ level, title, detail }) => `${level} ${title}: ${detail}`);
}

const parsed = /`private\.(now|today|standing|grace)`/;

type Finding = { name: string; level: string; title: string; detail: string; metadata: { schema: string } };
