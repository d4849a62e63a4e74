import { randomUUID } from 'node:crypto';
import { frozen } from '../journeys/council.ts';

type Sql = <Row>(text: string, values?: unknown[]) => Promise<Row[]>;
type As = <T>(person: number, expression: string, values?: unknown[]) => Promise<T>;

const seniorCouncil = '00000000-0000-4000-8000-000000000010';
const [brandt, seidel] = [4, 5] as const;

/** A vote of the senior council in each state that its pages show, and a wording that can be voted on. */
export async function setVotes(sql: Sql, as: As) {
	const freeze = async (): Promise<string> => {
		const [call, addressee, statement] = [randomUUID(), randomUUID(), randomUUID()];
		const points = ['Der Rufbus fährt auch am Samstag.', 'An jeder Haltestelle steht eine Bank.'];
		const title = 'Altenhilfeplan';
		await sql(frozen({ call, addressee, statement, organisation: seniorCouncil, title, points }));
		return statement;
	};
	const open = async (mode: string, isSecret: boolean, isByPoints: boolean) =>
		as<string>(
			seidel,
			`public.open_vote($1, 'statement', $2, $3, $4, $5, 'simple', null, private.today() + 9)`,
			[randomUUID(), await freeze(), mode, isSecret, isByPoints]
		);
	const [deputy] = await sql<{ id: string }>(
		`insert into public.people (salutation, given_name, family_name, email) values ('Herr', 'Otto', 'Vertreter', gen_random_uuid() || '@test.example') returning id`
	);
	await sql(
		`insert into public.holdings (post_id, person_id, capacity, starts_on) values ('20000000-0000-4000-8000-000000000006', $1, 'deputy', current_date)`,
		[deputy!.id]
	);
	const seats = (vote: string) =>
		sql<{ id: string }>('select id from public.vote_electors where vote_id = $1 order by place', [vote]);

	const circularVote = await open('circular', false, true);
	const secretVote = await open('circular', true, false);
	const [chair] = await seats(secretVote);
	await as(brandt, `public.cast_vote($1, $2, $3, '{"1": "yes"}')`, [secretVote, chair!.id, randomUUID()]);
	const sessionVote = await open('session', false, true);
	const closedVote = await open('session', false, false);
	const present = (await seats(closedVote)).map(({ id }) => id);
	const entered = randomUUID();
	const entry = {
		heldOn: '2026-11-01',
		agendaItem: 'TOP 4',
		present,
		conflicts: [{ elector: present[1], places: [1], reason: 'Angestellt beim Träger' }],
		counts: { 1: { yes: 1, no: 0, abstained: 0 } }
	};
	await as(seidel, 'public.enter_session_vote($1, $2, $3)', [closedVote, entered, JSON.stringify(entry)]);
	const correction = {
		...entry,
		conflicts: [],
		counts: { 1: { yes: 2, no: 0, abstained: 0 } },
		corrects: entered
	};
	await as(seidel, 'public.enter_session_vote($1, $2, $3)', [
		closedVote,
		randomUUID(),
		JSON.stringify({ ...correction, reason: 'Herr Demir war nicht befangen.' })
	]);
	return { toVoteOn: await freeze(), circularVote, secretVote, sessionVote, closedVote };
}
