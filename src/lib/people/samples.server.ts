import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { backend } from '#lib/server/backend.ts';
import { asSystem, document } from '#lib/server/database.ts';
import { samplePerson, type SamplePerson } from './sign-in.ts';

const samples = document('sample_people', z.array(samplePerson));

/** The sample people; none outside the sample mode. */
export async function list(): Promise<SamplePerson[]> {
	if (!backend().settings.sample) return [];
	return await samples(asSystem());
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
