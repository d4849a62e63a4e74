-- Why: a call that nobody is reminded of by their own first page is a call that waits. Planners see what
-- they have to decide, addressees until when they have time; an open call counts as a duty, so that a
-- vacant post with one is shown and escalates.

create index call_addressees_asking on public.call_addressees (authority_id) where extension = 'asked';
create index calls_waiting on public.calls (authority_id, closes_at) where state in ('open', 'closed');
