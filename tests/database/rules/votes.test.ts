import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { asking, become, connection, doing, trying } from '../acting.ts';
import { cast, enter, harz, seniorCouncil } from '../cast.ts';
import { backToNow, later } from '../clock.ts';
import { sql } from '../harness.ts';
import {
	castAll,
	casting,
	entering,
	freeze,
	opening,
	openVote,
	pastRules,
	seatsOf,
	type Entry,
	type Opening
} from '../vote-stage.ts';

/* How a body decides: who is entitled, quorum and majority, secrecy, and that what was cast stays. */

/** A council of twelve with a vote and four with a voice, an office, a substitute, the chair's deputy, and two empty seats. */
const council = '00000000-0000-4000-8000-000000000777';
const office = person('900');
const substitute = person('901');
const deputy = person('902');
const adviser = person('913');
const chair = person('1');
const member = person('2');
function person(n: string) {
	return `17777777-0000-4000-8000-${n.padStart(12, '0')}`;
}

const umbrella = '00000000-0000-4000-8000-000000000020';
const associations = ['Caritas', 'Diakonie', 'AWO'].map((name, n) => ({
	id: `00000000-0000-4000-8000-00000000078${n}`,
	name,
	officer: person(`80${n}`)
}));

beforeAll(async () => {
	await enter();
	await sql(
		`insert into public.organisations (id, authority_id, kind, name) values ('${council}', '${harz}', 'advisory_council', 'Beirat der Zwölf')`
	);
	const seats = Array.from({ length: 12 }, (_, n) => [
		person(`${n + 1}`),
		n === 0 ? 'council_chair' : 'council_voting',
		n === 0 ? 'Vorsitz' : `Mitglied ${String(n + 1).padStart(2, '0')}`
	]);
	const voices = Array.from({ length: 4 }, (_, n) => [
		person(`${n + 13 + 900}`),
		'council_advisory',
		`Beratung ${n + 1}`
	]);
	const others = [
		[office, 'council_office', 'Geschäftsstelle'],
		[substitute, 'council_substitute', 'Ersatzmitglied']
	];
	for (const [id, kind, title] of [...seats, ...voices, ...others]) await seat(council, kind!, title!, id!);
	await sql(
		`insert into public.posts (organisation_id, kind, title) values ('${council}', 'council_voting', 'Mitglied 13'), ('${council}', 'council_voting', 'Mitglied 14')`
	);
	await somebody(deputy, 'Vertretung');
	await sql(
		`insert into public.holdings (post_id, person_id, capacity, starts_on) select id, '${deputy}', 'deputy', current_date - 9 from public.posts where organisation_id = '${council}' and title = 'Vorsitz'`
	);
	for (const { id, name, officer } of associations) {
		await sql(
			`insert into public.organisations (id, authority_id, kind, parent_id, name) values ('${id}', '${harz}', 'member_association', '${umbrella}', '${name}')`
		);
		if (name !== 'AWO') await seat(id, 'committee_officer', 'Kreisreferat', officer);
	}
});

async function somebody(id: string, name: string) {
	await sql(`insert into public.people (id, given_name, family_name, email) values ($1, 'A', $2, $3)`, [
		id,
		name,
		`${id}@test.example`
	]);
}

async function seat(organisation: string, kind: string, title: string, holder: string) {
	await somebody(holder, title);
	await sql(
		`with post as (insert into public.posts (organisation_id, kind, title) values ($1, $2, $3) returning id)
		insert into public.holdings (post_id, person_id, capacity, starts_on) select id, $4, 'holder', current_date - 100 from post`,
		[organisation, kind, title, holder]
	);
}

/** A vote of the twelve. */
async function begin(options: Opening = {}) {
	const { statement } = await freeze(council);
	const vote = await openVote(statement, options, office);
	return { statement, vote, seats: await seatsOf(vote) };
}

const stateOf = async (vote: string) =>
	(
		await sql<{ state: string; outcome: string | null }>(
			'select state, outcome from public.votes where id = $1',
			[vote]
		)
	)[0]!;
const countsOf = (vote: string) =>
	sql(
		`select c.yes, c.no, c.abstained, c.entitled, c.present, c.excluded, c.needed, c.outcome from public.vote_counts c
		join public.vote_results r on r.id = c.result_id join public.vote_items i on i.id = c.item_id
		where r.vote_id = $1 and not exists (select from public.vote_results x where x.corrects_id = r.id) order by i.place`,
		[vote]
	);
