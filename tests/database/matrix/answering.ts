import { rights } from './right.ts';

/** Who does what with a report, and in which state it can be done at all. */
export const answering = rights(`
	asking back | planners | select public.write_need_report_message('{shared}', 'question', 'Ein Satz.')
	giving an interim status | planners | select public.write_need_report_message('{shared}', 'interim_status', 'Ein Satz.')
	replying to a question | reporters | select public.write_need_report_message('{clarifying}', 'reply', 'Ein Satz.')
	adding to a report | reporters | select public.write_need_report_message('{closed}', 'addition', 'Ein Satz.')
	adding to a public report of another | reporters | select public.write_need_report_message('{open}', 'addition', 'Ein Satz.')
	asking back past the verb | planners | insert into public.need_report_messages (report_id, kind, body) values ('{id of shared}', 'question', 'x')
	replying past the verb | reporters | insert into public.need_report_messages (report_id, kind, body) values ('{id of shared}', 'reply', 'x')
	assessing a report | planners | select public.assess_need_report('{shared}', 'care', 'district', null, 'Neuer Bedarf')
	assessing past the verb | planners | insert into public.need_report_assessments (report_id, field_of_action, responsible_level, need_id) values ('{id of shared}', 'care', 'district', '{need of answeredNeed}')
	opening a need | planners | insert into public.needs (authority_id, title, field_of_action) values ('{harz}', 'Am Verb vorbei', 'care')
	adding a report to a settled need | nobody (RULED) | select public.assess_need_report('{inDistrict}', 'care', 'district', '{settledNeed}')
	handing a report over | planners | select public.hand_over_need_report('{shared}', '{youthOffice}', current_date + 9)
	handing a report to a municipality | nobody | select public.hand_over_need_report('{shared}', '{oberharz}', current_date + 9)
	handing a report to the Musterkreis | nobody | select public.hand_over_need_report('{shared}', '{musterdorf}', current_date + 9)
	handing a report over past the verb | planners | insert into public.need_report_handovers (report_id, office_id, due_on) values ('{id of shared}', '{youthOffice}', current_date + 9)
	answering a report | answerers (RULED) | select public.answer_need_report('{shared}', 'noted', 'Ein Grund.')
	answering a report for the district only | answerers (RULED) | select public.answer_need_report('{inDistrict}', 'noted', 'Ein Grund.')
	correcting an answer | answerers (RULED) | select public.answer_need_report('{closed}', 'noted', 'Ein anderer Grund.')
	answering past the verb | answerers | insert into public.need_report_answers (report_id, decision, reason) values ('{id of shared}', 'noted', 'x')
	correcting the answer to another report | nobody | insert into public.need_report_answers (report_id, decision, reason, corrects_id) select '{id of shared}', 'noted', 'x', gen_random_uuid()
	noting something for the authority | planners | select public.contribute_to_need_report('{shared}', 'note', 'Ein Satz.')
	noting something past the verb | planners | insert into public.need_report_contributions (report_id, kind, body) values ('{id of shared}', 'note', 'x')
	contributing while no office has the report | nobody (RULED) | select public.contribute_to_need_report('{shared}', 'contribution', 'Ein Satz.')
	contributing past the verb while no office has the report | nobody (RULED) | insert into public.need_report_contributions (report_id, kind, body) values ('{id of shared}', 'contribution', 'x')
	saying that a reply was read | answerers | select 1 from (select public.note_as_dealt_with('{shared}') offset 0) as x
	setting oneself a reminder | planners | select public.follow_up_need_report('{shared}', current_date + 9)
	moving a reminder past the verb | planners | update public.need_report_follow_ups set due_on = current_date where report_id = '{id of answered}'
	clearing a reminder past the verb | planners | delete from public.need_report_follow_ups where report_id = '{id of answered}'
	settling a need | planners | select public.settle_need('{answeredNeed}', 'Ist getan.')
	settling a need with an unanswered report | nobody (RULED) | select public.settle_need('{unansweredNeed}', 'Ist getan.')
	settling a need past the verb | planners | insert into public.need_settlements (authority_id, need_id, outcome, body) values ('{harz}', '{need of answeredNeed}', 'settled', 'x')
	renaming a need | planners | select 1 from (select public.rename_need('{answeredNeed}', 'Anders genannt', 'Klarer.') offset 0) as x
	renaming a need past the verb | planners | insert into public.need_changes (authority_id, need_id, kind, new_title, reason) values ('{harz}', '{need of answeredNeed}', 'renamed', 'Anders genannt', 'x')
	merging a need into another | planners | select public.merge_need('{answeredNeed}', '{unansweredNeed}', 'Dasselbe.')
	merging a need past the verb | planners | insert into public.need_changes (authority_id, need_id, kind, other_id, new_title, reason) values ('{harz}', '{need of answeredNeed}', 'merged', '{need of unansweredNeed}', 'xxx', 'x')
	merging a need into a settled one | nobody (RULED) | select public.merge_need('{answeredNeed}', '{settledNeed}', 'Dasselbe.')
	merging a settled need | nobody (RULED) | select public.merge_need('{settledNeed}', '{answeredNeed}', 'Dasselbe.')
	splitting off the only report of a need | nobody (RULED) | select public.split_need('{answeredNeed}', 'Für sich', array['{answered}'], 'Eigenes.')
	splitting off a report of another need | nobody (RULED) | select public.split_need('{answeredNeed}', 'Für sich', array['{shared}'], 'Eigenes.')
	splitting a need | planners | select public.split_need('{twofoldNeed}', 'Für sich', array['{second}'], 'Eigenes.')
	answering reports of a need together | answerers (RULED) | select 1 from (select public.answer_need_reports('{unansweredNeed}', 'noted', 'Ein Grund.', null, '[{"number": "{shared}"}]') offset 0) as x
	answering together what was answered otherwise | nobody (RULED) | select public.answer_need_reports('{answeredNeed}', 'noted', 'Ein anderer Grund.', null, '[{"number": "{answered}"}]')
	answering together a report of another need | nobody (RULED) | select public.answer_need_reports('{unansweredNeed}', 'noted', 'Ein Grund.', null, '[{"number": "{inDistrict}"}]')
	taking back an answer of the planner | planner | select public.take_back('{fresh}', '{freshAnswer}')
	taking back a release of the head | head | select public.take_back('{freshRelease}', '{id of freshRelease}')
	noting that one has opened a report | everyone | select 1 from (select public.note_opened('{open}') offset 0) as x
	keeping a text block | answerers | select 1 from (select public.add_text_block('{harz}', gen_random_uuid(), 'Neu', 'Ein Text.') offset 0) as x
	keeping a text block past the verb | answerers | insert into public.text_blocks (authority_id, title, body) values ('{harz}', 'Neu', 'Ein Text.')
	changing a text block | answerers | select 1 from (select public.change_text_block('{block}', 1, 'Anders', 'Ein Text.') offset 0) as x
	changing a text block past the verb | answerers | update public.text_blocks set body = 'Anders' where id = '{block}'
	retiring a text block | answerers | select 1 from (select public.retire_text_block('{block}') offset 0) as x
	reopening a need | planners | select public.reopen_need('{closedNeed}', 'Reicht nicht.')
	saying whether the gap is closed | reporters | select public.answer_gap('{settled}', 'yes')
	saying it past the verb | reporters | insert into public.need_report_gap_answers (report_id, verdict) values ('{id of settled}', 'yes')
	saying it before it was asked | nobody (RULED) | select public.answer_gap('{answered}', 'yes')
	naming a contact afterwards | nobody | insert into public.need_report_contacts values ('{id of answered}', 'Jemand')
	writing the chronicle by hand | nobody | insert into public.events (authority_id, subject_kind, subject_id, kind) values ('{harz}', 'need_report', '{id of shared}', 'answered')
`);
