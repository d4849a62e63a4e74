-- Verbs of calls: whom one asks, until when, what came back: what changes something.

create function private.end_of_day(p_day date) returns timestamptz
language sql stable set search_path = '' as $$
	select (p_day + time '23:59') at time zone 'Europe/Berlin'
$$;
comment on function private.end_of_day(date) is '23:59 of a day in Germany.';
grant execute on function private.end_of_day(date) to authenticated;

create function public.save_call(p_authority uuid, p_slug text, p_changes jsonb) returns text
language plpgsql volatile set search_path = '' as $$
declare c public.calls := private.call_to_plan(p_authority, p_slug); n public.calls;
begin
	if c.state <> 'draft' then
		raise exception 'errors_call_is_open' using errcode = 'FINAL';
	end if;
	n := jsonb_populate_record(c, p_changes);
	update public.calls
	set slug = n.slug, title = btrim(n.title), covering_text = n.covering_text, opens_at = n.opens_at,
		closes_at = n.closes_at,
		post_id = n.post_id, purpose = n.purpose, legal_basis = n.legal_basis, readers = n.readers,
		retention = n.retention, previous_id = n.previous_id
	where id = c.id returning slug into n.slug;
	if not found then
		raise exception 'errors_call_is_open' using errcode = 'FINAL';
	end if;
	return n.slug;
end
$$;
comment on function public.save_call(uuid, text, jsonb) is
	'Changes a call that is not open yet. Returns its short name, which may be new.';
grant execute on function public.save_call(uuid, text, jsonb) to authenticated;

create function public.discard_call(p_authority uuid, p_slug text) returns void
language plpgsql volatile set search_path = '' as $$
declare c public.calls := private.call_to_plan(p_authority, p_slug);
begin
	if c.state <> 'draft' then
		raise exception 'errors_call_is_open' using errcode = 'FINAL';
	end if;
	delete from public.calls where id = c.id;
	if not found then
		raise exception 'errors_call_is_open' using errcode = 'FINAL';
	end if;
end
$$;
comment on function public.discard_call(uuid, text) is 'Throws away a call that was never opened.';
grant execute on function public.discard_call(uuid, text) to authenticated;

create function public.set_call_addressees(p_authority uuid, p_slug text, p_organisations uuid[]) returns void
language plpgsql volatile set search_path = '' as $$
declare c public.calls := private.call_to_plan(p_authority, p_slug);
begin
	if c.state <> 'draft' then
		raise exception 'errors_call_is_open' using errcode = 'FINAL';
	end if;
	delete from public.call_addressees where call_id = c.id and not organisation_id = any (p_organisations);
	insert into public.call_addressees (call_id, organisation_id)
	select c.id, o
	from unnest(p_organisations) o
	where not exists (
		select from public.call_addressees a where a.call_id = c.id and a.organisation_id = o
	);
end
$$;
comment on function public.set_call_addressees(uuid, text, uuid[]) is
	'The circle of addressees, while the call is prepared.';
grant execute on function public.set_call_addressees(uuid, text, uuid[]) to authenticated;

create function public.add_addressee(p_authority uuid, p_slug text, p_organisation uuid) returns void
language plpgsql volatile set search_path = '' as $$
declare c public.calls := private.call_to_plan(p_authority, p_slug);
begin
	insert into public.call_addressees (call_id, organisation_id)
	select c.id, p_organisation
	where not exists (
		select from public.call_addressees a where a.call_id = c.id and a.organisation_id = p_organisation
	);
end
$$;
comment on function public.add_addressee(uuid, text, uuid) is
	'Asks one more organisation, also while the call is open: it is invited at once.';
grant execute on function public.add_addressee(uuid, text, uuid) to authenticated;

