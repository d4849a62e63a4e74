import { randomUUID } from 'node:crypto';
import { asking, doing, type Actor } from './acting.ts';
import { cast, harz, musterkreis, oberharz, seniorCouncil } from './cast.ts';
import { take } from './call-stage.ts';
import { sql } from './harness.ts';

const textOf = (words: string) =>
	JSON.stringify({ blocks: [{ kind: 'paragraph', runs: [{ text: words }] }], notes: [] }).replaceAll(
		"'",
		"''"
	);

/** Begins a document. @returns its id; its first version is in work and empty */
export async function begin(
	slug: string,
	{ authority = harz, actor = cast.planner as Actor, isNumbered = true } = {}
): Promise<string> {
	const id = randomUUID();
	await doing(
		actor,
		`select public.create_document('${authority}', '${id}', 'draft', '${slug}', 'Teilplan ${slug}', 'de', ${isNumbered})`
	);
	return id;
}

/** The version of a document, the newest without a number. @returns its id */
export async function versionOf(document: string, number?: number): Promise<string> {
	const [row] = await sql<{ id: string }>(
		'select id from public.document_versions where document_id = $1 and ($2::int is null or number = $2) order by number desc limit 1',
		[document, number ?? null]
	);
	return row!.id;
}

/** Adds a section at the end. @returns its id */
export async function addSection(
	version: string,
	heading: string,
	{ level = 1, words = `Hier steht ${heading}.`, actor = cast.planner as Actor } = {}
): Promise<string> {
	const id = randomUUID();
	await doing(
		actor,
		`select public.add_section('${version}', (select section_id from public.section_texts where version_id = '${version}' order by place desc limit 1), ${level}, '${heading}', '${id}')`
	);
	await doing(actor, saving(version, id, 1, heading, words));
	return id;
}

/** The call that saves a wording. */
export const saving = (
	version: string,
	section: string,
	revision: number,
	heading: string,
	words: string,
	id: string = randomUUID()
) =>
	`select public.save_section('${version}', '${section}', ${revision}, '${heading}', '${textOf(words)}', '${words}', 4, '${id}')`;

/** The call that divides a section into two wordings. */
export const splitting = (version: string, section: string, revision: number, second: string, id: string) =>
	`select public.split_section('${version}', '${section}', ${revision}, '{"body": ${textOf('Der erste Teil.')}, "words": "Der erste Teil.", "seconds": 1}', '{"heading": "${second}", "body": ${textOf('Der zweite Teil.')}, "words": "Der zweite Teil.", "seconds": 1}', '${id}')`;

type Row = { from?: string; to?: string; fate: string; isChanged?: boolean; reason?: string };

/** The call that freezes a version as it is now. */
export const freezing = (version: string, lineage: Row[]) =>
	`select public.freeze_version('${version}', (select revision from public.document_versions where id = '${version}'), 'So sei es', '${JSON.stringify(
		lineage.map((row) => ({ isChanged: false, ...row }))
	)}')`;

/** Freezes a first version: everything in it is new. */
export async function freezeFirst(version: string, actor: Actor = cast.planner) {
	const sections = await sql<{ id: string }>(
		'select section_id as id from public.section_texts where version_id = $1',
		[version]
	);
	await doing(
		actor,
		freezing(
			version,
			sections.map(({ id }) => ({ to: id, fate: 'added' }))
		)
	);
}

/** Prepares a round about a version. @returns its short name */
export async function prepareRound(
	version: string,
	organisations: string[],
	{ isPublic = false, reading = 'after_closing' } = {}
): Promise<string> {
	const slug = await asking<string>(cast.planner, `select public.start_round('${harz}', gen_random_uuid())`);
	const circle = organisations.map((id) => `'${id}'::uuid`).join();
	await doing(cast.planner, `select public.set_call_addressees('${harz}', '${slug}', array[${circle}])`);
	await doing(
		cast.planner,
		`select public.set_round('${harz}', '${slug}', '${version}', ${isPublic}, '${reading}')`
	);
	return slug;
}

/** A draft with a frozen version that a round asks about and one in work; one nobody is asked about; one that is public; a foreign one. */
export async function setDocuments() {
	const draft = await begin('teilplan');
	const frozenVersion = await versionOf(draft);
	const section = await addSection(frozenVersion, 'Mobilität', { words: 'Der Rufbus fährt viermal.' });
	await addSection(frozenVersion, 'Pflege');
	await doing(
		cast.planner,
		`select public.save_twin('${frozenVersion}', '${section}', '${textOf('Der Bus fährt oft.')}', 'Der Bus fährt oft.', '${randomUUID()}')`
	);
	await freezeFirst(frozenVersion);
	await doing(cast.planner, `select public.start_version('${draft}', null)`);
	const workingVersion = await versionOf(draft);
	const besideWording = randomUUID();
	await doing(cast.planner, saving(workingVersion, section, 0, 'Mobilität', 'Anders.', besideWording));
	const [{ key: sectionKey } = { key: '' }] = await sql<{ key: string }>(
		'select key from public.sections where id = $1',
		[section]
	);
	const picture = await asking<string>(
		cast.planner,
		`select public.add_document_file('${draft}', 'image/png', 100, '${'f'.repeat(64)}', gen_random_uuid())`
	);
	const reading = randomUUID();
	await doing(
		cast.planner,
		`select public.begin_reading('${workingVersion}', 'Entwurf.docx', 1000, '${'e'.repeat(64)}', '${reading}')`
	);
	const openRound = await prepareRound(frozenVersion, [oberharz, seniorCouncil]);
	await take(openRound, 'opened');
	const draftRound = await prepareRound(frozenVersion, [oberharz]);
	const [{ id: twin } = { id: '' }] = await sql<{ id: string }>(
		'select id from public.section_twins where version_id = $1',
		[frozenVersion]
	);

	const inner = await begin('intern');
	const innerVersion = await versionOf(inner);
	await addSection(innerVersion, 'Nur für uns');
	const looseSection = randomUUID();
	await doing(
		cast.planner,
		`insert into public.sections (id, document_id) values ('${looseSection}', '${inner}')`
	);

	const open = await begin('offen');
	const openVersion = await versionOf(open);
	await addSection(openVersion, 'Für alle');
	await freezeFirst(openVersion);
	await take(await prepareRound(openVersion, [oberharz], { isPublic: true }), 'opened');

	const foreign = await begin('fremd', { authority: musterkreis, actor: cast.foreignPlanner });
	const foreignVersion = await versionOf(foreign);
	await addSection(foreignVersion, 'Fremd', { actor: cast.foreignPlanner });
	return {
		draftDocument: draft,
		frozenVersion,
		workingVersion,
		innerDocument: inner,
		innerVersion,
		looseSection,
		section,
		sectionKey,
		besideWording,
		picture,
		reading,
		twin,
		openRound,
		draftRound,
		foreignVersion
	};
}
