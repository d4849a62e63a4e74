import { rights } from './right.ts';

/** Rooms of organisations in a round: whose they are, and what comes out of them. The planning has no place in one. */
export const rooms = rights(`
	seeing the contents of a round in a room | council | select public.round_contents('{harz}', '{frozenSlug}')
	entering the room of the one asked | council + reporters + committeeOfficer | select public.round_room('{harz}', '{roundSlug}')
	entering the room of another | council | select public.round_room('{harz}', '{roundSlug}', '{seniorCouncil}')
	reading a section in a room | council + reporters + committeeOfficer | select public.round_section('{harz}', '{roundSlug}', '{roundSection}')
	reading notes | council | select body from public.round_notes where addressee_id = '{councilRoom}'
	reading notes past the page | council | select from jsonb_array_elements(private.notes_document('{councilRoom}', null, null, null, 50) -> 'notes')
	reading the counts of notes past the page | council | select from jsonb_array_elements(private.contents_in_room('{councilRoom}'))
	reading a note | council | select public.round_note('{roundNote}')
	reading a note past the page | council | select where private.note_for_room('{roundNote}') is not null
	noting | council | select public.note_in_round(gen_random_uuid(), '{councilRoom}', '{"kind": "note", "body": "Etwas.", "section": null}')
	noting past the verb | council | insert into public.round_notes (id, addressee_id, kind, body) values (gen_random_uuid(), '{councilRoom}', 'note', 'Etwas.')
	noting in the name of another | nobody | insert into public.round_notes (id, addressee_id, kind, body, person_id) values (gen_random_uuid(), '{councilRoom}', 'note', 'Etwas.', '{person councilMember}')
	noting after the end | nobody (RULED) | select public.note_in_round(gen_random_uuid(), '{closedRoom}', '{"kind": "note", "body": "Etwas.", "section": null}')
	answering a note | council | select public.answer_round_note(gen_random_uuid(), '{roundNote}', 'Ja.')
	changing a note | councilMember | select 1 from (select public.change_round_note('{freeNote}', 1, '{"kind": "note", "body": "Anders."}') offset 0) as x
	changing a note past the verb | councilMember | update public.round_notes set body = 'Anders.' where id = '{freeNote}'
	withdrawing a note | councilMember | select 1 from (select public.withdraw_round_note('{freeNote}') offset 0) as x
	reading what somebody types | councilMember | select from public.round_note_drafts where id = '{noteDraft}'
	keeping what one types | council | select public.save_note_draft(gen_random_uuid(), '{councilRoom}', '{"body": "Etwas"}')
	keeping it past the verb | council | insert into public.round_note_drafts (id, addressee_id, form) values (gen_random_uuid(), '{councilRoom}', '{}')
	going on typing for another | councilMember | update public.round_note_drafts set form = '{}' where id = '{noteDraft}'
	discarding what somebody types | councilMember | delete from public.round_note_drafts where id = '{noteDraft}'
	discarding what one does not have | nobody | select where exists (select from public.round_note_drafts where id = '{noteDraft}') and public.discard_note_draft('{noteDraft}') is null and private.person_id() <> '{person councilMember}'
	reading the draft of a statement | council | select from public.statements where id = '{workStatement}'
	reading it on its page | council | select public.round_statement('{workStatement}')
	reading it past its page | council | select where private.statement_document('{workStatement}') is not null
	reading the work on it past its page | council | select where private.work_on_statement('{workStatement}') is not null
	reading its points | council | select body from public.statement_points where statement_id = '{workStatement}'
	reading where notes went | council | select from public.statement_notes where statement_id = '{workStatement}'
	reading which notes went where | council | select public.round_placing('{workStatement}')
	reading it past the page | council | select from jsonb_array_elements(private.placing_of('{workStatement}', null, false, null) -> 'notes')
	counting notes past the page | council | select where private.notes_in('{councilRoom}') ->> 'notes' <> '0'
	reading remarks | council | select from public.statement_remarks where statement_id = '{workStatement}'
	reading the way of a statement | council | select from public.statement_steps where statement_id = '{frozenStatement}'
	reading a member’s own statement at work | councilAdviser | select public.round_statement('{ownStatement}')
	reading it past the page | councilAdviser | select from public.statement_points where statement_id = '{ownStatement}'
	beginning the joint statement | councilWriters (RULED) | select public.start_statement(gen_random_uuid(), '{councilRoom}', 'joint')
	beginning it past the verb | councilWriters | insert into public.statements (id, addressee_id, kind) values (gen_random_uuid(), '{amongRoom}', 'joint')
	beginning one’s own | council | select public.start_statement(gen_random_uuid(), '{councilRoom}', 'individual')
	writing its intro | councilWriters (RULED) | select public.save_statement_intro('{workStatement}', 1, 'Wir danken.')
	writing its intro past the verb | councilWriters | update public.statements set intro = 'Wir danken.' where id = '{workStatement}'
	carrying it on by hand | nobody | update public.statements set state = 'decided' where id = '{frozenStatement}'
	writing a point | councilWriters (RULED) | select public.save_statement_point('{workStatement}', gen_random_uuid(), 1, '{"kind": "note", "body": "Etwas.", "section": null}')
	writing a point past the verb | councilWriters | insert into public.statement_points (id, statement_id, place, kind, body) values (gen_random_uuid(), '{workStatement}', 9, 'note', 'Etwas.')
	changing a point past the verb | councilWriters | update public.statement_points set body = 'Anders.' where id = '{workPoint}'
	dropping a point | councilWriters (RULED) | select 1 from (select public.drop_statement_point('{workStatement}', '{workPoint}') offset 0) as x
	dropping a point past the verb | councilWriters | delete from public.statement_points where id = '{workPoint}'
	moving a point | councilWriters (RULED) | select 1 from (select public.place_statement_point('{workStatement}', '{workPoint}', 1) offset 0) as x
	writing at a frozen wording | nobody (RULED) | select public.save_statement_point('{frozenStatement}', gen_random_uuid(), 1, '{"kind": "note", "body": "Etwas.", "section": null}')
	making a point of a note | councilWriters (RULED) | select public.take_round_note('{workStatement}', '{freeNote}', gen_random_uuid())
	saying where a note went | councilWriters (RULED) | select 1 from (select public.place_round_note('{workStatement}', '{freeNote}', null, 'Doppelt.') offset 0) as x
	saying it past the verb | councilWriters | insert into public.statement_notes (statement_id, note_id, reason) values ('{workStatement}', '{freeNote}', 'Doppelt.')
	saying anew where a note went | councilWriters | update public.statement_notes set reason = 'Doppelt.' where note_id = '{roundNote}' and statement_id = '{workStatement}'
	remarking on a wording | council | select 1 from (select public.remark_on_statement(gen_random_uuid(), '{workStatement}', 'Gut so.') offset 0) as x
	remarking past the verb | council | insert into public.statement_remarks (id, statement_id, body) values (gen_random_uuid(), '{workStatement}', 'Gut so.')
	dissenting from a frozen wording | councilMember + councilAdviser + councilSubstitute + councilChair + chairAssistant (RULED) | select 1 from (select public.dissent_from_statement(gen_random_uuid(), '{frozenStatement}', 'Nein.') offset 0) as x
	dissenting past the verb | councilMember + councilAdviser + councilSubstitute + councilChair + chairAssistant | insert into public.statement_dissents (id, statement_id, body) values (gen_random_uuid(), '{frozenStatement}', 'Nein.')
	dissenting from what is out | nobody (RULED) | select public.dissent_from_statement(gen_random_uuid(), '{submittedStatement}', 'Nein.')
	taking a dissent back that is out | nobody (FINAL) | delete from public.statement_dissents where id = '{dissent}'
	taking it back by the verb | nobody (FINAL) | select where exists (select from public.statement_dissents where id = '{dissent}' and private.person_id() = '{person councilMember}') and public.withdraw_dissent('{dissent}') is null
	taking a wording back for changes | councilWriters (RULED) | select 1 from (select public.take_statement_step(gen_random_uuid(), '{frozenStatement}', 'unfrozen', (select coalesce(wording_hash, revision::text) from public.statements where id = '{frozenStatement}')) offset 0) as x
	saying that the board decided | councilWriters (RULED) | select 1 from (select public.take_statement_step(gen_random_uuid(), '{frozenStatement}', 'decided', (select coalesce(wording_hash, revision::text) from public.statements where id = '{frozenStatement}'), 'board', private.today()) offset 0) as x
	signing what is not decided | nobody (RULED) | select 1 from (select public.take_statement_step(gen_random_uuid(), '{frozenStatement}', 'signed', (select coalesce(wording_hash, revision::text) from public.statements where id = '{frozenStatement}')) offset 0) as x
	submitting what is not signed | nobody (RULED) | select 1 from (select public.take_statement_step(gen_random_uuid(), '{frozenStatement}', 'submitted', (select coalesce(wording_hash, revision::text) from public.statements where id = '{frozenStatement}')) offset 0) as x
	discarding a statement | councilWriters (RULED) | select 1 from (select public.take_statement_step(gen_random_uuid(), '{workStatement}', 'discarded', (select coalesce(wording_hash, revision::text) from public.statements where id = '{workStatement}')) offset 0) as x
	freezing past the verb | nobody (RULED) | insert into public.statement_steps (id, statement_id, step, seen) select gen_random_uuid(), '{frozenStatement}', 'frozen', wording_hash from public.statements where id = '{frozenStatement}'
	submitting one’s own statement | councilAdviser | select 1 from (select public.take_statement_step(gen_random_uuid(), '{ownStatement}', 'submitted', (select coalesce(wording_hash, revision::text) from public.statements where id = '{ownStatement}')) offset 0) as x
	saying that there are no objections | head (RULED) | select public.state_no_objections(gen_random_uuid(), '{townRoom}')
	saying it past the verb | head (RULED) | select 1 from (select private.return_no_objections(gen_random_uuid(), '{townRoom}') offset 0) as x
	saying it while a statement is at work | nobody (RULED) | select public.state_no_objections(gen_random_uuid(), '{councilRoom}')
	entering what came on paper | planners | select public.enter_statement(gen_random_uuid(), '{townRoom}', 'no_objections', '', '[]', 'letter', 'Herr Voß')
	entering it past the verb | planners | select 1 from (select private.enter_statement(gen_random_uuid(), '{townRoom}', 'joint', 'So nicht.', '[]', 'letter', 'Herr Voß', null) offset 0) as x
	being told that a room is at something, by the id of it | nobody | select public.enter_statement('{workStatement}', '{councilRoom}', 'no_objections', '', '[]', 'letter', 'Herr Brandt')
	reading what is submitted | planners + council + reporters | select public.round_statement('{submittedStatement}')
	reading it past its page | planners + council + reporters | select body from public.statement_points where id = '{submittedPoint}'
	reading a dissent | planners + council + reporters | select body from public.statement_dissents where id = '{dissent}'
	reading who signed | planners + council | select where private.statement_names('{submittedStatement}') is not null
	reading a name past the page | nobody | select person_name from public.statement_dissents where id = '{dissent}'
	reading the notes behind it | council | select from public.statement_notes where statement_id = '{submittedStatement}'
	listing what is submitted | planners + council + reporters | select from jsonb_array_elements(public.round_statements('{harz}', '{amongSlug}') -> 'statements')
	seeing who has not answered | planners | select from jsonb_array_elements(public.round_statements('{harz}', '{amongSlug}') -> 'silent')
	seeing it past the page | planners | select where private.silent_in((select id from public.calls where slug = '{amongSlug}')) is not null
	listing what a room is at | nobody | select from jsonb_array_elements(public.round_statements('{harz}', '{roundSlug}') -> 'statements')
	reading points | planners + council + reporters | select from jsonb_array_elements(public.round_points('{harz}', '{amongSlug}') -> 'points')
	reading points past the page | planners + council + reporters | select from jsonb_array_elements(private.point_rows((select id from public.calls where slug = '{amongSlug}'), null, null) -> 'points')
	reading points of a room | nobody | select from jsonb_array_elements(public.round_points('{harz}', '{roundSlug}') -> 'points')
	searching points | planners + council + reporters | select from jsonb_array_elements(public.round_search('{harz}', '{amongSlug}', 'Stellungnahme') -> 'found')
	finding by search what a room is at | nobody | select from jsonb_array_elements(public.round_search('{harz}', '{roundSlug}', 'Nadelraum') -> 'found')
	taking points away | planners | select public.export_round_points('{harz}', '{amongSlug}')
	taking points away past the page | planners | select from json_array_elements(private.points_for_planners((select id from public.calls where slug = '{amongSlug}')))
	taking away what a room is at | nobody | select from json_array_elements(public.export_round_points('{harz}', '{roundSlug}') -> 'points')
	reading statements past the kind | planners | select said from private.of_kind('answers', (select id from public.calls where slug = '{amongSlug}'))
	deleting a note | nobody | delete from public.round_notes
	deleting a statement | nobody | delete from public.statements
`);
