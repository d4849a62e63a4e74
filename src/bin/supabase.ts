import { spawnSync } from 'node:child_process';

/**
 * Runs the Supabase CLI against a database. It is 142 MB and rarely needed, so npx fetches it when asked.
 * @param url of a PostgreSQL on this machine
 */
export function supabase(url: string, ...args: string[]) {
	const target = `--remote=${url}?sslmode=disable`;
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
export function generateTypes(url: string): string {
	const { status, stdout, stderr } = supabase(url, 'gen', 'types', '--schema', 'public');
	if (status !== 0) throw new Error(`supabase gen types: ${stderr || stdout}`);
	return (
		'// Written by `npm run types` from the migrations.\n' +
		stdout.replace(/("p_\w+"\??: )([^,\n}]+)/g, '$1$2 | null')
	);
}
