type Step = () => Promise<unknown>;

/** Reached by the server's entry, which is not bundled with us. */
const held = globalThis as { augenhoeheShutdown?: () => Promise<void> };
const steps: Step[] = [];

/** Registers what has to be closed when the program ends: last opened, first closed. */
export function onShutdown(step: Step) {
	steps.push(step);
	held.augenhoeheShutdown = shutdown;
}

async function shutdown() {
	for (let step = steps.pop(); step; step = steps.pop()) await step();
}
