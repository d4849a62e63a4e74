import { rights } from './right.ts';

const meeting = (n: number) => `50000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const ofCouncil = meeting(3);
const ofTown = meeting(12);
const ofTownInThePast = meeting(11);
/** Keeps no calendar: planners enter what they hear. */
const blankenburg = '00000000-0000-4000-8000-000000000041';
const soon = `now() + interval '9 days'`;
const file = `'[{"uid": "a@b", "startsAt": "' || (${soon})::text || '", "title": "Sitzung des Stadtrates"}]'`;
const adding = (organisation: string) =>
	`select public.add_meeting('${organisation}', ${soon}, null, 'Sitzung', null, null, true)`;
const insert = `insert into public.meetings (organisation_id, starts_at, title, uid)`;

/** The calendars of councils, towns and the district. */
export const meetings = rights(`
	reading a meeting of a town | reporters + planners | select title from public.meetings where id = '${ofTown}'
	reading a meeting of a council | council + planners | select public.meeting('${ofCouncil}')
	opening the calendar of a town | reporters + planners | select public.meeting_calendar('{oberharz}')
	opening the calendar of the Musterkreis | foreignClerk + foreignHead + foreignPlanner | select public.meeting_calendar('{musterdorf}')
	reading what a council says of its calendar | council + planners | select state from public.meeting_calendars where organisation_id = '{seniorCouncil}'
	opening all calendars of the district | planners | select public.district_meetings('{harz}', current_date)
	entering a meeting of a council | councilWriters | ${adding('{seniorCouncil}')}
	entering a meeting of a town | reporters | ${adding('{oberharz}')}
	entering a meeting past the verb | reporters | ${insert} values ('{oberharz}', ${soon}, 'Sitzung', 'x')
	entering a meeting of a town that keeps no calendar | planners | ${adding(blankenburg)}
	entering a meeting of the past | nobody (RULED) | ${insert} values ('{oberharz}', now() - interval '1 day', 'Sitzung', 'x')
	entering a meeting in another's name | nobody | insert into public.meetings (organisation_id, starts_at, title, uid, entered_by) values ('{oberharz}', ${soon}, 'Sitzung', 'x', '{person clerk}')
	saying of one's own calendar that it is kept | councilWriters | select 1 from (select public.state_calendar('{seniorCouncil}', 'kept') offset 0) as x
	saying of another's calendar that it is kept | nobody | select 1 from (select public.state_calendar('${blankenburg}', 'kept') offset 0) as x
	saying it past the verb | nobody | insert into public.meeting_calendars (organisation_id, state) values ('${blankenburg}', 'kept')
	saying that a town meets on demand | planners | select 1 from (select public.state_calendar('${blankenburg}', 'none') offset 0) as x
	changing a meeting | reporters | select 1 from (select public.change_meeting('${ofTown}', 0, ${soon}, null, 'Anders', null, null, true) offset 0) as x
	changing a meeting past the verb | councilWriters | update public.meetings set title = 'Anders' where id = '${ofCouncil}'
	cancelling a meeting | councilWriters | select 1 from (select public.cancel_meeting('${ofCouncil}') offset 0) as x
	changing a meeting of the past | nobody (RULED) | update public.meetings set title = 'Anders' where id = '${ofTownInThePast}'
	cancelling a meeting of the past | nobody (RULED) | select public.cancel_meeting('${ofTownInThePast}')
	moving a meeting into the past | nobody (RULED) | update public.meetings set starts_at = now() - interval '1 day' where id = '${ofTown}'
	giving a meeting to another organisation | nobody | update public.meetings set organisation_id = '{seniorCouncil}' where id = '${ofTown}'
	counting the changes of a meeting anew | nobody | update public.meetings set sequence = 0 where id = '${ofTown}'
	deleting a meeting | nobody | delete from public.meetings
	looking what a calendar file would do | reporters | select public.preview_meetings('{oberharz}', (${file})::jsonb)
	taking over a calendar file | councilWriters | select public.import_meetings('{seniorCouncil}', (${file})::jsonb)
	asking for the meetings of a window past the policies | nobody | select from private.meetings_between(array['{oberharz}']::uuid[], now(), now() + interval '1 year')
	reading another's feed | nobody | select from private.feed_entries('{person councilChair}')
	reading another's meetings | nobody | select from private.meetings_of('{person councilChair}')
	reading another's deadlines | nobody | select from private.deadlines_of('{person councilChair}')
`);