create function public.save_circle(p_authority uuid, p_name text, p_organisations uuid[]) returns uuid
language plpgsql volatile set search_path = '' as $$
declare v_id uuid;
begin
	perform private.require(p_authority in (select private.my_authorities('{planner}')));
	insert into public.circles (authority_id, name) values (p_authority, btrim(p_name))
	on conflict (authority_id, name) do update set name = excluded.name returning id into v_id;
	delete from public.circle_members where circle_id = v_id and not organisation_id = any (p_organisations);
	insert into public.circle_members (circle_id, authority_id, organisation_id)
	select v_id, p_authority, o
	from unnest(p_organisations) o
	on conflict do nothing;
	return v_id;
end
$$;
comment on function public.save_circle(uuid, text, uuid[]) is
	'Saves a circle under a name; the same name again replaces who is in it.';
grant execute on function public.save_circle(uuid, text, uuid[]) to authenticated;

create function public.discard_circle(p_id uuid) returns void
language plpgsql volatile set search_path = '' as $$
begin
	delete from public.circles where id = p_id;
	perform private.require(found);
end
$$;
comment on function public.discard_circle(uuid) is 'Forgets a saved circle; calls keep whom they asked.';
grant execute on function public.discard_circle(uuid) to authenticated;

create function public.take_call_step(
	p_authority uuid, p_slug text, p_step text, p_closes_at timestamptz default null,
	p_body text default null, p_audience text default null
) returns void
language plpgsql volatile set search_path = '' as $$
declare c public.calls := private.call_to_plan(p_authority, p_slug);
begin
	perform private.lock_call(c.id);
	insert into public.call_steps (call_id, step, closes_at, body, audience)
	values (c.id, p_step, p_closes_at, nullif(btrim(p_body), ''), p_audience);
end
$$;
comment on function public.take_call_step(uuid, text, text, timestamptz, text, text) is
	'opened, prolonged, closed, published. MISSG body: a word is wanted on sessions outside the window, '
	'on why it is prolonged, or of what came of it; MISSG audience: on who may read that (public, asked). '
	'FINAL: somebody was faster.';
grant execute on function public.take_call_step(uuid, text, text, timestamptz, text, text) to authenticated;

create function public.ask_extension(p_addressee uuid, p_until timestamptz, p_reason text) returns void
language plpgsql volatile set search_path = '' as $$
begin
	perform private.require(private.writes_for_addressee(p_addressee));
	if private.is_blank(p_reason) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["reason"]';
	end if;
	insert into public.call_extensions (addressee_id, asked_until, reason)
	values (p_addressee, p_until, p_reason);
end
$$;
comment on function public.ask_extension(uuid, timestamptz, text) is 'Asks for more time, with a reason.';
grant execute on function public.ask_extension(uuid, timestamptz, text) to authenticated;

create function public.decide_extension(
	p_addressee uuid, p_outcome text, p_due_at timestamptz default null, p_reason text default null
) returns void
language plpgsql volatile set search_path = '' as $$
declare v_extension uuid;
begin
	perform private.require(private.plans_addressee(p_addressee));
	perform private.require_choice('outcome', p_outcome in ('granted', 'refused'));
	select e.id
	into v_extension
	from public.call_extensions e
	where e.addressee_id = p_addressee
	order by e.created_at desc
	limit 1;
	perform private.require(v_extension is not null);
	insert into public.call_extension_decisions (extension_id, outcome, due_at, reason)
	values (
		v_extension, p_outcome, case when p_outcome = 'granted' then p_due_at end, nullif(btrim(p_reason), '')
	);
end
$$;
comment on function public.decide_extension(uuid, text, timestamptz, text) is
	'Grants or refuses what an addressee asked for last. FINAL: it is decided.';
grant execute on function public.decide_extension(uuid, text, timestamptz, text) to authenticated;

