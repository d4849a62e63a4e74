import { rights } from './right.ts';

/** What an organisation is still writing belongs to it alone. */
export const drafts = rights(`
	reading a draft | reporters | select public.need_report_draft('{draft}')
	reading a draft that was handed in | reporters | select public.need_report_draft('{handedIn}')
	finding a draft in the table | reporters | select answers from public.need_report_drafts where id = '{draft}'
	finding what was handed in in the table | reporters | select answers from public.need_report_drafts where id = '{handedIn}'
	reading what was handed in in the chronicle | reporters | select from public.events where subject_id = '{handedIn}'
	reading the draft of a council | council | select public.need_report_draft('{councilDraft}')
	reading the draft of the Musterkreis | foreignClerk + foreignHead | select public.need_report_draft('{foreignDraft}')
	beginning a draft for a municipality | reporters | select public.start_need_report('{oberharz}')
	beginning a draft with its answers in one act | reporters | select public.begin_need_report('{oberharz}', '{"title": "Kein Bus"}', gen_random_uuid())
	beginning a draft for a council | councilWriters | select public.start_need_report('{seniorCouncil}')
	beginning a draft for the planning itself | nobody | select public.start_need_report('{socialPlanning}')
	beginning a draft past the verb | reporters | insert into public.need_report_drafts (organisation_id, answers) values ('{oberharz}', '{}')
	saving a draft | reporters | select public.save_need_report('{draft}', 1, '{"title": "Neu"}')
	saving the draft of a council | councilWriters | select public.save_need_report('{councilDraft}', 1, '{"title": "Neu"}')
	saving past the verb | reporters | update public.need_report_drafts set answers = '{}' where id = '{draft}'
	joining a draft to a report | reporters | select public.join_need_report('{draft}', '{shared}')
	handing a draft in | reporters | select public.hand_in_need_report('{draft}', 1)
	giving a draft back | head | select public.return_need_report('{handedIn}', 'Bitte ergänzen.')
	giving a draft back past the verb | head | update public.need_report_drafts set returned_at = now(), return_reason = 'x' where id = '{handedIn}'
	releasing a report | head (RULED) | select public.release_need_report('{handedIn}', 1)
	releasing a report past the verb | head | insert into public.need_reports (id, organisation_id, title, field_of_action, target_groups, locality, description, affected_range, urgency, visibility) values ('{handedIn}', '{oberharz}', 'Am Verb vorbei', 'care', array['all'], 'Ort', 'Eine lange Beschreibung.', 'unknown', 'acute', 'public')
	releasing another organisation's draft as one's own | nobody | insert into public.need_reports (id, organisation_id, title, field_of_action, target_groups, locality, description, affected_range, urgency, visibility) values ('{councilDraft}', '{oberharz}', 'Am Verb vorbei', 'care', array['all'], 'Ort', 'Eine lange Beschreibung.', 'unknown', 'acute', 'public')
	releasing what was never a draft | nobody | insert into public.need_reports (id, organisation_id, title, field_of_action, target_groups, locality, description, affected_range, urgency, visibility) values ('99999999-0000-4000-8000-000000000001', '{oberharz}', 'Am Verb vorbei', 'care', array['all'], 'Ort', 'Eine lange Beschreibung.', 'unknown', 'acute', 'public')
	releasing the report of a council | councilReleasers (RULED) | select public.release_need_report('{councilDraft}', 1)
	discarding a draft | reporters | select public.discard_need_report('{draft}')
	writing a draft in another's name | nobody | update public.need_report_drafts set written_by = '{person councilMember}' where id = '{draft}'
	taking a revision of a draft back | nobody | update public.need_report_drafts set revision = 0 where id = '{draft}'
`);
