import { spawnSync } from 'node:child_process';
import { format, resolveConfig } from 'prettier';

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
 * The types of the data interface, as the CLI writes them, but with arguments that may be null: in SQL all may.
 * @throws Error when the CLI cannot be had or fails
 */
export async function generateTypes(url: string): Promise<string> {
	const { status, stdout, stderr } = supabase(url, 'gen', 'types', '--schema', 'public');
	if (status !== 0) throw new Error(`supabase gen types: ${stderr || stdout}`);
	const types = stdout.replace(/("p_\w+"\??: )([^,\n}]+)/g, '$1$2 | null');
	const style = await resolveConfig('src/lib/server/database.ts');
	return format(`// Written by \`npm run types\` from the migrations.\n${types}`, {
		...style,
		parser: 'typescript'
	});
}

/**
 * What the advisors found, at level WARN or above, apart from graphile-worker's own schema and from the clock: its
 * functions set no path, for their bodies are parsed when they are made and have no name left to look up.
 * @throws Error as above
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
		.filter(({ name, detail }) => !(name === 'function_search_path_mutable' && clock.test(detail)))
		.map(({ level, title, detail }) => `${level} ${title}: ${detail}`);
}

const clock = /`private\.(now|today)`/;

type Finding = { name: string; level: string; title: string; detail: string; metadata: { schema: string } };