const statementIs = async (id: string) =>
	(await sql<{ state: string }>('select state from public.statements where id = $1', [id]))[0]!.state;
const yes = (count: number) => Array<string>(count).fill('yes');
const refusal = async (actor: string, text: string) => (await trying(actor, text)).message;
/** Its time is over, and the job has come by. */
async function end() {
	await later('30 days');
	try {
		await sql('select public.end_votes()');
	} finally {
		await backToNow();
	}
}

describe('who is entitled', () => {
	test('are the holders of voting seats and the chair, once each; empty seats are named', async () => {
		const { vote, seats } = await begin();
		expect(seats).toHaveLength(12);
		expect(seats[0]).toMatchObject({ seat: 'Vorsitz', person_id: chair });
		const [{ vacant }] = (await sql('select vacant from public.votes where id = $1', [vote])) as [
			{ vacant: string[] }
		];
		expect(vacant.toSorted()).toEqual(['Mitglied 13', 'Mitglied 14']);
	});

	test('is frozen: a later member has no vote, one whose term ended has none any more', async () => {
		const { vote, seats } = await begin();
		const late = person('950');
		await somebody(late, 'Spät');
		const [{ id: post }] = (await sql(
			`select id from public.posts where organisation_id = '${council}' and title = 'Mitglied 13'`
		)) as [{ id: string }];
		await sql(
			`insert into public.holdings (post_id, person_id, capacity, starts_on) values ($1, $2, 'holder', current_date)`,
			[post, late]
		);
		expect(await seatsOf(vote)).toHaveLength(12);
		expect(await refusal(late, casting(vote, seats[0]!.id))).toBe('votes_error_without_right');
		await sql(
			`update public.holdings set ended_at = now() - interval '1 minute' where person_id = $1 and post_id = $2`,
			[late, post]
		);
		const term = `update public.holdings set ended_at = $2 where person_id = $1`;
		await sql(term, [member, new Date(Date.now() - 60_000)]);
		try {
			expect((await trying(member, casting(vote, seats[1]!.id))).word).toBe('NOTFD');
		} finally {
			await sql('alter table public.holdings disable trigger stamp_end');
			await sql(term, [member, null]);
			await sql('alter table public.holdings enable trigger stamp_end');
		}
	});

	test('of an umbrella are its associations, one vote each, whoever holds the post', async () => {
		const { statement } = await freeze(umbrella);
		const vote = await openVote(statement, {}, cast.committeeOfficer);
		const seats = await seatsOf(vote);
		expect(seats.map(({ seat }) => seat)).toEqual(['Caritas', 'Diakonie']);
		expect(await refusal(cast.committeeOfficer, casting(vote, seats[0]!.id))).toBe(
			'votes_error_without_right'
		);
		expect(await refusal(associations[1]!.officer, casting(vote, seats[0]!.id))).toBe(
			'votes_error_without_right'
		);
		await castAll(vote, ['yes', 'yes']);
		expect(await stateOf(vote)).toEqual({ state: 'closed', outcome: 'carried' });
		expect((await trying(associations[0]!.officer, `select public.vote('${vote}')`)).word).toBe('yes');
	});

	test('an assistant reads and never votes', async () => {
		const { statement } = await freeze();
		const vote = await openVote(statement);
		const [seatOfChair] = await seatsOf(vote);
		expect((await trying(cast.chairAssistant, `select public.vote('${vote}')`)).word).toBe('yes');
		expect(await refusal(cast.chairAssistant, casting(vote, seatOfChair!.id))).toBe(
			'votes_error_without_right'
		);
		expect((await trying(cast.chairAssistant, opening((await freeze()).statement))).word).toBe('NOTFD');
	});
});

