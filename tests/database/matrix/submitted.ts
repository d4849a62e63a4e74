import { rights } from './right.ts';

/** Who reads what was submitted: by its visibility, by the side one is on. */
export const submitted = rights(`
	reading a report for the district only | reporters + planners | select public.need_report('{inDistrict}')
	reading a report for all participants | participants | select public.need_report('{shared}')
	reading a public report | signedIn | select public.need_report('{open}')
	reading a public report as everybody does | everyone | select public.public_need_report('{open}')
	reading as public what is not | nobody | select public.public_need_report('{shared}')
	reading a report of the Musterkreis | foreignPlanner + foreignClerk + foreignHead | select public.need_report('{foreign}')
	finding a report for the district only in the table | reporters + planners | select title from public.need_reports where number = '{inDistrict}'
	finding a report for all participants in the table | participants | select title from public.need_reports where number = '{shared}'
	finding a public report in the table | participants | select evidence, cost_idea from public.need_reports where number = '{open}'
	finding a public report of the Musterkreis in the table | foreignPlanner + foreignClerk + foreignHead | select title from public.need_reports where number = '{foreignPublic}'
	finding a report for the district in the list | reporters + planners | select number from public.list_need_reports('{harz}') where number = '{inDistrict}'
	finding a report for the district by search | reporters + planners | select number from public.list_need_reports('{harz}', '{"search": "Quittenzweig"}')
	finding a report for the district by its number | reporters + planners | select number from public.list_need_reports('{harz}', '{"search": "{inDistrict}"}')
	counting reports for the district by search | reporters + planners | select total from public.list_need_reports('{harz}', '{"search": "Quittenzweig"}')
	finding a report for the district as a similar one | reporters + planners | select number from public.similar_need_reports('{oberharz}', 'Fahrdienst Quittenzweig') where number = '{inDistrict}'
	finding a report for participants as a similar one | participants | select number from public.similar_need_reports('{oberharz}', 'Treffpunkt Südstern') where number = '{shared}'
	finding reports of the Musterkreis in the list | foreignPlanner + foreignClerk + foreignHead | select number from public.list_need_reports('{musterkreis}')
	counting reports of the Musterkreis by municipality | foreignPlanner + foreignClerk + foreignHead | select from public.need_reports_by_municipality('{musterkreis}') where total > 0
	reading whom to ask | reporters + planners | select contact from public.need_report_contacts where report_id = '{id of open}'
	reading whom to ask in the document | reporters + planners | select public.need_report('{open}') ->> 'contact'
	reading the thread of a report | reporters + planners | select body from public.need_report_messages where report_id = '{id of clarifying}'
	reading the thread in the document | reporters + planners | select public.need_report('{clarifying}') -> 'messages' -> 0
	reading the chronicle of a report | reporters + planners | select kind from public.events where subject_id = '{id of shared}'
	reading the chronicle in the document | reporters + planners | select public.need_report('{shared}') -> 'chronicle' -> 0
	reading what the authority says among itself | planners | select body from public.need_report_contributions where report_id = '{id of answered}'
	reading the hand-over of a report | reporters + planners | select note from public.need_report_handovers where report_id = '{id of answered}'
	reading in the document which office has a report | reporters + planners | select public.need_report('{answered}') ->> 'office'
	reading in the table which office has a report | nobody | select office_id, office_due_on from public.need_reports where number = '{answered}'
	reading in the table which need a report leads to | nobody | select need_id from public.need_reports where number = '{answered}'
	reading in the table who wrote and released a report | nobody | select written_by, released_by from public.need_reports where number = '{answered}'
	reading the answer to a report | participants | select reason from public.need_report_answers where report_id = '{id of answered}'
	reading who wrote an answer | nobody | select person_id from public.need_report_answers
	reading what the reporter says about the gap | reporters + planners | select sentence from public.need_report_gap_answers where report_id = '{id of closed}'
	reading assessments | planners | select from public.need_report_assessments where report_id = '{id of answered}'
	reading the pool of needs | planners | select public.need('{answeredNeed}')
	finding a need by search | planners | select from public.list_needs('{harz}', 'all', null, 'Beantwortetes')
	listing the pool of needs | planners | select from public.list_needs('{harz}')
	finding needs that are like one | planners | select public.needs_to_merge_with('{answeredNeed}')
	reading how a need changed in the table | planners | select reason from public.need_changes where need_id = '{need of answeredNeed}'
	reading how a need changed in the document | planners | select public.need('{answeredNeed}') #> '{changes,0}'
	reading the text blocks | planners | select public.text_blocks('{harz}')
	reading the text blocks in the table | planners | select body from public.text_blocks where id = '{block}'
	reading where text blocks stand | planners | select from public.text_block_uses where block_id = '{block}'
	finding a need in the table | planners | select from public.needs where number = '{answeredNeed}'
	reading the need in the document | planners | select public.need_report('{answered}') -> 'need'
	reading what was done about a need in the table | planners | select from public.need_settlements where need_id = '{need of settledNeed}'
	reading what was done in the document | reporters + planners | select public.need_report('{settled}') ->> 'settlement'
	reading a planner's own reminder | planners | select note from public.need_report_follow_ups where report_id = '{id of answered}'
	reading a planner's own reminder in the document | planners | select public.need_report('{answered}') -> 'followUp'
	seeing what can be done with a report | planners | select public.assessment_options('{shared}')
	following a short address | everyone | select public.resolve_short_address('{short}')
	listing short addresses | nobody | select short_id from public.short_addresses
	reading the public figures | everyone | select public.public_overview('{harz}')
`);
