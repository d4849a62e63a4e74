-- Returns: how an addressee comes to have answered: what must be true, what follows.

create function private.standing(
	a public.call_addressees, p_is_open boolean, p_has_returned boolean
) returns text
language sql stable
return case
	when a.answered_at is not null then case a.outcome when 'nil_return' then 'nil_return' else 'answered' end
	when not p_is_open then case when p_has_returned then 'incomplete' else 'silent' end
	when a.due_at < private.now() then case when a.begun_at is null then 'overdue' else 'overdue_begun' end
	when a.begun_at is null then 'open'
	else 'begun'
end;
comment on function private.standing(public.call_addressees, boolean, boolean) is
	'How far an addressee has come, for every page: nil_return, answered; after the end silent, incomplete; '
	'before it open, begun, overdue, overdue_begun. Whether anything was returned is said by whoever asks, '
	'for all addressees at once.';
grant execute on function private.standing(public.call_addressees, boolean, boolean) to authenticated;

create function private.begin_answering(p_addressee uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	update public.call_addressees a
	set begun_at = private.now(), opened_at = coalesce(a.opened_at, private.now())
	from public.calls c
	where a.id = p_addressee and a.begun_at is null and c.id = a.call_id and c.state = 'open';
end
$$;
comment on function private.begin_answering(uuid) is
	'The ledger says "in progress", and nothing of what is written. Definer: only triggers call it.';

create function private.give_return(
	p_addressee uuid, p_outcome text, p_channel text, p_given_by text, p_received_on date, p_corrects uuid,
	p_id uuid default null
) returns public.call_returns
language plpgsql volatile security definer set search_path = '' as $$
declare a public.call_addressees; c public.calls; r public.call_returns;
begin
	select call_id into a.call_id from public.call_addressees where id = p_addressee;
	select * into c from public.calls where id = a.call_id for update;
	select * into a from public.call_addressees where id = p_addressee for update;
	if c.state <> 'open' then
		raise exception 'errors_call_is_closed' using errcode = 'FINAL';
	elsif c.opens_at > private.now() then
		raise exception 'errors_call_not_open_yet' using errcode = 'RULED';
	end if;
	r.created_at := private.moment();
	if p_channel = 'online' then
		r.is_late := r.created_at > a.due_at;
		r.released_by := private.person_id();
		r.released_in := private.acting_post(a.organisation_id, private.releasing_kinds());
	else
		r.received_on := coalesce(p_received_on, private.today());
		if r.received_on > private.today() then
			raise exception 'errors_received_in_the_future' using errcode = 'RULED', detail = '["received_on"]';
		elsif r.received_on < (c.opened_at at time zone 'Europe/Berlin')::date then
			raise exception 'errors_received_before_call' using errcode = 'RULED', detail = '["received_on"]';
		end if;
		r.is_late := r.received_on > (a.due_at at time zone 'Europe/Berlin')::date;
		r.entered_by := private.person_id();
		r.entered_in := private.planning_post(a.authority_id);
	end if;
	insert into public.call_returns (
		id, authority_id, call_id, addressee_id, organisation_id, outcome, channel, given_by, received_on, is_late,
		corrects_id, released_by, released_in, entered_by, entered_in, created_at
	)
	values (
		coalesce(p_id, gen_random_uuid()), a.authority_id, a.call_id, a.id, a.organisation_id, p_outcome,
		p_channel, p_given_by, r.received_on, r.is_late, p_corrects, r.released_by, r.released_in, r.entered_by,
		r.entered_in, r.created_at
	)
	on conflict (id) do nothing
	returning * into r;
	perform private.require(r.id is not null);
	return r;
end
$$;
comment on function private.give_return(uuid, text, text, text, date, uuid, uuid) is
	'Begins a return: one act, by whom, in which post, in time or late. Late answers are answers, until the '
	'call is closed. p_id: drawn by a form. The lock makes an answer and the closing wait for each other. '
	'Definer, granted to nobody: each kind fills what it returns and says whose right that is.';

create function private.settle_return(r public.call_returns, p_outcome text, p_detail jsonb) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	v_was timestamptz;
	v_person uuid := coalesce(r.released_by, r.entered_by);
	v_post uuid := coalesce(r.released_in, r.entered_in);
begin
	select answered_at into v_was from public.call_addressees where id = r.addressee_id;
	update public.call_addressees set
		begun_at = coalesce(begun_at, r.created_at),
		answered_at = case when p_outcome is not null then coalesce(answered_at, r.created_at) end,
		outcome = p_outcome,
		is_late = case when p_outcome is not null and answered_at is null then r.is_late else is_late end,
		extension = case when p_outcome is not null and extension = 'asked' then null else extension end
	where id = r.addressee_id;
	perform private.record_call_event(
		r.authority_id, r.call_id, r.organisation_id, 'call_returned', r.id, v_person, v_post,
		jsonb_strip_nulls(
			jsonb_build_object(
				'channel', r.channel,
				'givenBy', r.given_by,
				'isLate', r.is_late
			)
		) || p_detail
	);
	if p_outcome is not null and v_was is null then
		perform private.notice(r.addressee_id, 'receipt', v_person, v_post);
		perform private.notice(r.addressee_id, 'answered', v_person, v_post);
	end if;
end
$$;
comment on function private.settle_return(public.call_returns, text, jsonb) is
	'Ends a return once what fills it is written: the only place where an addressee becomes answered. '
	'p_outcome: of all it returned; null while something asked is open. p_detail: what the kind adds to the '
	'chronicle. Both sides are told once. Definer: see give_return.';