describe('a circular vote', () => {
	test('of twelve with four advisers is carried when all have voted, and the statement hears of it', async () => {
		const { statement, vote, seats } = await begin();
		await castAll(vote, [...yes(7), 'no', 'no', 'abstain', 'abstain']);
		expect(await stateOf(vote)).toEqual({ state: 'open', outcome: null });
		expect(await refusal(adviser, casting(vote, seats[11]!.id))).toBe('votes_error_without_right');
		await castAll(vote, [...Array<null>(11).fill(null), 'yes']);
		expect(await stateOf(vote)).toEqual({ state: 'closed', outcome: 'carried' });
		expect(await countsOf(vote)).toEqual([
			{
				yes: 8,
				no: 2,
				abstained: 2,
				entitled: 12,
				present: 12,
				excluded: 0,
				needed: 7,
				outcome: 'carried'
			}
		]);
		expect(await statementIs(statement)).toBe('decided');
	});

	test('in which too few take part decides nothing, and another can be opened', async () => {
		const { statement, vote } = await begin();
		await castAll(vote, yes(6));
		await end();
		expect(await stateOf(vote)).toEqual({ state: 'closed', outcome: 'no_quorum' });
		expect(await statementIs(statement)).toBe('frozen');
		await openVote(statement, {}, office);
	});

	test('in which just enough take part decides', async () => {
		const { vote } = await begin();
		await castAll(vote, yes(7));
		await end();
		expect(await stateOf(vote)).toMatchObject({ outcome: 'carried' });
	});

	test.each([
		['simple', ['yes', 'no', ...Array<string>(5).fill('abstain')], 'rejected'],
		['simple', ['yes', 'yes', 'no', ...Array<string>(4).fill('abstain')], 'carried'],
		['absolute', [...yes(6), 'abstain'], 'rejected'],
		['absolute', yes(7), 'carried'],
		['two_thirds', [...yes(4), 'no', 'no', 'abstain'], 'carried'],
		['two_thirds', [...yes(4), 'no', 'no', 'no'], 'rejected'],
		['consensus', [...yes(7), 'no'], 'rejected'],
		['consensus', [...yes(6), 'abstain'], 'carried']
	])('by the rule %s, %j is %s', async (majority, choices, outcome) => {
		const { vote } = await begin({ majority });
		await castAll(vote, choices);
		await end();
		expect(await stateOf(vote)).toMatchObject({ outcome });
	});

	test('by points counts each; all must be carried for the wording to be', async () => {
		const { statement, vote } = await begin({ isByPoints: true });
		await castAll(
			vote,
			yes(12).map((_, n) => ({ 1: 'yes', 2: n < 3 ? 'yes' : 'no' }))
		);
		expect(await stateOf(vote)).toEqual({ state: 'closed', outcome: 'partly' });
		expect((await countsOf(vote)).map(({ yes, no, outcome }) => [yes, no, outcome])).toEqual([
			[12, 0, 'carried'],
			[3, 9, 'rejected']
		]);
		expect(await statementIs(statement)).toBe('frozen');
	});

	test('asks for an answer to each point', async () => {
		const { vote, seats } = await begin({ isByPoints: true });
		expect(await trying(chair, casting(vote, seats[0]!.id, { 2: 'yes' }))).toMatchObject({
			word: 'MISSG',
			detail: '["ballot_1"]'
		});
		expect((await trying(chair, casting(vote, seats[0]!.id, { 1: 'yes', 2: 'maybe' }))).word).toBe('INVAL');
		expect((await trying(chair, casting(vote, seats[0]!.id, { 1: 'yes', 2: 'no', 3: 'no' }))).word).toBe(
			'INVAL'
		);
	});

	test('a vote that was cast stays, and a form that is sent twice is one', async () => {
		const { vote, seats } = await begin();
		const form = randomUUID();
		await doing(chair, casting(vote, seats[0]!.id, 'no', form));
		await doing(chair, casting(vote, seats[0]!.id, 'no', form));
		expect(await refusal(chair, casting(vote, seats[0]!.id, 'yes'))).toBe('votes_error_already_cast');
		expect(await sql('select choice from public.vote_choices where vote_id = $1', [vote])).toEqual([
			{ choice: 'no' }
		]);
	});

	test('two tabs at once cast one vote', async () => {
		const { vote, seats } = await begin();
		const tabs = await Promise.all([connection(), connection(), connection()]);
		try {
			const tries = tabs.map(async (tab) => {
				await tab.query('begin');
				await become(tab, chair);
				await tab.query(casting(vote, seats[0]!.id));
				await tab.query('commit');
			});
			const done = await Promise.allSettled(tries);
			expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
			const refused = done.flatMap((one) => (one.status === 'rejected' ? [one.reason.message] : []));
			expect(refused).toEqual(['votes_error_already_cast', 'votes_error_already_cast']);
		} finally {
			for (const tab of tabs) {
				await tab.query('rollback');
				tab.release();
			}
		}
		expect(await sql('select from public.vote_casts where vote_id = $1', [vote])).toHaveLength(1);
	});

	test('the last two at once end it once', async () => {
		const { vote, seats } = await begin();
		await castAll(vote, yes(10));
		await Promise.all([10, 11].map((n) => doing(seats[n]!.person_id, casting(vote, seats[n]!.id, 'no'))));
		expect(await countsOf(vote)).toMatchObject([{ yes: 10, no: 2 }]);
		expect(await sql('select from public.vote_results where vote_id = $1', [vote])).toHaveLength(1);
	});

	test('is refused after its end, also before anybody has counted', async () => {
		const { vote, seats } = await begin();
		await later('30 days');
		try {
			expect(await refusal(chair, casting(vote, seats[0]!.id))).toBe('votes_error_over');
		} finally {
			await backToNow();
		}
		await end();
		expect(await refusal(chair, casting(vote, seats[0]!.id))).toBe('votes_error_over');
	});

	test('is on its words or on none: changed, nobody votes and nothing is decided', async () => {
		const { statement, vote, seats } = await begin();
		await castAll(vote, yes(11));
		await pastRules(`update public.statements set wording_hash = repeat('0', 64) where id = '${statement}'`);
		expect(await refusal(seats[11]!.person_id, casting(vote, seats[11]!.id))).toBe(
			'votes_error_wording_changed'
		);
		await end();
		expect(await stateOf(vote)).toEqual({ state: 'closed', outcome: 'void' });
		expect(await countsOf(vote)).toEqual([]);
		expect(await statementIs(statement)).toBe('frozen');
	});

	test('is open for a few days at least, by as many as there are', async () => {
		const { statement } = await freeze(council);
		expect(await refusal(office, opening(statement, { days: 2 }))).toBe('votes_error_window_short');
		expect(await refusal(office, opening(statement, { days: 999 }))).toBe('votes_error_window_long');
		expect((await trying(office, opening(statement, { quorum: 13 }))).word).toBe('INVAL');
		expect((await trying(office, opening(statement, { quorum: 12 }))).word).toBe('yes');
		expect((await trying(adviser, opening(statement))).word).toBe('NOTFD');
		expect((await trying(cast.councilOffice, opening(statement))).word).toBe('NOTFD');
	});

	test('is one at a time, and one for a form that is sent twice', async () => {
		const { statement } = await freeze(council);
		const id = randomUUID();
		expect(await openVote(statement, { id }, office)).toBe(id);
		expect(await openVote(statement, { id }, office)).toBe(id);
		expect(await refusal(office, opening(statement))).toBe('votes_error_open_already');
		const twice = await freeze(council);
		const done = await Promise.allSettled([
			openVote(twice.statement, {}, office),
			openVote(twice.statement, {}, chair)
		]);
		expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	});

	test('can be cancelled with a reason, and stays to be read', async () => {
		const { statement, vote } = await begin();
		await castAll(vote, yes(3));
		await doing(office, `select public.cancel_vote('${vote}', 'Punkt 2 war falsch.')`);
		expect(await stateOf(vote)).toEqual({ state: 'closed', outcome: 'cancelled' });
		expect(await statementIs(statement)).toBe('frozen');
		const page = await asking<{ results: object[] }>(chair, `select public.vote('${vote}')`);
		expect(page.results).toMatchObject([{ reason: 'Punkt 2 war falsch.', counts: [] }]);
	});
});

