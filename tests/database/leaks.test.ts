import { beforeAll, describe, expect, test } from 'vitest';
import { doing } from './acting.ts';
import {
	cast,
	groups,
	harz,
	musterdorf,
	oberharz,
	roles,
	seniorCouncil,
	youthOffice,
	type Role
} from './cast.ts';
import { columnsToRead, functionsToRead } from './reading.ts';
import { report, setStage, write, type Stage } from './stage.ts';
import { freeze, openVote, seatsOf } from './vote-stage.ts';
import { prepareSweep, sweep, type Finding } from './sweep.ts';

/*
 * Needles in the haystack: each kind of secret holds a word that is written nowhere else. Everybody then reads all
 * there is to read (every table, every function, every number and id known) and must find only what is theirs.
 */

let stage: Stage;
const findings = new Map<Role, Promise<Finding[]>>();
const { reporters, council, planners, participants } = groups;
const sides = [...reporters, ...planners];

beforeAll(async () => {
	stage = await setStage();
	await hideNeedles();
	const searched = words.filter((word) => word.startsWith('Nadel'));
	await prepareSweep([...(await columnsToRead()), ...(await functionsToRead(stage, searched))], words);
});

const needles: [what: string, word: string, may: readonly Role[]][] = [
	['the words of a draft', 'Nadelentwurf', reporters],
	['the words of a draft that was handed in', 'Nadelvorlage', reporters],
	['why a draft was given back', 'Nadelgrund', reporters],
	['the words of a council’s draft', 'Nadelbeirat', council],
	['a report for the district only', 'Nadelkreis', sides],
	['a report for all participants', 'Nadelteilnehmer', participants],
	['whom to ask', 'Nadelkontakt', sides],
	['the thread', 'Nadelfrage', sides],
	['the note of a hand-over', 'Nadelübergabe', sides],
	['a planner’s own reminder', 'Nadelmerkzettel', planners],
	['the title of a need', 'Nadelbedarf', planners],
	['the sentence about the gap', 'Nadellücke', sides],
	['the reason of an answer', 'Nadelantwort', participants],
	['a report of the Musterkreis', 'Nadelmuster', ['foreignPlanner', 'foreignClerk', 'foreignHead']],
	['a barrier report', 'Nadelbarriere', [...planners, 'administrator']],
	['the name of a council member', 'Demir', [...council, ...planners, 'administrator']],
	['the address of somebody invited', 'nadel@gast.example', ['administrator']],
	['somebody’s e-mail address', 'rabe@test.example', ['administrator', 'deputyClerk']],
	['somebody’s address once the term is over', 'weg@test.example', ['dismissedPlanner']],
	['a note in a room', 'Nadelraum', council],
	['the words it was made on', 'Nadelzitat', council],
	['an answer to it', 'Nadelrede', council],
	['what somebody is typing', 'Nadeltippen', ['councilMember']],
	['a remark on a wording', 'Nadelbemerkung', council],
	['a member’s own statement at work', 'Nadeleigen', ['councilAdviser']],
	['a frozen wording', 'Nadelfest', council],
	['a note that a statement left out', 'Nadelverworfen', council],
	['and why', 'Nadelablehnung', council],
	['a point that is submitted and read among all', 'Nadelpunkt', [...council, ...planners, ...reporters]],
	['a dissent that went out with it', 'Nadelsondervotum', [...council, ...planners, ...reporters]],
	['what a council votes on', 'Nadelabstimmung', council],
	['why somebody has no vote', 'Nadelbefangen', council],
	['a public report', 'Nadelöffentlich', groups.everyone]
];

const words = needles.map(([, word]) => word);

describe('everybody reads all there is', () => {
	test.each(roles)('%s is given an answer, or refused in our words', async (role) => {
		const codes = new Set((await found(role)).flatMap(({ code }) => code ?? []));
		expect([...codes].filter((code) => !['42501', 'NOTFD'].includes(code))).toEqual([]);
	});

	test.each(needles)('and %s (%s) is found by those who may, and by nobody else', async (_, word, may) => {
		const finders: Role[] = [];
		for (const role of roles) {
			const places = (await found(role)).filter((finding) => finding.word === word);
			if (places.length > 0) finders.push(role);
			if (!may.includes(role)) expect(places, role).toEqual([]);
		}
		expect(finders.sort()).toEqual([...may].sort());
	});
});

function found(role: Role): Promise<Finding[]> {
	if (!findings.has(role)) findings.set(role, sweep(cast[role]));
	return findings.get(role)!;
}

async function hideNeedles() {
	const draft = await write(cast.clerk, oberharz, { description: 'Nadelentwurf steht hier ganz allein.' });
	const returned = await write(cast.clerk, oberharz, { title: 'Nadelvorlage' });
	await doing(cast.clerk, `select public.hand_in_need_report('${returned}', 1)`);
	await doing(cast.head, `select public.return_need_report('${returned}', 'Nadelgrund')`);
	await doing(cast.clerk, `select public.hand_in_need_report('${returned}', 1)`);
	await doing(cast.clerk, `select public.hand_in_need_report('${draft}', 1)`);
	await doing(cast.head, `select public.return_need_report('${draft}', 'Nadelgrund')`);
	await write(cast.councilOffice, seniorCouncil, { title: 'Nadelbeirat' });
	const closed = await report({ description: 'Nadelkreis für den Kreis.', contact: 'Nadelkontakt' });
	await doing(
		cast.planner,
		`select public.write_need_report_message('${closed}', 'question', 'Nadelfrage?')`
	);
	await report({ title: 'Nadelteilnehmer', visibility: 'participants' });
	await report({ title: 'Nadelöffentlich', visibility: 'public' });
	const shared = await report({ title: 'Für alle Teilnehmenden', visibility: 'participants' });
	await doing(
		cast.planner,
		`select public.hand_over_need_report('${shared}', '${youthOffice}', current_date + 9, 'Nadelübergabe')`
	);
	await doing(
		cast.planner,
		`select public.follow_up_need_report('${shared}', current_date + 2, 'Nadelmerkzettel')`
	);
	await doing(
		cast.planner,
		`select public.assess_need_report('${shared}', 'care', 'district', null, 'Nadelbedarf')`
	);
	await doing(
		cast.planner,
		`select public.rename_need((select number from public.needs where title = 'Nadelbedarf'), 'Nadelbedarf, neu', 'Klarer.')`
	);
	await doing(cast.planner, `select public.answer_need_report('${shared}', 'noted', 'Nadelantwort')`);
	await doing(
		cast.planner,
		`select public.settle_need((select number from public.needs where title = 'Nadelbedarf, neu'), 'Getan.')`
	);
	await doing(cast.clerk, `select public.answer_gap('${shared}', 'no', 'Nadellücke')`);
	const vote = await openVote((await freeze(seniorCouncil, ['Nadelabstimmung'])).statement, {
		isByPoints: true
	});
	const [, excluded] = await seatsOf(vote);
	await doing(
		cast.councilOffice,
		`select public.declare_conflict('${vote}', '${excluded!.id}', '{1}', 'Nadelbefangen')`
	);
	await report({ title: 'Nadelmuster' }, foreigners);
	await doing(cast.anonymous, `select public.report_barrier('${harz}', gen_random_uuid(), 'Nadelbarriere')`);
	await doing(
		cast.administrator,
		`select public.invite('20000000-0000-4000-8000-000000000035', 'holder', current_date, null, null, 'A', 'B', 'nadel@gast.example')`
	);
}

const foreigners = { writer: cast.foreignClerk, releaser: cast.foreignHead, organisation: musterdorf };
