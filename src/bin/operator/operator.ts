import { parseArgs } from 'node:util';
import { StartFailure } from '../../lib/server/start-failure.ts';
import { Failure, Given, say, UsageFailure, type Command } from './command.ts';

/** Each is read when it is called for: what it needs takes a moment. */
const commands: Record<string, () => Promise<Command>> = {
	administrator: async () => (await import('./administrator.ts')).administrator,
	invite: async () => (await import('./invite.ts')).invite,
	token: async () => (await import('./token.ts')).token,
	backup: async () => (await import('./backup.ts')).backup,
	restore: async () => (await import('./restore.ts')).restore,
	check: async () => (await import('./check.ts')).check,
	purge: async () => (await import('./purge.ts')).purge
};

process.exitCode = await main(process.argv.slice(2));

/** @returns 0 done, 1 not possible or something is wrong, 2 called wrongly */
async function main([name = 'help', ...rest]: string[]): Promise<number> {
	if (['help', '--help', '-h'].includes(name)) return overview();
	const command = Object.hasOwn(commands, name) ? await commands[name]?.() : undefined;
	try {
		if (!command)
			throw new UsageFailure(`Den Befehl ${name} gibt es nicht. Alle Befehle: npm run operator -- help`);
		const { values, positionals } = read(command, rest);
		if (values.help) return (say(command.usage), 0);
		return (await command.run(new Given(values, positionals))) ?? 0;
	} catch (error) {
		return explain(error, command);
	}
}

async function overview(): Promise<number> {
	say('Aufruf: npm run operator -- <Befehl> [Angaben]\n');
	for (const [name, command] of Object.entries(commands))
		say(`  ${name.padEnd(15)}${(await command()).summary}`);
	say(`  ${'help'.padEnd(15)}diese Übersicht; mehr zu einem Befehl: npm run operator -- <Befehl> --help`);
	return 0;
}

function read({ options }: Command, args: string[]) {
	return parseArgs({
		args,
		options: { ...options, help: { type: 'boolean', short: 'h' } },
		allowPositionals: true
	});
}

/** Expected failures are a sentence; anything else is a defect and shows its place. */
function explain(error: unknown, command?: Command): number {
	const { code, message } = error as { code?: string; message: string };
	if (error instanceof UsageFailure || code?.startsWith('ERR_PARSE_ARGS')) {
		const sentence = error instanceof UsageFailure ? message : 'Eine der Angaben gibt es hier nicht.';
		console.error(command ? `${sentence}\n\n${command.usage}` : sentence);
		return 2;
	}
	console.error(error instanceof Failure || error instanceof StartFailure ? message : error);
	return 1;
}