describe('who steps in', () => {
	test('votes instead of the member, who no longer does', async () => {
		const { vote, seats } = await begin();
		await doing(member, `select public.name_substitute('${vote}', '${seats[1]!.id}', '${substitute}')`);
		expect(await refusal(member, casting(vote, seats[1]!.id))).toBe('votes_error_substituted');
		await doing(substitute, casting(vote, seats[1]!.id, 'no'));
		expect(
			await sql(
				`select seat, c.person_name from public.vote_casts c join public.vote_electors e on e.id = c.elector_id where c.vote_id = $1`,
				[vote]
			)
		).toEqual([{ seat: 'Mitglied 02', person_name: 'A Ersatzmitglied' }]);
	});

	test('does so for one member, and before it has voted', async () => {
		const { vote, seats } = await begin();
		await castAll(vote, [null, 'yes']);
		const naming = (n: number, who = substitute) =>
			`select 1 from (select public.name_substitute('${vote}', '${seats[n]!.id}', '${who}') offset 0) as x`;
		expect(await refusal(office, naming(1))).toBe('votes_error_already_cast');
		await doing(office, naming(2));
		expect(await refusal(office, naming(3))).toBe('votes_error_substitutes_another');
		expect(await refusal(office, naming(2, deputy))).toBe('votes_error_substituted_already');
		expect((await trying(member, naming(3))).word).toBe('NOTFD');
	});

	test('a deputy does so for the own seat alone', async () => {
		const { vote, seats } = await begin();
		const naming = (n: number) =>
			`select 1 from (select public.name_substitute('${vote}', '${seats[n]!.id}', '${deputy}') offset 0) as x`;
		expect((await trying(office, naming(4))).word).toBe('INVAL');
		await doing(chair, naming(0));
		await doing(deputy, casting(vote, seats[0]!.id));
	});

	test('nobody steps in unasked', async () => {
		const { vote, seats } = await begin();
		expect(await refusal(substitute, casting(vote, seats[2]!.id))).toBe('votes_error_without_right');
		expect(await refusal(deputy, casting(vote, seats[0]!.id))).toBe('votes_error_without_right');
	});
});

