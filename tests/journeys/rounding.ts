import { randomUUID } from 'node:crypto';
import { actAs, harz, organisations, type Sql } from './surveying.ts';

const text = (words: string[]) => ({
	blocks: words.map((line) => ({ kind: 'paragraph', runs: [{ text: line }] })),
	notes: []
});

/** The draft that the journeys comment on: each section with its paragraphs. */
export const sections = {
	Ausgangslage: ['Im Landkreis leben immer mehr Menschen über 80 Jahre.'],
	Tagespflege: [
		'Es gibt acht Einrichtungen der Tagespflege.',
		'Bis 2031 soll ein weiterer Standort entstehen.'
	],
	Mobilität: ['Der Rufbus fährt an Werktagen.']
};

/** A round about a draft of three sections that is open, made by Frau Albrecht. @returns its short name and the keys of its sections */
export async function openRound(
	sql: Sql,
	{ asked = [organisations.seniorCouncil], reading = 'after_closing' } = {}
) {
	const [id, document] = [randomUUID(), randomUUID()];
	const name = `runde-${id.slice(0, 8)}`;
	const filled = Object.entries(sections).map(([heading, words]) => ({
		id: randomUUID(),
		level: 1,
		number: null,
		heading,
		body: text(words),
		words: words.join('\n'),
		seconds: 20,
		origins: []
	}));
	const json = (value: unknown) => `'${JSON.stringify(value)}'::jsonb`;
	const lineage = filled.map((section) => ({ from: null, to: section.id, fate: 'added', isChanged: true }));
	const version = `(select v.id from public.document_versions v where v.document_id = '${document}')`;
	await actAs(
		sql,
		3,
		`perform public.create_document('${harz}', '${document}', 'draft', 'text-${name}', 'Teilplan ${name}');
		perform public.fill_version(${version}, ${json(filled)}, 'entwurf.docx');
		perform public.save_twin(${version}, '${filled[1]!.id}', ${json(text(['Acht Häuser betreuen alte Menschen am Tag.']))}, 'Acht Häuser betreuen alte Menschen am Tag.', gen_random_uuid());
		perform public.describe_section(${version}, '${filled[1]!.id}', 'Wie viele Plätze es gibt.', '{older_people}');
		perform public.freeze_version(${version}, (select revision from public.document_versions v where v.id = ${version}), null, ${json(lineage)});
		perform public.start_round('${harz}', '${id}');
		perform public.save_call('${harz}', (select slug from public.calls where id = '${id}'), '{"slug": "${name}", "title": "Probe ${name}"}');
		perform public.set_round('${harz}', '${name}', ${version}, false, '${reading}');
		perform public.set_call_addressees('${harz}', '${name}', '{${asked}}');
		perform public.take_call_step('${harz}', '${name}', 'opened', null, 'Die Frist reicht.');`
	);
	const keys = (await sql(
		`select s.key from public.section_texts t join public.sections s on s.id = t.section_id where t.version_id = ${version} order by t.place`
	)) as { key: string }[];
	return {
		slug: name,
		keys: keys.map(({ key }) => key) as [string, string, string],
		title: `Teilplan ${name}`
	};
}

export const roomOf = async (sql: Sql, slug: string, organisation = organisations.seniorCouncil) =>
	(
		(await sql(
			`select a.id from public.call_addressees a join public.calls c on c.id = a.call_id where c.slug = $1 and a.organisation_id = $2`,
			[slug, organisation]
		)) as { id: string }[]
	)[0]!.id;
