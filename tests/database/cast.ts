import { sql } from './harness.ts';

/*
 * The sample cast, and those who are missing from it: deputies, people whose term is over or has not begun, members
 * with a voice but no vote, assistants, and a second authority, the Musterkreis (MK).
 */

const person = (n: number) => `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const organisation = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const post = (n: number) => `20000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const places = {
	harz: 'a0000000-0000-4000-8000-000000000001',
	musterkreis: 'a0000000-0000-4000-8000-000000000002',
	socialPlanning: organisation(1),
	youthOffice: organisation(2),
	oberharz: organisation(48),
	vorharz: organisation(53),
	seniorCouncil: organisation(10),
	musterPlanning: organisation(901),
	musterdorf: organisation(902),
	'post of clerk': post(208),
	'post of head': post(108),
	'post of planner': post(3),
	'post of administrator': post(8),
	'post of chair': post(4)
};
export const {
	harz,
	musterkreis,
	oberharz,
	vorharz,
	seniorCouncil,
	youthOffice,
	musterdorf,
	musterPlanning
} = places;

export const cast = {
	anonymous: null,
	stranger: person(904),
	formerClerk: person(12),
	dismissedPlanner: person(905),
	futureClerk: person(906),
	clerkOfAbolishedPost: person(907),
	clerk: person(1),
	deputyClerk: person(901),
	head: person(2),
	neighbour: person(150),
	neighbourHead: person(113),
	councilMember: person(6),
	councilAdviser: person(902),
	councilSubstitute: person(903),
	councilChair: person(4),
	councilOffice: person(5),
	committeeOfficer: person(7),
	planner: person(3),
	deputyPlanner: person(10),
	officePlanner: person(9),
	chairAssistant: person(920),
	clerkAssistant: person(921),
	formerAssistant: person(922),
	administrator: person(8),
	foreignPlanner: person(911),
	foreignClerk: person(912),
	foreignHead: person(913),
	foreignAdministrator: person(914)
} as const;

export type Role = keyof typeof cast;
export const roles = Object.keys(cast) as Role[];

const reporters: Role[] = ['clerk', 'deputyClerk', 'clerkAssistant', 'head'];
const council: Role[] = [
	'councilMember',
	'councilAdviser',
	'councilSubstitute',
	'councilChair',
	'chairAssistant',
	'councilOffice'
];
const planners: Role[] = ['planner', 'deputyPlanner', 'officePlanner'];
const participants: Role[] = [
	...reporters,
	...council,
	...planners,
	'neighbour',
	'neighbourHead',
	'committeeOfficer'
];

/** Those who share a right, by name, so that the matrix reads like a sentence. */
export const groups = {
	nobody: [] as Role[],
	everyone: roles,
	signedIn: roles.filter((role) => role !== 'anonymous'),
	reporters,
	council,
	councilWriters: ['councilChair', 'chairAssistant', 'councilOffice'] as Role[],
	councilReleasers: ['councilChair', 'councilOffice'] as Role[],
	planners,
	/** Offices contribute; the answer is the planning's. */
	answerers: ['planner', 'deputyPlanner'] as Role[],
	participants,
	members: [...participants, 'administrator'] as Role[],
	foreigners: ['foreignPlanner', 'foreignClerk', 'foreignHead', 'foreignAdministrator'] as Role[]
};

