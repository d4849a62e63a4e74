-- A kind of calls that exists in tests only: it asks for a yes, and an addressee gives it in one act.
insert into private.call_kinds (kind, owner_kinds) values ('trials', '{planner}');
create table private.trial_hindrances (call_id uuid primary key);
alter table private.trial_hindrances enable row level security;
insert into private.call_obstacles (step, position, kind, obstacle, words)
values ('closed', 9, 'trials', 'hindered_on_trial', 'errors_call_has_unanswered_reports');

create function private.is_hindered_on_trial(c public.calls) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (select from private.trial_hindrances h where h.call_id = c.id)
$$;
create function private.trials_fields(p_call uuid, p_addressee uuid) returns table (about uuid, said json)
language sql stable set search_path = '' as $$
	select p_call, '[{"key": "yes", "label": "Zusage", "labelEn": "Yes"}]'::json
$$;
create function private.trials_cells(p_call uuid, p_addressee uuid) returns table (about uuid, said json)
language sql stable set search_path = '' as $$
	select r.addressee_id, json_build_object('cells', json_build_object('yes', 'given in_time ' || r.channel))
	from public.call_returns r
	where r.call_id = p_call and (p_addressee is null or r.addressee_id = p_addressee)
$$;
create function private.trials_form(p_call uuid, p_addressee uuid) returns table (about uuid, said json)
language sql stable set search_path = '' as $$ select p_call, '{"asks": "yes or no"}'::json $$;
create function private.trials_answers(p_call uuid, p_addressee uuid) returns table (about uuid, said json)
language sql stable set search_path = '' as $$
	select r.addressee_id, '{"yes": "given with pleasure"}'::json
	from public.call_returns r
	where r.call_id = p_call and (p_addressee is null or r.addressee_id = p_addressee)
$$;
create function private.trials_returned(p_call uuid, p_addressee uuid) returns table (about uuid, said json)
language sql stable set search_path = '' as $$
	select r.id, '"yes"'::json from public.call_returns r where r.call_id = p_call
$$;
create function private.trials_obstacles(p_call uuid, p_addressee uuid) returns table (about uuid, said json)
language sql stable security definer set search_path = '' as $$
	select h.call_id, '"still hindered"'::json from private.trial_hindrances h where h.call_id = p_call
$$;
create function private.trials_addressee(p_call uuid, p_addressee uuid) returns table (about uuid, said json)
language sql stable set search_path = '' as $$ select p_addressee, '{"mood": "fair"}'::json $$;
create function private.trials_letter(p_call uuid, p_addressee uuid) returns table (about uuid, said json)
language sql stable set search_path = '' as $$ select p_addressee, '{"enclosed": "a stamped card"}'::json $$;
create function private.trials_result(p_call uuid, p_addressee uuid) returns table (about uuid, said json)
language sql stable set search_path = '' as $$
	select p_call, '{"public": ["one said yes"], "participants": ["one said yes, gladly"]}'::json
$$;
create function private.trials_tasks() returns table (
	kind text, ref text, title text, who text, due_on date, at timestamptz
)
language sql stable security definer set search_path = '' as $$
	select 'trial_give', c.kind || '/' || c.slug, c.title, a.organisation_name, null::date, a.invited_at
	from public.call_addressees a
	join public.calls c on c.id = a.call_id and c.kind = 'trials' and c.state = 'open'
	where a.answered_at is null and a.organisation_id in (select private.my_organisations())
$$;
create function public.trial_give(p_addressee uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare r public.call_returns;
begin
	perform private.require(private.releases_for_addressee(p_addressee));
	r := private.give_return(p_addressee, 'submitted', 'online', null, null, null);
	perform private.settle_return(r, 'submitted', '{}');
end $$;
grant execute on function private.trials_fields(uuid, uuid), private.trials_form(uuid, uuid),
	private.trials_answers(uuid, uuid), private.trials_obstacles(uuid, uuid),
	private.trials_addressee(uuid, uuid), private.trials_letter(uuid, uuid), public.trial_give(uuid) to authenticated;
