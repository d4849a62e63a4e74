import { rights } from './right.ts';

/** Organisations, posts, terms, invitations, barrier reports. */
export const organisations = rights(`
	reading the organisations of the Harz | members | select name from public.organisations where id = '{oberharz}'
	reading the posts of the Harz | members | select title from public.posts where id = '{post of clerk}'
	reading the organisations of the Musterkreis | foreigners | select name from public.organisations where id = '{musterdorf}'
	reading who holds a post of a municipality | reporters + planners + administrator | select from public.holdings where post_id = '{post of head}'
	reading who is in a council | council + planners + administrator | select from public.holdings where post_id = '{post of chair}'
	reading the name of a council member | council + planners + administrator | select family_name from public.people where id = '{person councilMember}'
	reading who plans | members | select family_name from public.people where id = '{person planner}'
	reading an e-mail address | nobody | select email from public.people
	reading another's text size, language or last visit | nobody | select text_size, locale, visited_at from public.people
	reading who was invited | administrator | select email from public.invitations where authority_id = '{harz}'
	reading the secret of an invitation | nobody | select token_hash from public.invitations
	inviting with a secret of one's own | nobody | insert into public.invitations (post_id, capacity, given_name, family_name, email, token_hash) values ('{post of clerk}', 'holder', 'A', 'B', 'a@b.example', repeat('a', 64))
	opening the administration | administrator | select public.administration('{harz}')
	opening the administration of the Musterkreis | foreignAdministrator | select public.administration('{musterkreis}')
	opening an organisation in the administration | administrator | select public.administration_of_organisation('{oberharz}')
	adding an organisation | administrator | select public.add_organisation('{harz}', 'municipality', 'Neue Gemeinde')
	adding an organisation past the verb | administrator | insert into public.organisations (authority_id, kind, name) values ('{harz}', 'provider', 'Neu')
	changing an organisation | administrator | select public.change_organisation('{oberharz}', 'Anderer Name', null, null, null, null)
	moving an organisation into another authority | nobody | update public.organisations set authority_id = '{musterkreis}' where id = '{oberharz}'
	adding a post | administrator | select public.add_post('{oberharz}', 'clerk', 'Neue Stelle')
	adding a post past the verb | administrator | insert into public.posts (organisation_id, kind, title) values ('{oberharz}', 'clerk', 'Neue Stelle')
	adding a planner to a municipality | nobody (RULED) | select public.add_post('{oberharz}', 'planner', 'Neue Stelle')
	changing a post | administrator | select public.change_post('{post of clerk}', 'Andere Stelle', null)
	turning a post into another kind | nobody | update public.posts set kind = 'planner' where id = '{post of clerk}'
	abolishing a post | administrator | select public.abolish_post('20000000-0000-4000-8000-000000000034')
	abolishing a post on which duties wait | nobody (RULED) | select public.abolish_post('{post of head}')
	taking a post by hand | nobody | insert into public.holdings (authority_id, post_id, person_id, capacity, starts_on) values ('{harz}', '{post of planner}', '{person clerk}', 'holder', current_date)
	inviting | administrator | select public.invite('{post of clerk}', 'deputy', current_date, null, null, 'A', 'B', 'a@b.example')
	taking an invitation back | administrator | select public.revoke_invitation('{invitation}')
	changing a term | administrator | select public.change_term('{holding}', current_date + 30)
	ending a holding | administrator | select public.end_holding('{holding}')
	resetting a second factor that is not set up | nobody (RULED) | select public.reset_second_factor('{holding}')
	ending a holding past the verb | administrator | update public.holdings set ended_at = now() where id = '{holding}'
	reviving an ended holding | nobody | update public.holdings set ended_at = null where person_id = '{person dismissedPlanner}'
	reviving an abolished post | nobody | update public.posts set abolished_on = null where title = 'Aufgelöste Stelle'
	ending the last administrator | nobody (RULED) | update public.holdings set ended_at = now() where person_id = '{person administrator}'
	letting the last administrator's term run out | nobody (RULED) | update public.holdings set ends_on = current_date - 2 where person_id = '{person administrator}'
	abolishing the administrator's post | nobody (RULED) | select public.abolish_post('{post of administrator}')
	setting the reply clock | administrator | select public.set_reply_clock('{harz}', 10, 50)
	renaming the authority | nobody | update public.authorities set name = 'Anders', prefix = 'AN' where id = '{harz}'
	lowering the threshold for small numbers | nobody | update public.authorities set small_number = 3 where id = '{harz}'
	reading the record of rights | administrator | select from public.administration_events where authority_id = '{harz}'
	writing the record of rights | nobody | insert into public.administration_events (authority_id, kind, subject) values ('{harz}', 'x', 'x')
	reading barrier reports | planners + administrator | select from public.barrier_reports where authority_id = '{harz}'
	listing barrier reports | planners + administrator | select from public.list_barrier_reports('{harz}')
	reporting a barrier | everyone | select public.report_barrier('{harz}', gen_random_uuid(), 'Zu klein')
	answering a barrier report | planners + administrator | select public.answer_barrier_report('{barrier}', 'Behoben.')
	answering a barrier report in another's name | nobody | update public.barrier_reports set answer = 'x', answered_by = '{person clerk}' where number = '{barrier}'
	seeing what waits on vacant posts of the whole authority | planners + administrator | select from private.vacancies('{harz}') where organisation_id <> '{oberharz}' and title = 'Nahverkehrsplanung'
`);
