import { rights } from './right.ts';

const readers = 'council';
const ofVote = (table: string, vote: string) => `select from public.${table} where vote_id = '{${vote}}'`;

/** Votes of the senior council: its members read them, those who preside open and enter them, those with a seat vote. */
export const votes = rights(`
	seeing what could be voted on | councilReleasers | select public.vote_options('statement', '{toVoteOn}')
	seeing it past the page | councilReleasers | select private.vote_options('statement', '{toVoteOn}')
	opening a vote | councilReleasers | select public.open_vote(gen_random_uuid(), 'statement', '{toVoteOn}', 'circular', false, false, 'simple', null, private.today() + 14)
	opening a vote past the verb | councilReleasers | select private.open_vote(gen_random_uuid(), 'statement', '{toVoteOn}', 'session', true, true, 'simple', null, null, null)
	opening a second vote on the same words | nobody (RULED) | select public.open_vote(gen_random_uuid(), 'statement', (select subject_id from public.votes where id = '{runningVote}'), 'circular', false, false, 'simple', null, private.today() + 14)
	writing a vote by hand | nobody | insert into public.votes (id) values (gen_random_uuid())
	ending a vote by hand | nobody | update public.votes set state = 'closed', outcome = 'carried', closed_at = now() where id = '{runningVote}'
	deleting a vote | nobody | delete from public.votes where id = '{runningVote}'

	reading a vote | ${readers} | select from public.votes where id = '{runningVote}'
	opening the page of a vote | ${readers} | select public.vote('{runningVote}')
	opening the page of a vote that is over | ${readers} | select public.vote('{closedVote}')
	finding votes in the list | ${readers} | select from jsonb_array_elements(public.list_votes()) x where x ->> 'id' = '{runningVote}'
	reading what a vote is on | ${readers} | ${ofVote('vote_items', 'runningVote')}
	reading who is entitled | ${readers} | ${ofVote('vote_electors', 'runningVote')}
	reading who has voted | ${readers} | ${ofVote('vote_casts', 'begunVote')}
	reading who steps in | ${readers} | ${ofVote('vote_substitutions', 'steppedVote')}
	reading who has a conflict of interest | ${readers} | ${ofVote('vote_conflicts', 'steppedVote')}
	reading how one voted oneself | councilMember | ${ofVote('vote_choices', 'begunVote')}
	reading how others voted at the end | ${readers} | ${ofVote('vote_choices', 'closedVote')}
	reading how a vote ended | ${readers} | ${ofVote('vote_results', 'closedVote')}
	reading what was counted | ${readers} | select from public.vote_counts c join public.vote_results r on r.id = c.result_id where r.vote_id = '{closedVote}'
	reading who took part | ${readers} | select from public.vote_attendances c join public.vote_results r on r.id = c.result_id where r.vote_id = '{closedVote}'
	reading the summary of a vote before it is submitted | ${readers} | select private.vote_summary('{closedVote}')
	reading the summary of a vote that runs | nobody | select private.vote_summary('{runningVote}')
	reading the urn | nobody | select from private.secret_ballots
	filling the urn | nobody | insert into private.secret_ballots (vote_id, item_id, choice) select vote_id, id, 'yes' from public.vote_items where vote_id = '{secretVote}'
	emptying the urn | nobody | delete from private.secret_ballots
	pouring out the urn by our own function | nobody | select private.put_into_urn('{secretVote}', '{"1": "yes"}')
	counting early | nobody | select private.end_circular(v) from public.votes v where v.id = '{secretVote}'
	finding one’s tasks in votes | councilMember + councilChair | select from private.votes_tasks() where kind = 'vote_cast' and ref = '{runningVote}'
	being asked to enter what a session decided | councilReleasers | select from private.votes_tasks() where kind = 'vote_entry' and ref = '{sessionVote}'

	voting on the seat of the member | councilMember (RULED) | select 1 from (select public.cast_vote('{runningVote}', '{seatOfMember}', gen_random_uuid(), '{"1": "yes"}') offset 0) as x
	voting on the seat of the chair | councilChair (RULED) | select 1 from (select public.cast_vote('{runningVote}', '{seatOfChair}', gen_random_uuid(), '{"1": "yes"}') offset 0) as x
	voting on the seat of whom one steps in for | councilSubstitute (RULED) | select 1 from (select public.cast_vote('{steppedVote}', '{steppedSeat}', gen_random_uuid(), '{"1": "yes"}') offset 0) as x
	voting past the verb | councilChair (RULED) | select 1 from (select private.cast_vote('{runningVote}', '{seatOfChair}', gen_random_uuid(), '{"1": "yes"}') offset 0) as x
	voting in a vote that is over | nobody (RULED) | select public.cast_vote('{closedVote}', '{seatOfChair}', gen_random_uuid(), '{"1": "yes"}')
	voting by hand | nobody | insert into public.vote_casts (id) values (gen_random_uuid())
	choosing by hand | nobody | insert into public.vote_choices (choice) values ('yes')
	having the member excluded | councilMember + councilReleasers | select 1 from (select public.declare_conflict('{runningVote}', '{seatOfMember}', '{1}', 'Ihm gehört die Firma.') offset 0) as x
	having somebody step in for the member | councilMember + councilReleasers | select 1 from (select public.name_substitute('{runningVote}', '{seatOfMember}', '{person councilSubstitute}') offset 0) as x
	having an adviser step in | nobody (INVAL) | select 1 from (select public.name_substitute('{runningVote}', '{seatOfMember}', '{person councilAdviser}') offset 0) as x
	seeing who could step in | ${readers} | select from private.substitutes_for('{runningVote}')
	cancelling a vote | councilReleasers | select 1 from (select public.cancel_vote('{runningVote}', 'Der Wortlaut war falsch.') offset 0) as x
	cancelling a vote that is over | nobody (RULED) | select public.cancel_vote('{closedVote}', 'Zu spät.')
	entering what a session decided | councilReleasers | select 1 from (select public.enter_session_vote('{sessionVote}', gen_random_uuid(), '{sessionEntry}') offset 0) as x
	entering the result of a circular vote | nobody (RULED) | select public.enter_session_vote('{runningVote}', gen_random_uuid(), '{sessionEntry}')
	writing a result by hand | nobody | insert into public.vote_results (id) values (gen_random_uuid())
	changing a result | nobody | update public.vote_results set present = 9
	writing counts by hand | nobody | update public.vote_counts set yes = 9
	writing who was there by hand | nobody | delete from public.vote_attendances
`);
