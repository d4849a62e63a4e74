import { randomUUID } from 'node:crypto';
import { asking, doing, type Actor } from './acting.ts';
import { addresseeOf, take } from './call-stage.ts';
import { cast, harz, oberharz, seniorCouncil } from './cast.ts';
import { sql } from './harness.ts';

export const liga = '00000000-0000-4000-8000-000000000020';
export const association = '00000000-0000-4000-8000-000000000021';

export const json = (value: unknown) => `'${JSON.stringify(value).replaceAll("'", "''")}'::jsonb`;

const text = (words: string) => ({
	blocks: [{ kind: 'paragraph', runs: [{ text: words }] }],
	notes: []
});

const headings = ['Ausgangslage', 'Tagespflege', 'Mobilität'];

/** A draft of three sections, frozen. @returns its version and the keys of its sections */
export async function draftDocument(authority = harz, planner: Actor = cast.planner) {
	const id = randomUUID();
	const slug = `entwurf-${id.slice(0, 8)}`;
	await doing(
		planner,
		`select public.create_document('${authority}', '${id}', 'draft', '${slug}', 'Teilplan Altenhilfe')`
	);
	const [version] = await sql<{ id: string }>(
		'select id from public.document_versions where document_id = $1',
		[id]
	);
	const sections = headings.map((heading) => ({
		id: randomUUID(),
		level: 1,
		number: null,
		heading,
		body: text(`${heading}: Im Landkreis fehlt es daran.`),
		words: `${heading}: Im Landkreis fehlt es daran.`,
		seconds: 20,
		origins: []
	}));
	await doing(planner, `select public.fill_version('${version!.id}', ${json(sections)}, 'entwurf.docx')`);
	const added = sections.map((section) => ({ from: null, to: section.id, fate: 'added', isChanged: true }));
	await doing(
		planner,
		`select public.freeze_version('${version!.id}', (select revision from public.document_versions where id = '${version!.id}'), null, ${json(added)})`
	);
	const keys = await sql<{ key: string }>(
		`select s.key from public.section_texts t join public.sections s on s.id = t.section_id where t.version_id = $1 order by t.place`,
		[version!.id]
	);
	return { slug, version: version!.id, keys: keys.map(({ key }) => key) as [string, string, string] };
}

/** A round about a new draft, prepared. @returns its short name and what it is about */
export async function prepareRound(
	organisations = [oberharz, seniorCouncil, liga],
	{ reading = 'after_closing', isPublic = false } = {}
) {
	const draft = await draftDocument();
	const slug = await asking(cast.planner, `select public.start_round('${harz}', gen_random_uuid())`);
	await doing(
		cast.planner,
		`select public.set_round('${harz}', '${slug}', '${draft.version}', ${isPublic}, '${reading}')`
	);
	const circle = organisations.map((one) => `'${one}'::uuid`).join();
	await doing(cast.planner, `select public.set_call_addressees('${harz}', '${slug}', array[${circle}])`);
	return { slug, draft };
}

/** A round that is open, with the rooms of those it asks. */
export async function openRound(...given: Parameters<typeof prepareRound>) {
	const { slug, draft } = await prepareRound(...given);
	await take(slug, 'opened');
	const room = async (organisation = seniorCouncil) => addresseeOf(slug, organisation);
	return { slug, draft, room };
}

export const closeRound = (slug: string) =>
	sql(`update public.calls set state = 'closed', closed_at = now() where slug = $1`, [slug]);

/** The call that notes something in a room. */
export const noting = (room: string, said: object, id: string = randomUUID()) =>
	`select public.note_in_round('${id}', '${room}', ${json({ kind: 'concern', body: 'Das fehlt.', section: null, ...said })})`;
export const note = (actor: Actor, room: string, said: object = {}, id?: string) =>
	asking(actor, noting(room, said, id));

export const begin = (actor: Actor, room: string, kind: 'joint' | 'individual' = 'joint') =>
	asking(actor, `select public.start_statement('${randomUUID()}', '${room}', '${kind}')`);

export const pointing = (statement: string, said: object, id: string = randomUUID(), revision = 1) =>
	`select public.save_statement_point('${statement}', '${id}', ${revision}, ${json({ kind: 'suggestion', body: 'Zwei Standorte mehr.', section: null, ...said })})`;
export const point = (actor: Actor, statement: string, said: object = {}) =>
	asking(actor, pointing(statement, said));

