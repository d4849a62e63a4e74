import { rights } from './right.ts';

const ofCall = (slug: string) => `from public.calls where slug = '{${slug}}'`;

/** What the verbs for calls do row by row, tried without them; and the small verbs beside the large ones. */
export const pastVerbs = rights(`
	reading which fields are asked about | planners + reporters + council + neighbour + neighbourHead | select from public.call_fields f join public.calls c on c.id = f.call_id where c.slug = '{openCall}'
	reading which fields will be asked about | planners | select from public.call_fields f join public.calls c on c.id = f.call_id where c.slug = '{draftCall}'
	choosing a field past the verb | planners | insert into public.call_fields (call_id, field_of_action) select id, 'mobility' ${ofCall('draftCall')}
	choosing a field of an open call past the verb | nobody (FINAL) | insert into public.call_fields (call_id, field_of_action) select id, 'mobility' ${ofCall('openCall')}
	taking out a field past the verb | planners | delete from public.call_fields where call_id in (select id ${ofCall('draftCall')})
	taking a field out of an open call | nobody (FINAL) | delete from public.call_fields where call_id in (select id ${ofCall('openCall')})
	choosing an addressee past the verb | planners | insert into public.call_addressees (call_id, organisation_id) select id, '00000000-0000-4000-8000-000000000051'::uuid ${ofCall('draftCall')}
	discarding a call past the verb | planners | delete ${ofCall('draftCall')}
	discarding an open call past the verb | nobody (FINAL) | delete ${ofCall('openCall')}
	opening a call past the verb | planners | insert into public.call_steps (call_id, step, body) select id, 'opened', 'Der Rat tagt danach.' ${ofCall('draftCall')}
	closing a call past the verb while somebody has time | nobody (RULED) | insert into public.call_steps (call_id, step) select id, 'closed' ${ofCall('openCall')}
	asking for more time until the end of a day | reporters | select 1 from (select public.ask_extension_until('{addressee}', current_date + 90, 'Die Sitzung ist danach.') offset 0) as x
	asking for more time past the verb | reporters | insert into public.call_extensions (addressee_id, asked_until, reason) values ('{addressee}', now() + interval '90 days', 'Die Sitzung ist danach.')
	reading what was decided about more time | planners + neighbour + neighbourHead | select from public.call_extension_decisions d join public.call_extensions e on e.id = d.extension_id where e.reason = 'Die Kollegin ist krank.'
	reading which form is asked | signedIn | select from public.survey_forms
	changing one's answer past the verb | reporters | update public.survey_answers set choice = 'not_competent' where addressee_id = '{addressee}'
	handing in what is filled in | reporters | select 1 from (select public.hand_in_survey('{addressee}') offset 0) as x
	saying that there is nothing in all that is left | reporters | select public.answer_rest_nil('{addressee}')
	beginning a report as an answer | reporters | select public.start_survey_report('{addressee}', 'youth')
	finding one's own place among the addressees | reporters | select x from public.survey_addressee('{harz}', '{openCall}', '{oberharz}') x where x = '{addressee}'
	opening what one is asked | reporters + council + neighbour + neighbourHead | select public.survey_reply('{harz}', '{openCall}')
	reading the letter to an addressee | planners + reporters | select public.call_letter('{addressee}')
	reading who is in a saved circle | planners | select from public.circle_members where circle_id = '{circle}'
	saving a circle past the verb | planners | insert into public.circles (authority_id, name) values ('{harz}', 'Am Verb vorbei')
	renaming a circle | planners | update public.circles set name = 'Anders' where id = '{circle}'
	discarding a circle past the verb | planners | delete from public.circles where id = '{circle}'
	taking an organisation out of a circle | planners | delete from public.circle_members where circle_id = '{circle}'

	discarding a draft past the verb | reporters | delete from public.need_report_drafts where id = '{draft}'
	setting oneself a reminder past the verb | planners | insert into public.need_report_follow_ups (report_id, due_on) values ('{id of shared}', current_date + 9)
	adding lines to a file that is coming in | planner | select 1 from (select public.add_import_lines('{openImport}', '[{"number": 2, "cells": []}]') offset 0) as x
	closing a file | planner | select 1 from (select public.close_import('{openImport}') offset 0) as x
	finding a file that was read in the table | planners | select from public.imports where id = '{readImport}'
	stopping an import that runs | planner | select 1 from (select public.cancel_import('{readImport}') offset 0) as x
	discarding a file that was read | planner | select 1 from (select public.discard_import('{readImport}') offset 0) as x
	taking an invitation back past the verb | administrator | update public.invitations set revoked_at = now() where id = '{invitation}'
	saying past the verb how a calendar is kept | reporters | update public.meeting_calendars set state = 'none' where organisation_id = '{oberharz}'
	reporting a barrier past the verb | everyone | insert into public.barrier_reports (authority_id, id, message) values ('{harz}', gen_random_uuid(), 'Zu klein')
	hearing what happens | participants | select from public.list_events('{harz}', 0)
	seeing where one belongs | signedIn | select public.my_organisations()
	seeing for whom one may enter | signedIn | select public.transcription_choices()
	changing one's name | signedIn | select 1 from (select public.change_name('Frau', 'Ada', 'Neu') offset 0) as x
	choosing all one's mails at once | signedIn | select 1 from (select public.set_mail_preferences('{"reports": "daily"}') offset 0) as x
	reading what everybody may read | everyone | select key from public.authorities where id = '{harz}'
	reading the words for decisions | everyone | select from public.decision_words
	reading the fields of action | everyone | select from public.fields_of_action
	reading the target groups | everyone | select from public.target_groups
	reading the municipalities | everyone | select from public.municipalities
`);