describe('a conflict of interest', () => {
	test('takes the member out of the item: it neither votes nor counts', async () => {
		const { vote, seats } = await begin({ isByPoints: true });
		await doing(
			member,
			`select public.declare_conflict('${vote}', '${seats[1]!.id}', '{1}', 'Mir gehört das Busunternehmen.')`
		);
		expect((await trying(member, casting(vote, seats[1]!.id, { 1: 'yes', 2: 'yes' }))).word).toBe('INVAL');
		await doing(member, casting(vote, seats[1]!.id, { 2: 'yes' }));
		await castAll(vote, [{ 1: 'yes', 2: 'yes' }, null, ...Array(10).fill({ 1: 'yes', 2: 'yes' })]);
		expect(
			(await countsOf(vote)).map(({ entitled, present, excluded, needed }) => [
				entitled,
				present,
				excluded,
				needed
			])
		).toEqual([
			[11, 11, 1, 6],
			[12, 12, 0, 7]
		]);
	});

	test('of all there is ends the wait for the member; the reason stays inside the body', async () => {
		const { vote, seats } = await begin();
		await castAll(vote, [...yes(11)]);
		await doing(
			office,
			`select public.declare_conflict('${vote}', '${seats[11]!.id}', '{1}', 'Angestellt beim Träger.')`
		);
		expect(await stateOf(vote)).toMatchObject({ outcome: 'carried' });
		expect(await countsOf(vote)).toMatchObject([{ entitled: 11, excluded: 1, yes: 11 }]);
		expect((await trying(adviser, `select from public.vote_conflicts where vote_id = '${vote}'`)).word).toBe(
			'yes'
		);
		expect((await trying(cast.planner, `select from public.vote_conflicts`)).word).toBe('nothing');
	});

	test('is said before one votes, with a reason', async () => {
		const { vote, seats } = await begin();
		const saying = (n: number, reason: string) =>
			`select public.declare_conflict('${vote}', '${seats[n]!.id}', '{1}', '${reason}')`;
		expect((await trying(member, saying(1, ' '))).word).toBe('MISSG');
		expect((await trying(member, saying(2, 'Nicht meine Sache.'))).word).toBe('NOTFD');
		await castAll(vote, [null, 'yes']);
		expect(await refusal(member, saying(1, 'Zu spät.'))).toBe('votes_error_already_cast');
	});
});