/** A step of a statement, of just what there is. */
export const stepping = (statement: string, step: string, { on = 'private.today()' } = {}) =>
	`select 1 from (select public.take_statement_step(gen_random_uuid(), '${statement}', '${step}',
		(select coalesce(wording_hash, revision::text) from public.statements where id = '${statement}'),
		${step === 'decided' ? `'board', ${on}` : 'null, null'}) offset 0) as x`;
export const step = (actor: Actor, statement: string, name: string) =>
	doing(actor, stepping(statement, name));

/** Brings a joint statement of the senior council as far as this. */
export async function bring(statement: string, ...steps: string[]) {
	for (const name of steps)
		await step({ signed: cast.councilChair }[name] ?? cast.councilOffice, statement, name);
}

/** A council's statement that is out, with one point. @returns its id and its point's */
export async function submitStatement(room: string, said: object = {}) {
	const statement = await begin(cast.councilOffice, room);
	const made = await point(cast.councilOffice, statement, said);
	await bring(statement, 'frozen', 'decided', 'signed', 'submitted');
	return { statement, point: made };
}

/** A round that is open with a room at work, one that is out and read among all, one that is closed. */
export async function setRounds() {
	const { slug: openRoundSlug, draft, room } = await openRound();
	const councilRoom = await room();
	const townRoom = await room(oberharz);
	const roundNote = await note(cast.councilMember, councilRoom, {
		section: draft.keys[0],
		body: 'Nadelraum steht hier ganz allein.',
		quote: 'Nadelzitat'
	});
	await asking(
		cast.councilChair,
		`select public.answer_round_note(gen_random_uuid(), '${roundNote}', 'Nadelrede')`
	);
	const freeNote = await note(cast.councilMember, councilRoom, { body: 'Noch ohne Platz.' });
	const noteDraft = randomUUID();
	await doing(
		cast.councilMember,
		`select public.save_note_draft('${noteDraft}', '${councilRoom}', '{"section": null, "body": "Nadeltippen"}')`
	);
	const workStatement = await begin(cast.councilOffice, councilRoom);
	const workPoint = await asking(
		cast.councilOffice,
		`select public.take_round_note('${workStatement}', '${roundNote}', gen_random_uuid())`
	);
	await doing(
		cast.councilAdviser,
		`select public.remark_on_statement(gen_random_uuid(), '${workStatement}', 'Nadelbemerkung')`
	);
	const ownStatement = await begin(cast.councilAdviser, councilRoom, 'individual');
	await point(cast.councilAdviser, ownStatement, { body: 'Nadeleigen' });

	const among = await openRound([oberharz, seniorCouncil], { reading: 'among' });
	const amongRoom = await among.room();
	const secret = await note(cast.councilMember, amongRoom, { body: 'Nadelverworfen' });
	const submitted = await begin(cast.councilOffice, amongRoom);
	const submittedPoint = await point(cast.councilOffice, submitted, {
		section: among.draft.keys[1],
		body: 'Nadelpunkt der Stellungnahme.'
	});
	await doing(
		cast.councilOffice,
		`select public.place_round_note('${submitted}', '${secret}', null, 'Nadelablehnung')`
	);
	await bring(submitted, 'frozen');
	const dissent = randomUUID();
	await doing(
		cast.councilMember,
		`select public.dissent_from_statement('${dissent}', '${submitted}', 'Nadelsondervotum')`
	);
	await bring(submitted, 'decided', 'signed', 'submitted');

	const frozen = await openRound([seniorCouncil], { reading: 'own' });
	const frozenRoom = await frozen.room();
	const frozenStatement = await begin(cast.councilOffice, frozenRoom);
	await point(cast.councilOffice, frozenStatement, { body: 'Nadelfest' });
	await bring(frozenStatement, 'frozen');
	const closed = await openRound([seniorCouncil]);
	const closedRoom = await closed.room();
	await closeRound(closed.slug);
	return {
		roundSlug: openRoundSlug,
		roundSection: draft.keys[0],
		councilRoom,
		townRoom,
		roundNote,
		freeNote,
		noteDraft,
		workStatement,
		workPoint,
		ownStatement,
		amongSlug: among.slug,
		amongRoom,
		submittedStatement: submitted,
		submittedPoint,
		dissent,
		frozenSlug: frozen.slug,
		frozenRoom,
		frozenStatement,
		closedRoundSlug: closed.slug,
		closedRoom
	};
}