create function public.extend_addressee(
	p_addressee uuid, p_due_at timestamptz, p_reason text, p_channel text
) returns void
language plpgsql volatile set search_path = '' as $$
begin
	perform private.require(private.plans_addressee(p_addressee));
	perform private.require_choice('channel', p_channel in ('email', 'letter', 'fax', 'phone', 'in_person'));
	if private.is_blank(p_reason) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["reason"]';
	end if;
	insert into public.call_extensions (addressee_id, asked_until, reason, channel)
	values (p_addressee, p_due_at, p_reason, p_channel);
	perform public.decide_extension(p_addressee, 'granted', p_due_at);
end
$$;
comment on function public.extend_addressee(uuid, timestamptz, text, text) is
	'Writes down that an addressee asked otherwise than online, and grants it.';
grant execute on function public.extend_addressee(uuid, timestamptz, text, text) to authenticated;

create function public.remind_addressees(
	p_authority uuid, p_slug text, p_addressees uuid[], p_body text default null, p_id uuid default null
) returns integer
language plpgsql volatile set search_path = '' as $$
declare
	c public.calls := private.call_to_plan(p_authority, p_slug);
	v_id uuid := coalesce(p_id, gen_random_uuid());
begin
	perform private.lock_call(c.id);
	insert into public.call_notices (id, addressee_id, kind, body)
	select private.id_within(v_id, a.id::text), a.id, 'reminder', nullif(btrim(p_body), '')
	from public.call_addressees a
	where a.call_id = c.id and a.id = any (p_addressees) and a.answered_at is null
	on conflict (id) do nothing;
	return (
		select count(*)
		from public.call_notices n
		where n.call_id = c.id
			and n.kind = 'reminder'
			and n.id in (select private.id_within(v_id, x) from unnest(p_addressees::text[]) x)
	);
end
$$;
comment on function public.remind_addressees(uuid, text, uuid[], text, uuid) is
	'Reminds those of a selection who have not answered. p_id: drawn by the form; sent again, it reminds '
	'nobody twice. Returns how many it reminded.';
grant execute on function public.remind_addressees(uuid, text, uuid[], text, uuid) to authenticated;

create function public.note_letter(p_addressee uuid, p_id uuid default null) returns void
language plpgsql volatile set search_path = '' as $$
declare v_id uuid := coalesce(p_id, gen_random_uuid());
begin
	perform private.require(private.plans_addressee(p_addressee));
	insert into public.call_notices (id, addressee_id, kind) values (v_id, p_addressee, 'letter')
	on conflict (id) do nothing;
	perform private.require(
		exists (
			select
			from public.call_notices n
			where n.id = v_id and n.addressee_id = p_addressee and n.kind = 'letter'
		)
	);
end
$$;
comment on function public.note_letter(uuid, uuid) is
	'Notes that a letter on paper was posted. p_id: drawn by the form; sent again, it is the same letter.';
grant execute on function public.note_letter(uuid, uuid) to authenticated;


create function public.remind_open_calls() returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare v_count integer;
begin
	with due as (
		select a.*, (a.due_at at time zone 'Europe/Berlin')::date as day
		from public.calls c
		join public.call_addressees a on a.call_id = c.id
		where c.state = 'open' and a.answered_at is null and c.opens_at <= private.now()
	),
	added as (
		insert into public.call_notices (authority_id, call_id, addressee_id, kind, due_on, escalates)
		select d.authority_id, d.call_id, d.id, r.notice, d.day, r.escalates
		from due d
		join private.call_reminders r on private.today() - d.day between r.first_day and r.last_day
		where d.invited_at < private.now() - r.asked_before
		on conflict (addressee_id, kind, due_on)
		where kind in ('reminder_week', 'reminder_day', 'reminder_late') do nothing
		returning call_id
	)
	select count(*) into v_count from added;
	return v_count;
end
$$;
comment on function public.remind_open_calls() is
	'Daily: reminds a week before the due date, on its day, and two weeks after it (then the deputies '
	'too); once each. Whoever was asked less than three days ago is not reminded of the week. Definer: '
	'see above.';