describe('a secret vote', () => {
	test('leaves nothing that joins a person and a ballot', async () => {
		const { vote } = await begin({ isSecret: true, isByPoints: true });
		await castAll(
			vote,
			yes(9).map((_, n) => ({ 1: n % 2 ? 'yes' : 'no', 2: 'abstain' }))
		);
		const ballots = await sql<{ xmin: string; id: string; choice: string }>(
			`select b.xmin::text, b.id, b.choice from private.secret_ballots b join public.vote_items i on i.id = b.item_id where b.vote_id = $1 and i.place = 1`,
			[vote]
		);
		expect(ballots.map(({ choice }) => choice).sort()).toEqual([...Array(5).fill('no'), ...yes(4)]);
		// One transaction wrote them all, whoever cast them; each has an id that it did not have before.
		expect(new Set(ballots.map(({ xmin }) => xmin)).size).toBe(1);
		const ids = new Set(ballots.map(({ id }) => id));
		await castAll(vote, [...Array<null>(9).fill(null), { 1: 'yes', 2: 'yes' }]);
		const after = await sql<{ id: string }>('select id from private.secret_ballots where vote_id = $1', [
			vote
		]);
		expect(after.filter(({ id }) => ids.has(id))).toEqual([]);
		expect(await sql('select from public.vote_choices where vote_id = $1', [vote])).toEqual([]);
		const columns = await sql<{ name: string }>(
			`select attname as name from pg_attribute where attrelid = 'private.secret_ballots'::regclass and attnum > 0 order by attnum`
		);
		expect(columns.map(({ name }) => name)).toEqual(['id', 'vote_id', 'item_id', 'choice']);
	});

	test('is not in the order in which they came', async () => {
		const orders = new Set<string>();
		for (let turn = 0; turn < 3; turn++) {
			const { vote } = await begin({ isSecret: true });
			await castAll(vote, [...yes(5), ...Array<string>(5).fill('no')]);
			const rows = await sql<{ choice: string }>(
				'select choice from private.secret_ballots where vote_id = $1 order by ctid',
				[vote]
			);
			orders.add(rows.map(({ choice }) => choice).join());
		}
		expect([...orders]).not.toEqual([[...yes(5), ...Array(5).fill('no')].join()]);
	});

	test('no role reads the urn, nor counts while it runs, nor hears how others voted at the end', async () => {
		const { vote } = await begin({ isSecret: true });
		await castAll(vote, [...yes(11), null]);
		for (const who of [office, chair, member, adviser, cast.administrator, cast.planner])
			expect((await trying(who, 'select from private.secret_ballots')).word).toBe('42501');
		const running = await asking<Page>(office, `select public.vote('${vote}')`);
		expect(running.results).toEqual([]);
		expect(running.mine).toEqual([]);
		const own = await asking<Page>(member, `select public.vote('${vote}')`);
		expect(own.mine).toMatchObject([{ choices: null, mayVote: false }]);
		expect(own.mine[0]!.castAt).not.toBeNull();
		await castAll(vote, [...Array<null>(11).fill(null), 'no']);
		const over = await asking<Page>(office, `select public.vote('${vote}')`);
		expect(over.results[0]!.counts).toMatchObject([{ yes: 11, no: 1 }]);
		expect(over.results[0]!.attendance.map(({ choices }) => choices)).toEqual(Array(12).fill(null));
	});

	test('of an open one the body reads at its end, and not before', async () => {
		const { vote } = await begin();
		await castAll(vote, [...yes(11), null]);
		const others = `select from public.vote_choices where vote_id = '${vote}'`;
		expect((await trying(office, others)).word).toBe('nothing');
		expect((await trying(member, others)).rows).toHaveLength(1);
		await castAll(vote, [...Array<null>(11).fill(null), 'no']);
		expect((await trying(office, others)).rows).toHaveLength(12);
		const over = await asking<Page>(adviser, `select public.vote('${vote}')`);
		expect(over.results[0]!.attendance[11]!.choices).toEqual({ 1: 'no' });
	});
});

interface Page {
	mine: { choices: unknown; mayVote: boolean; castAt: string | null }[];
	results: { id: string; correctsId: string | null; counts: object[]; attendance: { choices: unknown }[] }[];
}

