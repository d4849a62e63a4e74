import { randomUUID } from 'node:crypto';
import { actAs, harz, organisations, type Sql } from './surveying.ts';

const text = (words: string[]) => ({
	blocks: words.map((line) => ({ kind: 'paragraph', runs: [{ text: line }] })),
	notes: []
});
const json = (value: unknown) => `'${JSON.stringify(value)}'::jsonb`;
const planner = 3;

/** What the sections say in the first version. */
export const sections = {
	Mobilität: ['Der Rufbus fährt an Werktagen bis 16 Uhr.', 'Er hält auf Anruf.'],
	Tagespflege: ['Es gibt acht Einrichtungen der Tagespflege.'],
	Hospiz: ['Zwei Dienste begleiten Sterbende.']
};

/**
 * A draft of Frau Albrecht with two frozen versions that everybody may read, since a public round asks about the second, and a
 * third one in work. In the second one section says something else, one is gone, one is new.
 * @returns its short name, the keys of its sections by heading, and the short name of the round
 */
export async function publicDraft(sql: Sql) {
	const [document, round, added] = [randomUUID(), randomUUID(), randomUUID()];
	const slug = `plan-${document.slice(0, 8)}`;
	const first = Object.entries(sections).map(([heading, words]) => ({
		id: randomUUID(),
		level: 1,
		number: null,
		heading,
		body: text(words),
		words: words.join('\n'),
		seconds: 20,
		origins: []
	}));
	const [mobility, care, hospice] = first.map(({ id }) => id) as [string, string, string];
	const version = (number: number) =>
		`(select v.id from public.document_versions v where v.document_id = '${document}' and v.number = ${number})`;
	const freeze = (number: number, note: string, lineage: object[]) =>
		`perform public.freeze_version(${version(number)}, (select revision from public.document_versions v where v.id = ${version(number)}), '${note}', ${json(lineage)});`;
	const changed = ['Der Rufbus fährt an Werktagen bis 20 Uhr.', 'Er hält auf Anruf.'];
	const came = ['Nachbarn helfen einander.'];
	await actAs(
		sql,
		planner,
		`perform public.create_document('${harz}', '${document}', 'draft', '${slug}', 'Teilplan ${slug}');
		perform public.fill_version(${version(1)}, ${json(first)}, 'entwurf.docx');
		${freeze(
			1,
			'Erster Entwurf',
			first.map(({ id }) => ({ from: null, to: id, fate: 'added', isChanged: false }))
		)}
		perform public.start_version('${document}', null);
		perform public.save_section(${version(2)}, '${mobility}', 1, 'Mobilität', ${json(text(changed))}, '${changed.join('\n')}', 20, gen_random_uuid());
		perform public.remove_section(${version(2)}, '${hospice}', 'Das plant jetzt das Land.');
		perform public.add_section(${version(2)}, '${care}', 1, 'Nachbarschaft', '${added}');
		perform public.save_section(${version(2)}, '${added}', 1, 'Nachbarschaft', ${json(text(came))}, '${came.join('\n')}', 20, gen_random_uuid());
		${freeze(2, 'Zweiter Entwurf', [
			{ from: mobility, to: mobility, fate: 'kept', isChanged: true },
			{ from: care, to: care, fate: 'kept', isChanged: false },
			{ from: hospice, to: null, fate: 'removed', isChanged: true, reason: 'Das plant jetzt das Land.' },
			{ from: null, to: added, fate: 'added', isChanged: false }
		])}
		perform public.start_version('${document}', null);
		perform public.start_round('${harz}', '${round}');
		perform public.save_call('${harz}', (select slug from public.calls where id = '${round}'), '{"slug": "runde-${slug}", "title": "Beteiligung ${slug}"}');
		perform public.set_round('${harz}', 'runde-${slug}', ${version(2)}, true, 'own');
		perform public.set_call_addressees('${harz}', 'runde-${slug}', '{${organisations.oberharz}}');
		perform public.take_call_step('${harz}', 'runde-${slug}', 'opened', null, 'Die Frist reicht.');`
	);
	const keys = (await sql(
		`select distinct t.heading, s.key from public.section_texts t join public.sections s on s.id = t.section_id
			join public.document_versions v on v.id = t.version_id where v.document_id = $1`,
		[document]
	)) as { heading: string; key: string }[];
	return {
		slug,
		title: `Teilplan ${slug}`,
		round: `runde-${slug}`,
		keys: Object.fromEntries(keys.map(({ heading, key }) => [heading, key])) as Record<string, string>
	};
}

/** A second wording that came for a section of the version in work, made when the first was saved already. @returns its id */
export async function layBeside(sql: Sql, slug: string, key: string, words: string): Promise<string> {
	const id = randomUUID();
	await actAs(
		sql,
		planner,
		`perform public.save_section(t.version_id, t.section_id, 0, t.heading, ${json(text([words]))}, '${words}', 20, '${id}')
			from public.section_texts t join public.sections s on s.id = t.section_id
			join public.document_versions v on v.id = t.version_id
			join public.documents d on d.id = v.document_id
			where d.slug = '${slug}' and v.frozen_at is null and s.key = '${key}';`
	);
	return id;
}
