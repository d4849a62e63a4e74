import { memoryOf } from './processes.ts';
import type { System } from './system.ts';

/** Memory in MB: the most that the server process held while it sent. */
export type Export = { format: string; seconds: number; bytes: number; memory: number };

/** Takes the whole list away once, as a planner does, and looks at the server's memory all the while. */
export async function takeAway(
	{ origin, server }: System,
	format: string,
	headers: Record<string, string>
): Promise<Export> {
	let memory = 0;
	const look = setInterval(() => (memory = Math.max(memory, memoryOf(server))), 50);
	const begun = performance.now();
	try {
		const response = await fetch(`${origin}/bedarfe/liste.${format}`, { headers });
		if (!response.ok) throw new Error(`the export answered ${response.status}`);
		let bytes = 0;
		for await (const chunk of response.body!) bytes += chunk.length;
		return { format, seconds: (performance.now() - begun) / 1000, bytes, memory };
	} finally {
		clearInterval(look);
	}
}