describe('what a session decided', () => {
	const session = (options: Opening = {}) => begin({ mode: 'session', ...options });
	const entry = (seats: { id: string }[], more: Partial<Entry> = {}): Entry => ({
		present: seats.slice(0, 8).map(({ id }) => id),
		agendaItem: 'TOP 4',
		counts: { 1: { yes: 6, no: 1, abstained: 1 } },
		...more
	});

	test('is entered with those present, a substitute and a conflict', async () => {
		const { statement, vote, seats } = await session();
		await doing(
			office,
			entering(
				vote,
				entry(seats, {
					substitutes: { [seats[10]!.id]: substitute },
					conflicts: [{ elector: seats[3]!.id, places: [1], reason: 'Angestellt beim Träger.' }],
					counts: { 1: { yes: 6, no: 1, abstained: 1 } }
				})
			)
		);
		expect(await countsOf(vote)).toEqual([
			{ yes: 6, no: 1, abstained: 1, entitled: 11, present: 8, excluded: 1, needed: 6, outcome: 'carried' }
		]);
		expect(await statementIs(statement)).toBe('decided');
		const [{ names }] = (await sql(
			`select array_agg(a.person_name) filter (where a.is_substitute) as names from public.vote_attendances a join public.vote_results r on r.id = a.result_id where r.vote_id = $1`,
			[vote]
		)) as [{ names: string[] }];
		expect(names).toEqual(['A Ersatzmitglied']);
	});

	test('must fit together', async () => {
		const { vote, seats } = await session();
		const tries = (more: Partial<Entry>) => trying(office, entering(vote, entry(seats, more)));
		expect(await tries({ counts: { 1: { yes: 8, no: 1, abstained: 0 } } })).toMatchObject({
			message: 'votes_error_counts_unlike',
			detail: '["yes_1"]'
		});
		expect(await tries({ counts: { 1: { yes: 9, no: -1, abstained: 0 } } })).toMatchObject({
			message: 'votes_error_counts_unlike'
		});
		expect(await tries({ heldOn: '2099-01-01' })).toMatchObject({ message: 'votes_error_held_later' });
		expect((await tries({ present: [] })).word).toBe('MISSG');
		expect(await tries({ present: [seats[0]!.id, seats[0]!.id] })).toMatchObject({ detail: '["present"]' });
		expect(await tries({ substitutes: { [seats[0]!.id]: substitute } })).toMatchObject({
			detail: '["present"]'
		});
		expect(
			await tries({ substitutes: { [seats[10]!.id]: substitute, [seats[11]!.id]: substitute } })
		).toMatchObject({ detail: '["substitutes"]' });
		expect(await tries({ substitutes: { [seats[10]!.id]: adviser } })).toMatchObject({
			detail: '["substitutes"]'
		});
		expect(await tries({ conflicts: [{ elector: seats[0]!.id, places: [1], reason: ' ' }] })).toMatchObject({
			detail: '["conflicts"]'
		});
		expect((await tries({})).word).toBe('yes');
	});

	test('decides nothing when too few were there', async () => {
		const { statement, vote, seats } = await session();
		const present = seats.slice(0, 6).map(({ id }) => id);
		await doing(
			office,
			entering(vote, entry(seats, { present, counts: { 1: { yes: 6, no: 0, abstained: 0 } } }))
		);
		expect(await stateOf(vote)).toMatchObject({ outcome: 'no_quorum' });
		expect(await statementIs(statement)).toBe('frozen');
	});

	test('is entered by those who preside, once', async () => {
		const { vote, seats } = await session();
		expect((await trying(member, entering(vote, entry(seats)))).word).toBe('NOTFD');
		const form = randomUUID();
		await doing(chair, entering(vote, entry(seats), form));
		await doing(chair, entering(vote, entry(seats), form));
		expect(await refusal(office, entering(vote, entry(seats)))).toBe('votes_error_entered_already');
		expect(await refusal(chair, casting(vote, seats[0]!.id))).toBe('votes_error_in_session');
	});

	test('is corrected by a new entry that refers to the old one, and both stay', async () => {
		const { statement, vote, seats } = await session();
		await doing(office, entering(vote, entry(seats)));
		const [first] = (await asking<Page>(office, `select public.vote('${vote}')`)).results;
		const counts = { 1: { yes: 1, no: 6, abstained: 1 } };
		expect((await trying(office, entering(vote, entry(seats, { counts, corrects: first!.id })))).word).toBe(
			'MISSG'
		);
		await doing(
			office,
			entering(vote, entry(seats, { counts, corrects: first!.id, reason: 'Ja und Nein waren vertauscht.' }))
		);
		expect(await stateOf(vote)).toMatchObject({ outcome: 'rejected' });
		expect(await statementIs(statement)).toBe('frozen');
		const { results } = await asking<Page>(member, `select public.vote('${vote}')`);
		expect(results.map(({ correctsId }) => correctsId)).toEqual([first!.id, null]);
		expect(
			await refusal(office, entering(vote, entry(seats, { corrects: first!.id, reason: 'Noch einmal.' })))
		).toBe('votes_error_entered_already');
	});
});

