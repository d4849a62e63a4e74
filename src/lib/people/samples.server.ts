import { error } from '@sveltejs/kit';
import { backend } from '#lib/server/backend.ts';
import { ask, asSystem } from '#lib/server/database.ts';
import type { SamplePerson } from './sign-in.ts';

/** The sample people; none outside the sample mode. */
export async function list(): Promise<SamplePerson[]> {
	if (!backend().settings.sample) return [];
	return (await ask(asSystem().rpc('sample_people'))) as unknown as SamplePerson[];
}

/**
 * The door without a key: only in the sample mode, and only for sample people.
 * @throws the 404 page otherwise: the door does not exist
 */
export async function find(personId: unknown): Promise<SamplePerson> {
	const person = (await list()).find((sample) => sample.personId === personId);
	if (!person) error(404);
	return person;
}
