import { setTimeout as pause } from 'node:timers/promises';
import { load, type Load } from './load.ts';
import type { Plan } from './plans.ts';
import type { Bare, System } from './system.ts';

/** CPU per request in milliseconds: of everything, and of the database's processes among it. */
export type Figures = Load & { cpu: number; database: number };

/** One page on two systems. `ratios`: first system's CPU ÷ second's, of every round; `bare`: Node's own, around them. */
export type Pair = { plan: Plan; first: Figures; second: Figures; ratios: number[]; bare: number };

/** `scale`: how much longer than usual a round is. */
export type Course = { rounds: number; scale: number };
const connections = 8;

/**
 * Loads two systems in turn, so that what else the machine does meets both, and the bare server before, between and after.
 * Which of the two comes first changes from round to round.
 */
export async function pair(
	plan: Plan,
	[one, other]: [System, System],
	bare: Bare,
	{ rounds, scale }: Course
): Promise<Pair> {
	for (const system of [one, other]) await measure(plan, system, 2);
	const measured = { one: [] as Figures[], other: [] as Figures[], bare: [await measureBare(bare)] };
	for (let round = 0; round < rounds; round++) {
		const turns = [
			async () => measured.one.push(await measure(plan, one, scale)),
			async () => measured.other.push(await measure(plan, other, scale))
		];
		for (const turn of round % 2 === 0 ? turns : turns.reverse()) await turn();
		measured.bare.push(await measureBare(bare));
	}
	return {
		plan,
		first: together(measured.one),
		second: together(measured.other),
		ratios: measured.one.map(({ cpu }, round) => cpu / measured.other[round]!.cpu),
		bare: mean(measured.bare)
	};
}

async function measure(plan: Plan, system: System, scale: number): Promise<Figures> {
	const requests = Math.ceil(plan.requests * scale);
	const request = await plan.prepare(system, requests);
	await pause(300);
	const before = system.cpu();
	const done = await load({ origin: system.origin, requests, connections, request, status: plan.status });
	await plan.after?.(system);
	const after = system.cpu();
	return {
		...done,
		cpu: (after.all - before.all) / done.requests,
		database: (after.database - before.database) / done.requests
	};
}

async function measureBare({ origin, cpu }: Bare): Promise<number> {
	const before = cpu();
	const done = await load({ origin, requests: 4000, connections, request: () => ({ path: '/' }) });
	return (cpu() - before) / done.requests;
}

/** Every round counts by its requests. */
function together(rounds: Figures[]): Figures {
	const requests = sum(rounds.map((round) => round.requests));
	const weighed = (of: (round: Figures) => number) =>
		sum(rounds.map((round) => of(round) * round.requests)) / requests;
	return {
		requests,
		seconds: sum(rounds.map(({ seconds }) => seconds)),
		p50: weighed(({ p50 }) => p50),
		p99: Math.max(...rounds.map(({ p99 }) => p99)),
		bytes: weighed(({ bytes }) => bytes),
		cpu: weighed(({ cpu }) => cpu),
		database: weighed(({ database }) => database)
	};
}

const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);
const mean = (values: number[]) => sum(values) / values.length;