test('what was decided and signed is not turned round by a correction', async () => {
	const { statement, vote, seats } = await begin({ mode: 'session' });
	const present = seats.map(({ id }) => id);
	const counts = (yes: number) => ({ 1: { yes, no: 12 - yes, abstained: 0 } });
	await doing(office, entering(vote, { present, counts: counts(12) }));
	await pastRules(`update public.statements set state = 'signed' where id = '${statement}'`);
	const [{ id: corrects }] = (await sql('select id from public.vote_results where vote_id = $1', [vote])) as [
		{ id: string }
	];
	const correcting = (yes: number) =>
		entering(vote, { present, counts: counts(yes), corrects, reason: 'Falsch abgeschrieben.' });
	expect(await refusal(office, correcting(2))).toBe('votes_error_signed_already');
	await doing(office, correcting(11));
	expect(await statementIs(statement)).toBe('signed');
});

describe('outside the body', () => {
	test('nothing is known of a vote until what it decided is submitted; then the sum of it', async () => {
		const { statement, vote } = await begin();
		const summary = `select private.vote_summary('${vote}') as said`;
		await castAll(vote, [...yes(10), 'no', 'abstain']);
		for (const who of [cast.planner, cast.administrator, cast.councilChair, cast.foreignPlanner]) {
			expect((await trying(who, `select public.vote('${vote}')`)).word).toBe('NOTFD');
			expect((await trying(who, summary)).word).toBe('nothing');
		}
		await pastRules(
			`update public.statements set state = 'submitted', submitted_at = now(), is_late = false
			where id = '${statement}'`
		);
		const { rows } = await trying(cast.planner, summary);
		expect(rows[0]!.said).toEqual({
			mode: 'circular',
			on: expect.any(String),
			present: 12,
			yes: 10,
			no: 1,
			abstained: 1,
			outcome: 'carried',
			isSecret: false,
			points: null
		});
		expect((await trying(cast.planner, `select public.vote('${vote}')`)).word).toBe('NOTFD');
		expect((await trying(cast.planner, `select from public.vote_results`)).word).toBe('nothing');
	});

	test('another council has votes of its own', async () => {
		const vote = await openVote((await freeze(seniorCouncil)).statement);
		expect((await trying(chair, `select public.vote('${vote}')`)).word).toBe('NOTFD');
	});
});

describe('letters', () => {
	const told = async (vote: string) =>
		(
			await sql<{ kind: string; names: string[] }>(
				`select n.kind, array(select r ->> 'familyName' from jsonb_array_elements(l.recipients) r order by 1) as names
				from private.notices n cross join lateral private.letters_of_votes(array[n.id]) l
				where n.subject_id = $1 order by n.id`,
				[vote]
			)
		).map(({ kind, names }) => [kind, names.length] as const);

	test('go to those who may vote, to those who have not two days before the end, and to all at the end', async () => {
		const { vote } = await begin({ days: 5 });
		expect(await told(vote)).toEqual([['vote_opened', 12]]);
		await castAll(vote, yes(5));
		await sql('select public.remind_votes()');
		expect(await told(vote)).toHaveLength(1);
		await later('3 days');
		try {
			expect(await sql('select public.remind_votes() as count')).toEqual([{ count: 1 }]);
			expect(await sql('select public.remind_votes() as count')).toEqual([{ count: 0 }]);
			expect((await told(vote))[1]).toEqual(['vote_reminder', 7]);
		} finally {
			await backToNow();
		}
		await end();
		expect((await told(vote))[2]).toEqual(['vote_result', 18]); // 12 and 4, the office, the substitute
	});

	test('who steps in is asked in place of the member', async () => {
		const { vote, seats } = await begin();
		await doing(member, `select public.name_substitute('${vote}', '${seats[1]!.id}', '${substitute}')`);
		expect((await told(vote))[1]).toEqual(['vote_opened', 1]);
	});

	test('that did not arrive are nothing for planners or administrators', async () => {
		const kinds = await sql(
			`select kind from private.mail_kinds where kind ~ '^vote' and private.is_of_the_authority(kind)`
		);
		expect(kinds).toEqual([]);
	});
});
