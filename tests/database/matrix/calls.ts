import { rights } from './right.ts';

/** Calls: each thing that is read or done with one, in each of its states. */
export const calls = rights(`
	beginning a survey | planners | select public.start_survey('{harz}', gen_random_uuid())
	beginning a survey past the verb in another authority | nobody (INVAL) | insert into public.calls (authority_id, kind, slug, title, covering_text, opens_at, closes_at, post_id, purpose, legal_basis, readers, retention) values ('{musterkreis}', 'surveys', 'fremd', 'Fremd', 'Ein Anschreiben.', now(), now() + interval '1 day', '{post of planner}', 'Zweck', 'Grund', 'Alle', 'Lange')
	reading a call in preparation | planners | select from public.calls where slug = '{draftCall}'
	reading who will be asked | planners | select from public.call_addressees a join public.calls c on c.id = a.call_id where c.slug = '{draftCall}'
	opening the preparation | planners | select public.call_preparation('{harz}', '{draftCall}')
	changing a call in preparation | planners | select public.save_call('{harz}', '{draftCall}', '{"title": "Anders"}')
	choosing fields | planners | select 1 from (select public.set_call_fields('{harz}', '{draftCall}', array['care']) offset 0) as x
	asking a question of one's own | planners | select 1 from (select public.save_survey_question('{harz}', '{draftCall}', gen_random_uuid(), '{"kind": "yes_no", "label": "Gibt es einen Jugendclub?"}', 0) offset 0) as x
	asking a question past the verb | planners | insert into public.survey_questions (call_id, key, place, kind, label) select id, gen_random_uuid(), 2, 'yes_no', 'Gibt es einen Jugendclub?' from public.calls where slug = '{draftCall}'
	reading a question in preparation | planners | select from public.survey_questions q join public.calls c on c.id = q.call_id where c.slug = '{draftCall}'
	changing a question | planners | select 1 from (select public.save_survey_question('{harz}', '{draftCall}', '{question}', '{"label": "Wie viele Plätze gibt es?"}', 1) offset 0) as x
	moving a question | planners | select 1 from (select public.place_survey_question('{harz}', '{draftCall}', '{question}', 1) offset 0) as x
	dropping a question | planners | select 1 from (select public.drop_survey_question('{harz}', '{draftCall}', '{question}') offset 0) as x
	dropping a question past the verb | planners | delete from public.survey_questions q using public.calls c where c.id = q.call_id and c.slug = '{draftCall}'
	choosing addressees | planners | select 1 from (select public.set_call_addressees('{harz}', '{draftCall}', array['{oberharz}'::uuid]) offset 0) as x
	discarding a call in preparation | planners | select 1 from (select public.discard_call('{harz}', '{draftCall}') offset 0) as x
	opening a call | planners | select 1 from (select public.take_call_step('{harz}', '{draftCall}', 'opened', null, 'Der Rat tagt danach.') offset 0) as x
	opening a call by hand | nobody | update public.calls set state = 'open' where slug = '{draftCall}'
	answering a call in preparation | nobody | select public.answer_nil((select a.id from public.call_addressees a join public.calls c on c.id = a.call_id where c.slug = '{draftCall}' and a.organisation_id = '{oberharz}'), 'care')

	reading an open call | planners + reporters + council + neighbour + neighbourHead | select from public.calls where slug = '{openCall}'
	reading what became of oneself | planners + reporters | select from public.call_addressees where id = '{addressee}'
	reading what became of another addressee | planners + council | select from public.call_addressees where id = '{councilAddressee}'
	reading the ledger | planners | select public.call_ledger('{harz}', '{openCall}')
	reading the ledger past the page | planners | select private.ledger((select id from public.calls where slug = '{openCall}'))
	reading one row of the ledger | planners | select public.call_addressee('{harz}', '{openCall}', '{addressee}')
	reading the record | planners | select public.call_record('{harz}', '{openCall}')
	reading whom a mail reaches | planners | select public.call_reach('{harz}', '{openCall}')
	reading whom a mail reaches past the page | planners | select from private.reach_in('{harz}') where organisation_id = '{oberharz}'
	asking who answers for a call | members | select private.responsible_for('{post of planner}')
	reading what stands in the way of closing | planners | select public.call_step_options('{harz}', '{openCall}')
	reading the session check of others | nobody | select meetings from public.call_steps
	reading the session check past the page | planners | select private.meetings_of_call((select id from public.calls where slug = '{openCall}'))
	changing an open call | nobody (FINAL) | select public.save_call('{harz}', '{openCall}', '{"title": "Anders"}')
	changing an open call past the verb | nobody | update public.calls set title = 'Anders' where slug = '{openCall}'
	discarding an open call | nobody (FINAL) | select public.discard_call('{harz}', '{openCall}')
	prolonging a call | planners | select 1 from (select public.take_call_step('{harz}', '{openCall}', 'prolonged', now() + interval '90 days', 'Ferien') offset 0) as x
	prolonging a call without a reason | nobody (MISSG) | select public.take_call_step('{harz}', '{openCall}', 'prolonged', now() + interval '90 days')
	asking one more organisation | planners | select 1 from (select public.add_addressee('{harz}', '{openCall}', '00000000-0000-4000-8000-000000000051') offset 0) as x
	taking an addressee out of an open call | nobody | delete from public.call_addressees where id = '{addressee}'
	writing the ledger by hand | nobody | update public.call_addressees set answered_at = now(), outcome = 'submitted' where id = '{addressee}'
	reading a question | planners + reporters + council + neighbour + neighbourHead | select from public.survey_questions q join public.calls c on c.id = q.call_id where c.slug = '{openCall}'
	asking a question in an open call | nobody (FINAL) | select public.save_survey_question('{harz}', '{openCall}', gen_random_uuid(), '{"kind": "yes_no", "label": "Gibt es einen Jugendclub?"}', 0)
	changing a question of an open call past the verb | nobody | update public.survey_questions q set label = 'Anders' from public.calls c where c.id = q.call_id and c.slug = '{openCall}'
	dropping a question of an open call | nobody (FINAL) | select public.drop_survey_question('{harz}', '{openCall}', '{openQuestion}')
	dropping a question of an open call past the verb | nobody | delete from public.survey_questions q using public.calls c where c.id = q.call_id and c.slug = '{openCall}'
	moving a question of an open call | nobody (FINAL) | select public.place_survey_question('{harz}', '{openCall}', '{openQuestion}', 1)
	counting what was answered to a question, of others | planners + council | select from private.question_tallies((select id from public.calls where slug = '{openCall}')) where answered > 0
	reading what is being filled in | reporters | select from public.survey_answers where addressee_id = '{addressee}'
	filling in | reporters | select public.save_survey_answer('{addressee}', 'youth', 0, 'nil_return', '{}', '{}')
	filling in for another organisation past the verb | reporters | insert into public.survey_answers (addressee_id, field_of_action, choice) values ('{addressee}', 'youth', 'nil_return')
	filling in a nil return | reporters | select 1 from (select public.choose_nil('{addressee}', 'youth') offset 0) as x
	handing in past the verb | nobody | update public.survey_answers set handed_in_at = now() where addressee_id = '{addressee}'
	releasing an answer | head (RULED) | select public.release_survey_answers('{addressee}', '{"care": 1}')
	returning past the verbs | head | select private.return_survey('{addressee}', '[{"field": "youth", "outcome": "nil_return"}]')
	writing a return by hand | nobody | insert into public.call_returns (addressee_id, outcome, is_late) values ('{addressee}', 'nil_return', false)
	filling a return by hand | nobody | insert into public.survey_return_fields (addressee_id, field_of_action, outcome) values ('{addressee}', 'youth', 'nil_return')
	entering an answer that came by letter | planners | select public.enter_survey_return('{addressee}', '[{"field": "youth", "outcome": "nil_return"}]', 'letter', 'Frau Kern', null)
	entering an answer that came by letter past the verb | planners | select private.return_survey('{addressee}', '[{"field": "youth", "outcome": "nil_return"}]', 'letter', 'Frau Kern')
	reading what was entered of an addressee | planners | select public.survey_entries('{addressee}')
	beginning to enter a need told by phone | planners | select public.start_survey_report_for('{addressee}', 'youth', 'phone', private.today(), 'Frau Kern')
	beginning to enter a need past the verb | planners | insert into public.need_report_drafts (organisation_id, addressee_id, is_transcription, channel, received_on, given_by) values ('{oberharz}', '{addressee}', true, 'phone', private.today(), 'Frau Kern')
	entering a need for one organisation as the answer of another | nobody | insert into public.need_report_drafts (organisation_id, addressee_id, is_transcription, channel, received_on, given_by) values ('{vorharz}', '{addressee}', true, 'phone', private.today(), 'Frau Kern')
	entering a need in a field that is not asked about | nobody | select public.start_survey_report_for('{addressee}', 'mobility', 'phone', private.today(), 'Frau Kern')
	entering a need that nobody told | nobody (MISSG) | select public.start_survey_report_for('{addressee}', 'youth', 'phone', private.today(), ' ')
	entering a need that came before the call | nobody (RULED) | select public.start_survey_report_for('{addressee}', 'youth', 'letter', private.today() - 9, 'Frau Kern')
	entering a late need | planners | select public.start_survey_report_for('{lateAddressee}', 'youth', 'phone', private.today(), 'Frau Kern')
	entering a need in a call in preparation | nobody (FINAL) | select public.start_survey_report_for((select a.id from public.call_addressees a join public.calls c on c.id = a.call_id where c.slug = '{draftCall}' and a.organisation_id = '{oberharz}'), 'care', 'phone', private.today(), 'Frau Kern')
	reading a return | planners + council | select outcome, given_by from public.call_returns where addressee_id = '{councilAddressee}'
	reading what fills a return | planners + council | select outcome, answers from public.survey_return_fields where addressee_id = '{councilAddressee}'
	reading what holds of the returns | planners + council | select outcome from private.present_fields where addressee_id = '{councilAddressee}'
	reading all answers to one field | planners | select public.survey_field('{harz}', '{openCall}', 1)
	searching the answers one may read | planners + reporters + council + neighbour + neighbourHead | select public.survey_search('{harz}', '{openCall}', 'Tagespflege')
	finding by search what is only filled in | nobody | select from jsonb_array_elements(public.survey_search('{harz}', '{openCall}', 'Tagespflege') -> 'found')
	searching the answers past the page | nobody | select from jsonb_array_elements(private.searched_answers((select id from public.calls where slug = '{openCall}'), 'Tagespflege', null) -> 'found')
	taking all answers away | planners | select public.call_answers('{harz}', '{openCall}')
	reading the words of an answer past the page | planners | select said from private.of_kind('answers', (select call_id from public.call_addressees where id = '{councilAddressee}'))
	reading the words of an answer past its kind | planners | select said from private.survey_answers_of((select id from public.calls where slug = '{openCall}'))
	reading the cells of the ledger past it | nobody | select said from private.of_kind('cells', (select call_id from public.call_addressees where id = '{councilAddressee}'))
	reading who entered a return | nobody | select entered_by from public.call_returns
	asking for more time | reporters | select 1 from (select public.ask_extension('{addressee}', now() + interval '90 days', 'Die Sitzung ist danach.') offset 0) as x
	reading that another asked for more time | planners + council | select from public.call_extensions where addressee_id = '{councilAddressee}'
	giving more time | planners | select 1 from (select public.decide_extension('{councilAddressee}', 'granted', now() + interval '90 days') offset 0) as x
	giving oneself more time | nobody | insert into public.call_extension_decisions (extension_id, outcome, due_at) select id, 'granted', now() + interval '90 days' from public.call_extensions where addressee_id = '{addressee}'
	writing down who asked by phone | planners | select 1 from (select public.extend_addressee('{addressee}', now() + interval '90 days', 'Krank', 'phone') offset 0) as x
	reminding | planners | select public.remind_addressees('{harz}', '{openCall}', array['{addressee}'::uuid])
	noting a letter | planners | select 1 from (select public.note_letter('{addressee}') offset 0) as x
	making a link without sign-in | planners | select 1 from (select public.make_addressee_link(gen_random_uuid(), '{addressee}', 'receipt', 'Frau Thiele', 30, encode(extensions.gen_random_bytes(32), 'hex')) offset 0) as x
	making a link past the verb | planners | select 1 from (select private.make_link(gen_random_uuid(), '{addressee}', 'answer', 'Frau Thiele', 30, encode(extensions.gen_random_bytes(32), 'hex')) offset 0) as x
	making a link that lasts for good | nobody (INVAL) | select public.make_addressee_link(gen_random_uuid(), '{addressee}', 'receipt', 'Frau Thiele', 4000, encode(extensions.gen_random_bytes(32), 'hex'))
	ending a link | planners | select 1 from (select public.end_addressee_link('{link}') offset 0) as x
	ending a link past the verb | planners | select 1 from (select private.end_link('{link}') offset 0) as x
	reading what a guest said | neighbour + neighbourHead | select from jsonb_array_elements(private.guests_of('{guestAddressee}'))
	writing a receipt by hand | nobody | insert into public.call_notices (addressee_id, kind) values ('{addressee}', 'receipt')
	reading what was sent to another | planners + council | select from public.call_notices where addressee_id = '{councilAddressee}'
	reading that an answer waits for the head | reporters | select from public.call_notices where addressee_id = '{addressee}' and kind = 'handed_in'
	reading it in the record | nobody | select from json_array_elements(public.call_addressee('{harz}', '{openCall}', '{addressee}') -> 'notices') n where n ->> 'kind' = 'handed_in'
	closing a call while somebody has time | nobody (RULED) | select public.take_call_step('{harz}', '{openCall}', 'closed')
	publishing a call that is not closed | nobody (RULED) | select public.take_call_step('{harz}', '{openCall}', 'published')

	reading a closed call | planners + reporters | select from public.calls where slug = '{closedCall}'
	reading the ledger of a closed call | planners | select public.call_ledger('{harz}', '{closedCall}')
	answering a closed call | nobody (FINAL) | select private.return_survey('{closedAddressee}', '[{"field": "care", "outcome": "not_competent"}]')
	entering an answer into a closed call | nobody (FINAL) | select public.enter_survey_return('{closedAddressee}', '[{"field": "care", "outcome": "not_competent"}]', 'phone', 'Frau Kern', null)
	entering a need into a closed call | nobody (FINAL) | select public.start_survey_report_for('{closedAddressee}', 'care', 'phone', private.today(), 'Frau Kern')
	asking for more time in a closed call | nobody (FINAL) | select public.ask_extension('{closedAddressee}', now() + interval '90 days', 'Zu spät')
	asking one more organisation in a closed call | nobody (FINAL) | select public.add_addressee('{harz}', '{closedCall}', '{vorharz}')
	prolonging a closed call | nobody (FINAL) | select public.take_call_step('{harz}', '{closedCall}', 'prolonged', now() + interval '90 days', 'Ferien')
	closing a closed call | nobody (FINAL) | select public.take_call_step('{harz}', '{closedCall}', 'closed')
	reading the receipt of a closed call | planners | select public.call_closing('{harz}', '{closedCall}')
	reading the receipt of a call that is open | nobody | select public.call_closing('{harz}', '{openCall}')
	publishing a call | planners | select 1 from (select public.take_call_step('{harz}', '{closedCall}', 'published', null, 'Niemand meldet einen Bedarf.', 'asked') offset 0) as x
	publishing a call without a summary | nobody (MISSG) | select public.take_call_step('{harz}', '{closedCall}', 'published', null, ' ', 'public')
	publishing a call without saying for whom | nobody (MISSG) | select public.take_call_step('{harz}', '{closedCall}', 'published', null, 'Niemand meldet einen Bedarf.')
	choosing by hand who reads a result | nobody | update public.calls set audience = 'public' where slug = '{publishedCall}'
	previewing a result | planners | select public.call_publication('{harz}', '{closedCall}')
	previewing a result past the page | planners | select where private.result_previews((select id from public.calls where slug = '{closedCall}')) is not null
	reading a result before it is published | nobody | select public.call_result('{harz}', '{closedCall}')
	reading a result for those asked | planners + reporters | select public.call_result('{harz}', '{publishedCall}')
	reading a result for those asked past the page | planners + reporters | select private.result_for_reader('{harz}', '{publishedCall}')
	reading a result for everybody | everyone | select public.call_result('{harz}', '{publicCall}')
	finding a result for those asked | planners + reporters | select from jsonb_array_elements(public.call_results('{harz}')) c where c ->> 'slug' = '{publishedCall}'
	finding a result for everybody | everyone | select from jsonb_array_elements(public.call_results('{harz}')) c where c ->> 'slug' = '{publicCall}'
	being led to a call | planners + reporters + council + neighbour + neighbourHead | select public.call_way('{harz}', '{openCall}')
	being led to a call past the page | planners + reporters | select where private.way_to_call('{harz}', '{publishedCall}') is not null
	correcting a result | planners | select 1 from (select public.correct_call_result('{harz}', '{publicCall}', gen_random_uuid(), 'Neu', 'Eine Zahl war falsch.', 1) offset 0) as x
	correcting a result past the verb | planners | select 1 from (select private.correct_result((select id from public.calls where slug = '{publicCall}'), gen_random_uuid(), 'Neu', 'Eine Zahl war falsch.', 1) offset 0) as x
	reading the versions of a result past the page | planners | select from public.call_result_versions v join public.calls c on c.id = v.call_id where c.slug = '{publishedCall}'
	correcting a result by hand | nobody | insert into public.call_result_versions (id, authority_id, call_id, place, body, note) select gen_random_uuid(), authority_id, id, 2, 'Neu', 'Falsch' from public.calls where slug = '{publicCall}'
	correcting a result without saying why | nobody (MISSG) | select public.correct_call_result('{harz}', '{publicCall}', gen_random_uuid(), 'Neu', ' ', 1)
	correcting what is not published | nobody (RULED) | select public.correct_call_result('{harz}', '{closedCall}', gen_random_uuid(), 'Neu', 'Falsch', 1)
	putting a file beside a result | planners | select public.attach_to_call('{harz}', '{closedCall}', 'Karte.pdf', 'application/pdf', 1000, encode(sha256('anders'), 'hex'))
	putting a file beside a result past the verb | planners | insert into public.attachments (call_id, file_name, media_type, size_bytes, sha256) values ((select id from public.calls where slug = '{closedCall}'), 'Karte.pdf', 'application/pdf', 1000, encode(sha256('anders'), 'hex'))
	putting a file beside a call that is open | nobody (RULED) | select public.attach_to_call('{harz}', '{openCall}', 'Karte.pdf', 'application/pdf', 1000, encode(sha256('anders'), 'hex'))
	taking a file away before the result is published | planners | select 1 from (select public.detach('{closedFile}') offset 0) as x
	taking a file away from a published result | nobody | select public.detach('{publicFile}')
	reading a file before the result is published | planners | select from public.attachments where id = '{closedFile}'
	reading a file of a result for those asked | planners + reporters | select from public.attachments where id = '{askedFile}'
	reading a file of a result for everybody | everyone | select from public.attachments where id = '{publicFile}'
	reading a call past its public result | planners + reporters | select from public.calls where slug = '{publicCall}'
	reading the steps of a call past its public result | planners + reporters | select from public.call_steps s join public.calls c on c.id = s.call_id where c.slug = '{publicCall}'
	reading a published call | planners + reporters | select from public.calls where slug = '{publishedCall}'
	publishing a call again | nobody (FINAL) | select public.take_call_step('{harz}', '{publishedCall}', 'published', null, 'Noch einmal.', 'public')
	changing a return | nobody | update public.call_returns set outcome = 'submitted'
	changing what fills a return | nobody | update public.survey_return_fields set outcome = 'not_competent'
	deleting a return | nobody | delete from public.call_returns
	deleting what fills a return | nobody | delete from public.survey_return_fields

	finding a call in the list | planners + reporters + council + neighbour + neighbourHead | select from jsonb_array_elements(public.list_calls('{harz}') -> 'calls') c where c ->> 'slug' = '{openCall}'
	finding a call in preparation in the list | planners | select from jsonb_array_elements(public.list_calls('{harz}') -> 'calls') c where c ->> 'slug' = '{draftCall}'
	finding a call of the Musterkreis in the list | foreignPlanner + foreignClerk + foreignHead | select from jsonb_array_elements(public.list_calls('{musterkreis}') -> 'calls') c where c ->> 'slug' = '{foreignCall}'
	reading a call of the Musterkreis | foreignPlanner + foreignClerk + foreignHead | select from public.calls where authority_id = '{musterkreis}'
	reading the ledger of the Musterkreis | foreignPlanner | select public.call_ledger('{musterkreis}', '{foreignCall}')
	reading saved circles | planners | select from public.circles where name = 'Alle Gemeinden'
	saving a circle | planners | select public.save_circle('{harz}', 'Neuer Kreis', array['{oberharz}'::uuid])
	putting an organisation into a circle past the verb | planners | insert into public.circle_members (circle_id, authority_id, organisation_id) values ('{circle}', '{harz}', '{vorharz}')
	discarding a circle | planners | select 1 from (select public.discard_circle('{circle}') offset 0) as x
`);
