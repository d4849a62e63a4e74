-- More time: what an addressee asks for and what is decided: what must be true, what follows.

create function private.stamp_extension() returns trigger
language plpgsql security definer set search_path = '' as $$
declare a public.call_addressees; c public.calls;
begin
	perform private.lock_call((select call_id from public.call_addressees where id = new.addressee_id));
	select * into a from public.call_addressees where id = new.addressee_id for update;
	select * into c from public.calls where id = a.call_id;
	if c.state <> 'open' then
		raise exception 'errors_call_is_closed' using errcode = 'FINAL';
	elsif a.answered_at is not null then
		raise exception 'errors_call_is_answered' using errcode = 'RULED';
	elsif a.extension = 'asked' then
		raise exception 'errors_already_done' using errcode = 'FINAL';
	elsif new.asked_until <= a.due_at or new.asked_until <= private.now() then
		raise exception 'not valid' using errcode = 'INVAL', detail = '["asked_until"]';
	elsif new.asked_until > greatest(a.due_at, private.now()) + interval '1 year' then
		raise exception 'errors_call_extension_too_long' using errcode = 'RULED';
	end if;
	new.authority_id := a.authority_id;
	new.person_id := private.person_id();
	new.post_id := case
		when new.channel = 'online' then private.acting_post(a.organisation_id, private.writing_kinds())
		else private.planning_post(a.authority_id)
	end;
	new.created_at := private.moment();
	return new;
end
$$;
comment on function private.stamp_extension() is
	'One asks for more than one has, a year at most, once at a time, while the call is open and not '
	'answered.';

create function private.after_extension() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	update public.call_addressees set extension = 'asked' where id = new.addressee_id;
	perform private.record_call_event(
		new.authority_id, a.call_id, a.organisation_id, 'extension_asked', new.id, new.person_id, new.post_id,
		jsonb_build_object(
			'until', new.asked_until,
			'body', new.reason,
			'channel', new.channel
		)
	)
	from public.call_addressees a
	where a.id = new.addressee_id;
	if new.channel = 'online' then
		perform private.notice(new.addressee_id, 'extension_asked', new.person_id, new.post_id);
	end if;
	return null;
end
$$;
comment on function private.after_extension() is 'The planning learns of the wish at once.';

create function private.stamp_extension_decision() returns trigger
language plpgsql security definer set search_path = '' as $$
declare e public.call_extensions; a public.call_addressees;
begin
	select * into e from public.call_extensions where id = new.extension_id;
	if e.id is null then
		raise exception 'no such extension' using errcode = 'NOTFD';
	end if;
	perform private.lock_call((select call_id from public.call_addressees where id = e.addressee_id));
	select * into a from public.call_addressees where id = e.addressee_id for update;
	if exists (select from public.call_extension_decisions d where d.extension_id = e.id) then
		raise exception 'errors_already_done' using errcode = 'FINAL';
	elsif a.extension is distinct from 'asked' then
		raise exception 'errors_call_is_answered' using errcode = 'RULED';
	elsif new.outcome = 'granted'
		and (new.due_at is null or new.due_at <= a.due_at or new.due_at <= private.now()) then
		raise exception 'not valid' using errcode = 'INVAL', detail = '["due_at"]';
	elsif new.outcome = 'refused' and private.is_blank(new.reason) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["reason"]';
	end if;
	new.authority_id := e.authority_id;
	new.person_id := private.person_id();
	new.post_id := private.planning_post(e.authority_id);
	new.created_at := private.moment();
	return new;
end
$$;
comment on function private.stamp_extension_decision() is
	'Granted beyond what one has, or refused with a reason; once, and not after the answer came.';

create function private.after_extension_decision() returns trigger
language plpgsql security definer set search_path = '' as $$
declare e public.call_extensions;
begin
	select * into e from public.call_extensions where id = new.extension_id;
	update public.call_addressees
	set extension = new.outcome, due_at = coalesce(new.due_at, due_at)
	where id = e.addressee_id;
	perform private.record_call_event(
		new.authority_id, a.call_id, a.organisation_id, 'extension_' || new.outcome, new.extension_id,
		new.person_id, new.post_id,
		jsonb_strip_nulls(
			jsonb_build_object(
				'until', new.due_at,
				'body', new.reason
			)
		)
	)
	from public.call_addressees a
	where a.id = e.addressee_id;
	perform private.notice(e.addressee_id, 'extension_' || new.outcome, new.person_id, new.post_id, new.reason);
	return null;
end
$$;
comment on function private.after_extension_decision() is
	'The addressee''s own due date follows; the answer is mailed.';
