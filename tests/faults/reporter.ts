import { writeSync } from 'node:fs';
import { backend, openBackend } from '#lib/server/backend.ts';
import { z } from 'zod';
import { samplePerson } from '#lib/people/sign-in.ts';
import { ask, asPerson, asSystem, document } from '#lib/server/database.ts';
import { readSettings } from '#lib/server/settings.ts';
import { ownerOf } from '../database/owner.ts';

/* Reports one need after the other as Frau Kern and Herr Voß would, and prints each number once it is acknowledged. */

process.env.LOG_LEVEL = 'error';
await openBackend(readSettings({ DATA_DIR: process.argv[2] }));
const people = await document('sample_people', z.array(samplePerson))(asSystem());
const kern = asPerson(idOf('Frau Kern'));
const voss = asPerson(idOf('Herr Voß'));
const [example] = await exampleOf('Stadt Oberharz am Brocken');

for (;;) {
	const draft = await ask(kern.rpc('start_need_report', { p_organisation: example.organisation_id }));
	const revision = await ask(
		kern.rpc('save_need_report', { p_id: draft, p_revision: 0, p_answers: example.answers })
	);
	const number = await ask(voss.rpc('release_need_report', { p_id: draft, p_revision: revision }));
	writeSync(1, `${number}\n`);
}

function idOf(name: string) {
	return people.find((person) => person.name === name)!.personId;
}

/** What was answered in a report of the sample. */
function exampleOf(organisation: string) {
	return ownerOf(backend().databaseUrl).sql(
		`select organisation_id, (
			select jsonb_object_agg(key, value) from jsonb_each(to_jsonb(r))
			where key = any (private.need_report_fields()) and value <> 'null') as answers
		from public.need_reports r where organisation_name = $1 limit 1`,
		[organisation]
	);
}
