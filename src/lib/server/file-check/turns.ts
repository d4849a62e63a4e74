const atOnce = 2;
const waiting: (() => void)[] = [];
let busy = 0;

/** Runs what needs memory, two at a time; the others wait in line. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
	if (busy >= atOnce) await new Promise<void>((turn) => waiting.push(turn));
	else busy++;
	try {
		return await work();
	} finally {
		const next = waiting.shift();
		if (next) next();
		else busy--;
	}
}
