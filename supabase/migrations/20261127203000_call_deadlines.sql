-- Why: a deadline belongs where people look for their appointments. The feed takes up what one is asked for; a later date
-- is the same entry, moved.

create or replace function private.deadlines_of(p_person uuid)
returns table (uid text, sequence integer, title text, starts_at timestamptz, ends_at timestamptz, path text, cancelled boolean)
language sql stable security definer set search_path = '' rows 10 as $$
	select 'call-' || a.id || '@augenhoehe', (select count(*)::integer from public.call_steps s where s.authority_id = c.authority_id and s.call_id = c.id and s.step = 'prolonged')
			+ (select count(*)::integer from public.call_extensions e join public.call_extension_decisions d on d.extension_id = e.id and d.outcome = 'granted'
				where e.authority_id = a.authority_id and e.addressee_id = a.id),
		c.title || ' – ' || a.organisation_name, a.due_at - interval '30 minutes', a.due_at, '/abfragen/' || c.slug || '/antwort', a.answered_at is not null
	from public.call_addressees a join public.calls c on c.id = a.call_id
	where c.state = 'open' and a.organisation_id in (
		select p.organisation_id from public.holdings h join public.posts p on p.id = h.post_id
		where h.person_id = p_person and private.is_current(h) and p.abolished_on is null)
$$;
comment on function private.deadlines_of(uuid) is
	'Until when a person''s organisations are asked to answer, for the feed; gone from the calendar once they have. The uid stays, the sequence grows with each new date. Definer and granted to nobody: the feed knows its person by a secret, not by a session.';
