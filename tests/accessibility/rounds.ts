import { randomUUID } from 'node:crypto';
import { openRound, roomOf } from '../journeys/rounding.ts';
import { actAs, organisations, type Sql } from '../journeys/surveying.ts';
import type { Place } from './site.ts';

const inclusionCouncil = '00000000-0000-4000-8000-000000000011';
const brandt = 4;
const seidel = 5;
const demir = 6;
const voss = 2;

export type RoundStage = Awaited<ReturnType<typeof setRounds>>;

/** A room with a note of each kind of state and a statement at work; frozen, signed and submitted ones; a round one is asked in twice. */
export async function setRounds(sql: Sql) {
	const { seniorCouncil, oberharz, thale } = organisations;
	const ids = () => randomUUID();
	const [note, loose, answer, draft, statement, point, own] = [
		ids(),
		ids(),
		ids(),
		ids(),
		ids(),
		ids(),
		ids()
	];
	const open = await openRound(sql, { asked: [seniorCouncil, oberharz, thale] });
	const room = await roomOf(sql, open.slug);
	const said = (more: object) =>
		`'${JSON.stringify({ kind: 'concern', body: 'Ein Standort reicht nicht.', section: open.keys[1], ...more })}'`;
	await actAs(
		sql,
		demir,
		`perform public.note_in_round('${note}', '${room}', ${said({ quote: 'Ein Standort.', proposal: { blocks: [{ kind: 'paragraph', runs: [{ text: 'Zwei Standorte.' }] }], notes: [] }, proposalWords: 'Zwei Standorte.' })});
		perform public.note_in_round('${loose}', '${room}', ${said({ section: null })});
		perform public.save_note_draft('${draft}', '${room}', '{"section": "${open.keys[1]}", "kind": "note", "body": "Halb fertig"}');
		perform public.start_statement('${own}', '${room}', 'individual');
		perform public.save_statement_point('${own}', gen_random_uuid(), 1, ${said({})});`
	);
	await actAs(
		sql,
		brandt,
		`perform public.answer_round_note('${answer}', '${note}', 'Das nehmen wir auf.');`
	);
	await actAs(
		sql,
		seidel,
		`perform public.start_statement('${statement}', '${room}', 'joint');
		perform public.take_round_note('${statement}', '${note}', '${point}');
		perform public.remark_on_statement(gen_random_uuid(), '${statement}', 'So ist es gut.');`
	);

	/** Brings a statement of the council in a round of its own as far as this. */
	const until = async (...steps: string[]) => {
		const round = await openRound(sql, { reading: 'among' });
		const [id, at] = [ids(), await roomOf(sql, round.slug)];
		await actAs(
			sql,
			seidel,
			`perform public.start_statement('${id}', '${at}', 'joint');
			perform public.save_statement_point('${id}', gen_random_uuid(), 1, '{"kind": "objection", "body": "So nicht.", "section": "${round.keys[0]}"}');`
		);
		for (const step of steps)
			await actAs(
				sql,
				step === 'signed' ? brandt : seidel,
				`perform public.take_statement_step(gen_random_uuid(), '${id}', '${step}',
					(select coalesce(wording_hash, revision::text) from public.statements where id = '${id}'),
					${step === 'decided' ? "'board', private.today()" : 'null, null'});`
			);
		return { slug: round.slug, statement: id };
	};
	const [ready, frozen, decided, signed, submitted] = [
		await until(),
		await until('frozen'),
		await until('frozen', 'decided'),
		await until('frozen', 'decided', 'signed'),
		await until('frozen', 'decided', 'signed', 'submitted')
	];
	await sql(
		`insert into public.posts (id, organisation_id, kind, title) values ('20000000-0000-4000-8000-000000000961', $1, 'council_voting', 'Stimmberechtigtes Mitglied') on conflict do nothing`,
		[inclusionCouncil]
	);
	await sql(
		`insert into public.holdings (post_id, person_id, capacity, starts_on) select '20000000-0000-4000-8000-000000000961', '10000000-0000-4000-8000-000000000006', 'holder', current_date - 1
		where not exists (select from public.holdings where post_id = '20000000-0000-4000-8000-000000000961')`
	);
	const twice = await openRound(sql, { asked: [seniorCouncil, inclusionCouncil] });
	const nothing = await openRound(sql, { asked: [oberharz] });
	const agreed = ids();
	await actAs(
		sql,
		voss,
		`perform public.state_no_objections('${agreed}', '${await roomOf(sql, nothing.slug, oberharz)}');`
	);
	return {
		open,
		thaleRoom: await roomOf(sql, open.slug, thale),
		note,
		loose,
		answer,
		draft,
		statement,
		point,
		own,
		ready,
		frozen,
		decided,
		signed,
		submitted,
		twice: twice.slug,
		nothing: nothing.slug,
		agreed
	};
}