/** Puts the missing people and the Musterkreis on the stage; its planner and administrator have their second factor. */
export async function enter(): Promise<void> {
	await sql(`
		insert into public.people (id, salutation, given_name, family_name, email) values
			('${cast.deputyClerk}', 'Herr', 'Dirk', 'Rabe', 'rabe@test.example'),
			('${cast.councilAdviser}', 'Frau', 'Beate', 'Rau', 'rau@test.example'),
			('${cast.councilSubstitute}', 'Herr', 'Ernst', 'Ersatz', 'ersatz@test.example'),
			('${cast.chairAssistant}', 'Frau', 'Sonja', 'Sommer', 'sommer@test.example'),
			('${cast.clerkAssistant}', 'Herr', 'Willi', 'Winter', 'winter@test.example'),
			('${cast.formerAssistant}', 'Frau', 'Hanna', 'Herbst', 'herbst@test.example'),
			('${cast.stranger}', 'Herr', 'Niemand', 'Fremd', 'fremd@test.example'),
			('${cast.dismissedPlanner}', 'Frau', 'Ina', 'Weg', 'weg@test.example'),
			('${cast.futureClerk}', 'Frau', 'Maja', 'Morgen', 'morgen@test.example'),
			('${cast.clerkOfAbolishedPost}', 'Herr', 'Otto', 'Alt', 'otto.alt@test.example'),
			('${cast.foreignPlanner}', 'Frau', 'Paula', 'Muster', 'planung@muster.example'),
			('${cast.foreignClerk}', 'Herr', 'Karl', 'Muster', 'amt@muster.example'),
			('${cast.foreignHead}', 'Frau', 'Berta', 'Muster', 'leitung@muster.example'),
			('${cast.foreignAdministrator}', 'Herr', 'Adam', 'Muster', 'admin@muster.example');
		insert into public.authorities (id, key, name, prefix, district_key) values
			('${musterkreis}', 'musterkreis', 'Musterkreis', 'MK', '99001');
		insert into public.organisations (id, authority_id, kind, name) values
			('${musterPlanning}', '${musterkreis}', 'authority', 'Musterkreis, Sozialplanung'),
			('${musterdorf}', '${musterkreis}', 'municipality', 'Gemeinde Musterdorf');
		insert into public.municipalities (ags, authority_id, ars, name, kind, administration_id) values
			('99001001', '${musterkreis}', '990010001001', 'Musterdorf', 'Gemeinde', '${musterdorf}');
		insert into public.posts (id, organisation_id, kind, title) values
			('${post(907)}', '${oberharz}', 'clerk', 'Aufgelöste Stelle'),
			('${post(911)}', '${musterPlanning}', 'planner', 'Sozialplanung'),
			('${post(912)}', '${musterdorf}', 'clerk', 'Hauptamt'),
			('${post(913)}', '${musterdorf}', 'releasing_head', 'Bürgermeisterin'),
			('${post(914)}', '${musterPlanning}', 'administrator', 'Verwaltung');
		insert into public.holdings (post_id, person_id, capacity, starts_on, ends_on, ended_at) values
			('${places['post of clerk']}', '${cast.deputyClerk}', 'deputy', current_date - 100, null, null),
			('${post(33)}', '${cast.councilAdviser}', 'holder', current_date - 100, current_date + 1, null),
			('${post(34)}', '${cast.councilSubstitute}', 'holder', current_date - 100, null, null),
			('${places['post of planner']}', '${cast.dismissedPlanner}', 'deputy', current_date - 100, null, now() - interval '1 minute'),
			('${places['post of clerk']}', '${cast.futureClerk}', 'holder', current_date + 2, null, null),
			('${post(907)}', '${cast.clerkOfAbolishedPost}', 'holder', current_date - 100, null, null),
			('${post(911)}', '${cast.foreignPlanner}', 'holder', current_date - 100, null, null),
			('${post(912)}', '${cast.foreignClerk}', 'holder', current_date - 100, null, null),
			('${post(913)}', '${cast.foreignHead}', 'holder', current_date - 100, null, null),
			('${post(914)}', '${cast.foreignAdministrator}', 'holder', current_date - 100, null, null);
		insert into public.assistances (holding_id, given_name, family_name, email, ends_on, accepted_at, assistant_id, revoked_at)
		select h.id, a.given_name, a.family_name, a.email, current_date + 90, now(), a.id, x.revoked_at
		from (values ('${cast.councilChair}'::uuid, '${cast.chairAssistant}'::uuid, null::timestamptz), ('${cast.clerk}', '${cast.clerkAssistant}', null),
			('${cast.councilChair}', '${cast.formerAssistant}', now())) x (member, assistant, revoked_at)
		join public.holdings h on h.person_id = x.member join public.people a on a.id = x.assistant;
		insert into private.second_factors (person_id, secret, last_step) values
			('${cast.foreignPlanner}', repeat('A', 32), 0),
			('${cast.foreignAdministrator}', repeat('A', 32), 0);
		update public.posts set abolished_on = current_date where id = '${post(907)}';`);
}
