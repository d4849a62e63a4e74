import { rights } from './right.ts';

const words = `'Am Verb vorbei', 'care', array['all'], 'Ort', 'Eine lange Beschreibung.', 'unknown', 'acute', 'public'`;
const columns =
	'title, field_of_action, target_groups, locality, description, affected_range, urgency, visibility';
const complete = `'{"title": "Tagespflege fehlt", "field_of_action": "care", "target_groups": ["older_people"], "locality": "Hasselfelde", "description": "Im Ort gibt es keine Tagespflege.", "affected_range": "5_to_20", "urgency": "this_year", "visibility": "district"}'::jsonb`;

/** Paper and phone: planners enter what an organisation gave them, and never lay a hand on what it writes itself. */
export const channels = rights(`
	beginning a transcription for a municipality | planners | select public.start_need_report_for('{oberharz}', 'letter', current_date - 3, 'Herr Voß, Bürgermeister')
	beginning a transcription for a council | planners | select public.start_need_report_for('{seniorCouncil}', 'phone', current_date, 'Herr Brandt')
	beginning a transcription for the planning itself | nobody | select public.start_need_report_for('{youthOffice}', 'letter', current_date, 'Frau Yilmaz')
	beginning a transcription for the Musterkreis | foreignPlanner | select public.start_need_report_for('{musterdorf}', 'letter', current_date, 'Frau Muster')
	beginning a transcription past the verb | planners | insert into public.need_report_drafts (organisation_id, is_transcription, channel, received_on, given_by) values ('{oberharz}', true, 'letter', current_date, 'Herr Voß')
	beginning a transcription for the planning past the verb | nobody | insert into public.need_report_drafts (organisation_id, is_transcription, channel, received_on, given_by) values ('{youthOffice}', true, 'letter', current_date, 'Frau Yilmaz')
	entering a letter of tomorrow | nobody (RULED) | select public.start_need_report_for('{oberharz}', 'letter', current_date + 2, 'Herr Voß')
	entering a letter of the year before last | nobody (RULED) | select public.start_need_report_for('{oberharz}', 'letter', current_date - 367, 'Herr Voß')
	entering a letter of tomorrow past the verb | nobody (RULED) | insert into public.need_report_drafts (organisation_id, is_transcription, channel, received_on, given_by) values ('{oberharz}', true, 'letter', current_date + 2, 'Herr Voß')
	entering what nobody gave | nobody (MISSG) | select public.start_need_report_for('{oberharz}', 'letter', current_date, ' ')
	entering by a channel there is not | nobody (INVAL) | select public.start_need_report_for('{oberharz}', 'online', current_date, 'Herr Voß')
	reading a transcription | planners | select public.need_report_draft('{transcript}')
	finding a transcription in the table | planners | select answers from public.need_report_drafts where id = '{transcript}'
	saving a transcription | planners | select public.save_need_report('{transcript}', 1, '{"title": "Neu"}')
	saving a transcription past the verb | planners | update public.need_report_drafts set answers = '{}' where id = '{transcript}'
	saying how a transcription came | planners | select public.change_need_report_source('{transcript}', 'phone', current_date, 'Frau Kern')
	backdating a transcription beyond a year | nobody (RULED) | update public.need_report_drafts set received_on = current_date - 367 where id = '{transcript}'
	making a transcription an online draft | nobody (MISSG) | update public.need_report_drafts set channel = 'online', given_by = null where id = '{transcript}'
	handing a transcription in | nobody (23514) | select public.hand_in_need_report('{transcript}', 1)
	discarding a transcription | planners | select public.discard_need_report('{transcript}')
	submitting a transcription | planners | select public.release_need_report('{transcript}', 1)
	submitting a transcription past the verb | planners | insert into public.need_reports (id, organisation_id, ${columns}) values ('{transcript}', '{oberharz}', ${words})
	submitting a transcription in another organisation's name | nobody | insert into public.need_reports (id, organisation_id, ${columns}) values ('{transcript}', '{seniorCouncil}', ${words})
	submitting an organisation's own draft past the verb | head | insert into public.need_reports (id, organisation_id, ${columns}) values ('{draft}', '{oberharz}', ${words})
	submitting at once for an organisation | planners | select private.submit_for('{oberharz}', ${complete}, 'import', current_date - 9, null)
	submitting at once for the Musterkreis | foreignPlanner | select private.submit_for('{musterdorf}', ${complete}, 'import', current_date - 9, null)
	submitting at once what is not complete | nobody (MISSG) | select private.submit_for('{oberharz}', '{}', 'import', current_date - 9, null)
	making an own draft a transcription | nobody | update public.need_report_drafts set is_transcription = true, channel = 'letter', received_on = current_date, given_by = 'x' where id = '{draft}'
	saying for whom the council's office writes | councilWriters | select public.change_need_report_source('{councilDraft}', 'phone', null, 'Herr Otto, Mitglied')
	naming a channel for a municipality's own draft | nobody (INVAL) | select public.change_need_report_source('{draft}', 'phone', null, 'Herr Otto')
	entering a reply by phone | planners | select public.enter_need_report_message('{clarifying}', 'reply', 'Am Markt.', 'phone', current_date, 'Frau Kern')
	entering an addition by letter | planners | select public.enter_need_report_message('{shared}', 'addition', 'Ein Satz.', 'letter', current_date, 'Herr Voß')
	entering an addition of the days before the report | nobody (RULED) | select public.enter_need_report_message('{shared}', 'addition', 'Ein Satz.', 'letter', current_date - 2, 'Herr Voß')
	entering one of the days before past the verb | nobody (RULED) | insert into public.need_report_messages (report_id, kind, body, channel, received_on, given_by) values ('{id of shared}', 'addition', 'x', 'fax', current_date - 2, 'Herr Voß')
	entering an addition past the verb | planners | insert into public.need_report_messages (report_id, kind, body, channel, received_on, given_by) values ('{id of shared}', 'addition', 'x', 'fax', current_date, 'Herr Voß')
	entering an addition of tomorrow past the verb | nobody (RULED) | insert into public.need_report_messages (report_id, kind, body, channel, received_on, given_by) values ('{id of shared}', 'addition', 'x', 'fax', current_date + 2, 'Herr Voß')
	passing a reply off as the organisation's own | reporters | insert into public.need_report_messages (report_id, kind, body, channel) values ('{id of clarifying}', 'reply', 'x', 'online')
	asking back by letter | nobody (23514) | insert into public.need_report_messages (report_id, kind, body, channel, received_on, given_by) values ('{id of shared}', 'question', 'x', 'fax', current_date, 'Herr Voß')
	entering whether the gap is closed | planners | select public.enter_gap_answer('{settled}', 'yes', null, 'phone', current_date, 'Frau Kern')
	entering it past the verb | planners | insert into public.need_report_gap_answers (report_id, verdict, channel, received_on, given_by) values ('{id of settled}', 'yes', 'phone', current_date, 'Frau Kern')
	changing the channel of a report | nobody | update public.need_reports set channel = 'letter' where id = '{id of shared}'
	changing who gave a report | nobody | update public.need_reports set given_by = 'Anders' where id = '{id of shared}'
	reading who gave a report in the table | nobody | select given_by from public.need_reports where id = '{id of shared}'
`);