const at = (address: string): Place => ({ address });
const wrong = (address: string): Place => ({ address, isSent: true });

/** The pages of rooms and of what comes out of them, each for somebody it is made for. */
export function roundPlaces(stage: RoundStage) {
	const { open, note, answer, statement, point } = stage;
	const here = `/beteiligung/${open.slug}`;
	const work = `${here}/stellungnahmen/${statement}`;
	const of = ({ slug, statement }: RoundStage['ready']) => `/beteiligung/${slug}/stellungnahmen/${statement}`;
	return {
		demir: [
			at(`${here}/raum`),
			at(`${here}/abschnitte`),
			at(`${here}/abschnitte?betrifft=older_people`),
			at(`${here}/abschnitte/${open.keys[1]}`),
			at(`${here}/abschnitte/${open.keys[1]}?sprache=einfach`),
			wrong(`${here}/anmerkungen/neu?abschnitt=${open.keys[1]}`),
			at(`${here}/anmerkungen/neu?abschnitt=${open.keys[1]}&entwurf=${stage.draft}`),
			at(`${here}/anmerkungen/entwurf`),
			wrong(`${here}/anmerkungen/${note}`),
			at(`${here}/anmerkungen/${note}/aendern`),
			at(`${here}/stellungnahmen/${stage.own}/einreichen`),
			wrong(`${of(stage.frozen)}/sondervotum`),
			at(`/beteiligung/${stage.twice}/raum/organisation`)
		],
		brandt: [
			at(`${here}/anmerkungen/${answer}/aendern`),
			at(`${of(stage.decided)}/unterschrift`),
			at(`/beteiligung/${stage.submitted.slug}/stellungnahmen`)
		],
		seidel: [
			at(work),
			at(`${work}/einleitung`),
			wrong(`${work}/punkte/neu`),
			at(`${work}/punkte/${point}`),
			at(`${work}/zuordnen`),
			at(`${work}/festschreiben`),
			at(`${work}/loeschen`),
			at(`${of(stage.ready)}/festschreiben`),
			at(of(stage.frozen)),
			wrong(`${of(stage.frozen)}/beschluss`),
			at(`${of(stage.signed)}/einreichen`),
			at(`${of(stage.submitted)}/eingang`),
			wrong(`${here}/raum/frist`)
		],
		voss: [at(`${here}/keine-einwaende`), at(`/beteiligung/${stage.nothing}/stellungnahmen/${stage.agreed}`)],
		albrecht: [
			at(`/beteiligung/${stage.submitted.slug}/stellungnahmen`),
			at(`${here}/stellungnahmen`),
			at(of(stage.submitted)),
			at(`/beteiligung/${stage.submitted.slug}/stellungnahmen/punkte`),
			at(`/beteiligung/${stage.submitted.slug}/stellungnahmen/suche?suche=nicht`),
			wrong(`${here}/ruecklauf/${stage.thaleRoom}/eintragen`)
		]
	} satisfies Record<string, Place[]>;
}
