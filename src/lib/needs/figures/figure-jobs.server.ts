import { ask, asSystem } from '#lib/server/database.ts';

/** The nightly job `take_figures`: the public figures of a month, once. */
export async function takeFigures() {
	await ask(asSystem().rpc('take_figures'));
}
