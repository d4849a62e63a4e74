-- Rules of calls: whom one asks, until when, what came back: who may, what must be true, what follows.

create function private.addressed_calls() returns setof uuid
language sql stable security definer set search_path = '' rows 10 as $$
	select a.call_id from public.call_addressees a join public.calls c on c.id = a.call_id
	where a.organisation_id in (select private.my_organisations()) and c.state <> 'draft'
$$;
comment on function private.addressed_calls() is
	'Calls that ask the person''s organisations, once they are open. Definer: the policies of calls and '
	'addressees ask each other.';
grant execute on function private.addressed_calls() to authenticated;

create function private.plans_call(p_call uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select
		from public.calls c
		where c.id = p_call and c.authority_id in (select private.my_authorities('{planner}'))
	)
$$;
comment on function private.plans_call(uuid) is
	'Does the person plan for the authority of this call? Definer: see addressed_calls.';
grant execute on function private.plans_call(uuid) to authenticated;

create function private.plans_draft_of_call(p_call uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select
		from public.calls c
		where c.id = p_call
			and c.state = 'draft'
			and c.authority_id in (select private.my_authorities('{planner}'))
	)
$$;
comment on function private.plans_draft_of_call(uuid) is
	'May the person still prepare this call? Definer: see addressed_calls.';
grant execute on function private.plans_draft_of_call(uuid) to authenticated;

create function private.plans_addressee(p_addressee uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select
		from public.call_addressees a
		where a.id = p_addressee and a.authority_id in (select private.my_authorities('{planner}'))
	)
$$;
comment on function private.plans_addressee(uuid) is
	'Does the person plan for the authority that asked this addressee? Definer: see addressed_calls.';
grant execute on function private.plans_addressee(uuid) to authenticated;

create function private.writes_for_addressee(p_addressee uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select
		from public.call_addressees a
		join public.calls c on c.id = a.call_id
		where a.id = p_addressee
			and c.state <> 'draft'
			and a.organisation_id in (select private.my_organisations(private.writing_kinds()))
	)
$$;
comment on function private.writes_for_addressee(uuid) is
	'May the person write for this addressee? Definer: see addressed_calls.';
grant execute on function private.writes_for_addressee(uuid) to authenticated;

create function private.releases_for_addressee(p_addressee uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select
		from public.call_addressees a
		join public.calls c on c.id = a.call_id
		where a.id = p_addressee
			and c.state <> 'draft'
			and a.organisation_id in (select private.my_organisations(private.releasing_kinds()))
	)
$$;
comment on function private.releases_for_addressee(uuid) is
	'Is the person''s word this addressee''s word? Definer: see addressed_calls.';
grant execute on function private.releases_for_addressee(uuid) to authenticated;

create function private.reads_addressee(p_addressee uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select
		from public.call_addressees a
		join public.calls c on c.id = a.call_id
		where a.id = p_addressee
			and (
				a.authority_id in (select private.my_authorities('{planner}'))
					or c.state <> 'draft' and a.organisation_id in (select private.my_organisations())
			)
	)
$$;
comment on function private.reads_addressee(uuid) is
	'Is the person of this addressee or of the planning? Definer: see addressed_calls.';
grant execute on function private.reads_addressee(uuid) to authenticated;

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

create function private.lock_call(p_call uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform from public.calls where id = p_call for update;
end
$$;
comment on function private.lock_call(uuid) is
	'Puts those who act on one call at once in a line. Order: first the call, then its addressees. '
	'Definer: nobody has a right to update more than a draft.';
grant execute on function private.lock_call(uuid) to authenticated;

-- Stamps. Definer throughout: they read past the caller's policies to fill what a caller may not choose.
create function private.stamp_call() returns trigger
language plpgsql security definer set search_path = '' as $$
declare k private.call_kinds;
begin
	select * into k from private.call_kinds where kind = new.kind;
	if not exists (
		select
		from public.posts p
		where p.id = new.post_id
			and p.authority_id = new.authority_id
			and p.kind = any (k.owner_kinds)
			and p.abolished_on is null
	) then
		raise exception 'not valid' using errcode = 'INVAL', detail = '["post_id"]';
	elsif new.previous_id = new.id
		or new.previous_id is not null
			and not exists (
				select
				from public.calls c
				where c.id = new.previous_id
					and c.authority_id = new.authority_id
					and c.kind = new.kind
					and c.state <> 'draft'
			) then
		raise exception 'not valid' using errcode = 'INVAL', detail = '["previous_id"]';
	end if;
	return new;
end
$$;
comment on function private.stamp_call() is
	'A call has a post that its kind allows, and follows a call of its kind.';

create function private.stamp_addressee() returns trigger
language plpgsql security definer set search_path = '' as $$
declare c public.calls; o public.organisations;
begin
	select * into c from public.calls where id = new.call_id for update;
	select *
	into o
	from public.organisations
	where id = new.organisation_id
		and authority_id = c.authority_id
		and kind not in ('authority', 'office');
	if o.id is null then
		raise exception 'no such organisation' using errcode = 'NOTFD';
	elsif c.state not in ('draft', 'open') then
		raise exception 'errors_call_is_closed' using errcode = 'FINAL';
	end if;
	new.authority_id := c.authority_id;
	new.organisation_name := o.name;
	if c.state = 'open' then
		new.due_at := greatest(c.closes_at, private.now());
		new.invited_at := private.now();
	end if;
	return new;
end
$$;
comment on function private.stamp_addressee() is
	'Organisations of the authority only, offices of the administration itself never; who is added '
	'later is invited at once.';

create function private.keep_opened() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v_state text;
begin
	select state into v_state from public.calls where id = coalesce(new.call_id, old.call_id) for update;
	if v_state <> 'draft' then
		raise exception 'errors_call_is_open' using errcode = 'FINAL';
	end if;
	return coalesce(new, old);
end
$$;
comment on function private.keep_opened() is
	'What an open call asks and whom stays, even if it was opened in the same second: it waits for the '
	'step. Definer: the policy asked before.';

create function private.after_addressee() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if new.invited_at is not null then
		perform private.notice(new.id, 'invitation', private.person_id(), null);
	end if;
	return null;
end
$$;
comment on function private.after_addressee() is 'An addressee added to an open call is invited.';

create function private.meeting_check(p_call uuid, p_until timestamptz) returns jsonb
language sql stable security definer set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'organisationId', a.organisation_id,
				'organisationName', a.organisation_name,
				'firstInside', m.first_inside,
				'firstAfter', m.first_after,
				'keepsCalendar', m.keeps_calendar
			)
			order by a.organisation_name
		),
		'[]'
	)
	from public.calls c join public.call_addressees a on a.call_id = c.id and a.answered_at is null
	left join private.meetings_between(
		array(select x.organisation_id from public.call_addressees x where x.call_id = p_call),
		greatest(c.opens_at, private.now()), coalesce(p_until, c.closes_at)
	) m on m.organisation_id = a.organisation_id
	where c.id = p_call
$$;
comment on function private.meeting_check(uuid, timestamptz) is
	'Which addressee has a session between now (or the begin) and the end of the window, and which '
	'comes first after it. Definer: called by the step itself.';

create function private.is_without_addressees(c public.calls) returns boolean
language sql stable security definer set search_path = '' as $$
	select not exists (select from public.call_addressees a where a.call_id = c.id)
$$;
comment on function private.is_without_addressees(public.calls) is
	'Is nobody asked? Definer: called by the steps, as all obstacles are.';

create function private.is_past_its_window(c public.calls) returns boolean
language sql stable set search_path = '' as $$
	select c.closes_at <= private.now()
$$;
comment on function private.is_past_its_window(public.calls) is 'Would it be over as it begins?';

create function private.is_within_its_window(c public.calls) returns boolean
language sql stable security definer set search_path = '' as $$
	select c.closes_at > private.now()
		and exists (select from public.call_addressees a where a.call_id = c.id and a.answered_at is null)
$$;
comment on function private.is_within_its_window(public.calls) is
	'Has somebody who has not answered still the time that was given to all? Definer: see above.';

create function private.is_extended_for_somebody(c public.calls) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select
		from public.call_addressees a
		where a.call_id = c.id and a.answered_at is null and a.due_at > private.now()
	)
$$;
comment on function private.is_extended_for_somebody(public.calls) is
	'Was somebody who has not answered given more time that still runs? Definer: see above.';

create function private.is_undecided_on_more_time(c public.calls) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (select from public.call_addressees a where a.call_id = c.id and a.extension = 'asked')
$$;
comment on function private.is_undecided_on_more_time(public.calls) is
	'Does somebody wait for the word whether there is more time? Definer: see above.';

create function private.refuse_obstacles(c public.calls, p_step text) returns void
language plpgsql stable security definer set search_path = '' as $$
declare o private.call_obstacles; v_stands boolean;
begin
	for o in
		select * from private.call_obstacles x
		where x.step = p_step and (x.kind is null or x.kind = c.kind)
		order by x.position
	loop
		execute format('select private.%I($1)', 'is_' || o.obstacle) into v_stands using c;
		if v_stands then
			raise exception '%', o.words using errcode = 'RULED';
		end if;
	end loop;
end
$$;
comment on function private.refuse_obstacles(public.calls, text) is
	'RULED with the first thing that stands in the way of a step, in the order of call_obstacles. Definer: '
	'called by the steps; the names of its functions come from a table that only the owner writes.';

create function private.stamp_call_step() returns trigger
language plpgsql security definer set search_path = '' as $$
declare c public.calls; r private.call_step_rules;
begin
	select * into c from public.calls where id = new.call_id for update;
	select * into r from private.call_step_rules where step = new.step;
	new.authority_id := c.authority_id;
	new.person_id := private.person_id();
	new.post_id := private.planning_post(c.authority_id);
	new.created_at := private.moment();
	new.closes_at := case new.step when 'opened' then c.closes_at when 'prolonged' then new.closes_at end;
	if c.state <> r.from_state and c.state = r.to_state then
		raise exception 'errors_already_done' using errcode = 'FINAL';
	elsif c.state <> r.from_state then
		raise exception '%', r.otherwise_words using errcode = r.otherwise_code;
	end if;
	perform private.refuse_obstacles(c, new.step);
	if new.step = 'prolonged' and private.is_blank(new.body) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["body"]';
	elsif new.step = 'prolonged'
		and (new.closes_at is null or new.closes_at <= c.closes_at or new.closes_at <= private.now()) then
		raise exception 'errors_call_prolong_forward' using errcode = 'RULED';
	end if;
	new.meetings := case
		when new.step in ('opened', 'prolonged') then private.meeting_check(c.id, new.closes_at)
	end;
	if new.step = 'opened' and private.is_blank(new.body) and private.lack_meetings(new.meetings) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["body"]';
	end if;
	return new;
end
$$;
comment on function private.stamp_call_step() is
	'The steps of a call as call_step_rules and call_obstacles say: no contribution without an answer, so a '
	'call is neither closed nor published while one has none. It is opened with a word on every session that '
	'does not lie inside the window, and prolonged forward and with a reason.';

create function private.lack_meetings(p_check jsonb) returns boolean
language sql immutable set search_path = '' as $$
	select exists (
		select
		from jsonb_array_elements(p_check) x
		where (x ->> 'keepsCalendar')::boolean and x ->> 'firstInside' is null
	)
$$;
comment on function private.lack_meetings(jsonb) is
	'Is there an addressee who keeps a calendar and has no session inside the window?';

create function private.after_call_step() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if new.step = 'opened' then
		update public.calls
		set state = 'open', opened_at = new.created_at, opens_at = greatest(opens_at, private.now())
		where id = new.call_id;
		update public.call_addressees
		set due_at = new.closes_at, invited_at = new.created_at
		where call_id = new.call_id;
		insert into public.call_notices (authority_id, call_id, addressee_id, kind, person_id, post_id)
		select a.authority_id, a.call_id, a.id, 'invitation', new.person_id, new.post_id
		from public.call_addressees a
		where a.call_id = new.call_id;
	elsif new.step = 'prolonged' then
		update public.calls set closes_at = new.closes_at where id = new.call_id;
		insert into public.call_extension_decisions (extension_id, outcome, due_at)
		select e.id, 'granted', new.closes_at
		from public.call_extensions e
		join public.call_addressees a on a.id = e.addressee_id
		where a.call_id = new.call_id and a.extension = 'asked' and e.asked_until <= new.closes_at
			and not exists (select from public.call_extension_decisions d where d.extension_id = e.id);
		insert into public.call_notices (authority_id, call_id, addressee_id, kind, body, person_id, post_id)
		select a.authority_id, a.call_id, a.id, 'prolongation', new.body, new.person_id, new.post_id
		from public.call_addressees a
		where a.call_id = new.call_id and a.answered_at is null and a.due_at < new.closes_at;
		update public.call_addressees
		set due_at = new.closes_at
		where call_id = new.call_id and due_at < new.closes_at and answered_at is null;
	elsif new.step = 'closed' then
		update public.calls set state = 'closed', closed_at = new.created_at where id = new.call_id;
	else
		update public.calls set state = 'published', published_at = new.created_at where id = new.call_id;
		insert into public.call_notices (authority_id, call_id, addressee_id, kind, person_id, post_id)
		select a.authority_id, a.call_id, a.id, 'result', new.person_id, new.post_id
		from public.call_addressees a
		where a.call_id = new.call_id;
	end if;
	perform private.record_call_event(
		new.authority_id, new.call_id, null, 'call_' || new.step, new.id, new.person_id, new.post_id,
		jsonb_strip_nulls(
			jsonb_build_object(
				'closesAt', new.closes_at,
				'body', new.body
			)
		)
	);
	return null;
end
$$;
comment on function private.after_call_step() is
	'Carries the state forward; whoever is concerned gets a notice, written by a job in batches. No '
	'window begins before it was opened. A prolongation that reaches what an addressee asked for grants '
	'it.';

create function private.record_call_event(
	p_authority uuid, p_call uuid, p_organisation uuid, p_kind text, p_record uuid, p_person uuid,
	p_post uuid, p_detail jsonb
)
returns void language plpgsql volatile security definer set search_path = '' as $$
begin
	insert into public.events (
		authority_id, subject_kind, subject_id, organisation_id, kind, record_id, person_id, person_name,
		post_id, post_title, detail
	)
	values (
		p_authority, 'call', p_call, p_organisation, p_kind, p_record, p_person, private.name_of(p_person),
		p_post,
		(
			select p.title || ', ' || o.name
			from public.posts p
			join public.organisations o on o.id = p.organisation_id
			where p.id = p_post
		),
		coalesce(p_detail, '{}')
	);
end
$$;
comment on function private.record_call_event(uuid, uuid, uuid, text, uuid, uuid, uuid, jsonb) is
	'Writes the chronicle of a call; organisation: the addressee concerned, null for all. Definer: see '
	'record_event.';

create function private.notice(
	p_addressee uuid, p_kind text, p_person uuid, p_post uuid, p_body text default null
) returns void
language sql volatile security definer set search_path = '' as $$
	insert into public.call_notices (authority_id, call_id, addressee_id, kind, body, person_id, post_id)
	select a.authority_id, a.call_id, a.id, p_kind, p_body, p_person, p_post
	from public.call_addressees a
	where a.id = p_addressee
$$;
comment on function private.notice(uuid, text, uuid, uuid, text) is
	'One notice. Definer: only triggers call it.';

create function private.give_return(
	p_addressee uuid, p_outcome text, p_channel text, p_given_by text, p_received_on date, p_corrects uuid
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
		authority_id, call_id, addressee_id, organisation_id, outcome, channel, given_by, received_on, is_late,
		corrects_id, released_by, released_in, entered_by, entered_in, created_at
	)
	values (
		a.authority_id, a.call_id, a.id, a.organisation_id, p_outcome, p_channel, p_given_by, r.received_on,
		r.is_late, p_corrects, r.released_by, r.released_in, r.entered_by, r.entered_in, r.created_at
	)
	returning * into r;
	return r;
end
$$;
comment on function private.give_return(uuid, text, text, text, date, uuid) is
	'Begins a return: one act, by whom, in which post, in time or late. Late answers are answers, until the '
	'call is closed. The lock makes an answer and the closing wait for each other. Definer, granted to '
	'nobody: each kind fills what it returns and says whose right that is.';

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

create function private.stamp_notice() returns trigger
language plpgsql security definer set search_path = '' as $$
declare a public.call_addressees; c public.calls;
begin
	if new.kind not in ('reminder', 'letter') or new.call_id is not null then
		return new;
	end if;
	select * into a from public.call_addressees where id = new.addressee_id;
	select * into c from public.calls where id = a.call_id;
	if c.state <> 'open' then
		raise exception 'errors_call_is_closed' using errcode = 'FINAL';
	elsif new.kind = 'reminder' and a.answered_at is not null then
		raise exception 'errors_call_is_answered' using errcode = 'RULED';
	end if;
	new.authority_id := a.authority_id;
	new.call_id := a.call_id;
	new.person_id := private.person_id();
	new.post_id := private.planning_post(a.authority_id);
	new.created_at := private.moment();
	if new.kind = 'letter' then
		new.written_at := new.created_at;
	end if;
	return new;
end
$$;
comment on function private.stamp_notice() is
	'What planners add by hand: a reminder to somebody who has not answered, or that a letter was '
	'posted. Those of triggers are complete already.';

create function private.after_notice() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	perform private.record_call_event(
		new.authority_id, new.call_id, a.organisation_id,
		case new.kind when 'letter' then 'call_letter' else 'call_reminder' end, new.id, new.person_id,
		new.post_id, jsonb_build_object('kind', new.kind)
	)
	from public.call_addressees a
	where a.id = new.addressee_id;
	return null;
end
$$;
comment on function private.after_notice() is 'Reminders and letters stand in the chronicle.';

create function private.keep_notice() returns trigger
language plpgsql set search_path = '' as $$
begin
	if to_jsonb(new) - array[
		'person_id', 'post_id', 'written_at', 'letters'
	] <> to_jsonb(old) - array['person_id', 'post_id', 'written_at', 'letters']
	then
		raise exception 'errors_submitted_is_final' using errcode = 'FINAL';
	end if;
	return new;
end
$$;
comment on function private.keep_notice() is
	'A notice stays as it was; only that it was written, and how many letters it became, is added.';

create function private.call_named(p_authority uuid, p_slug text) returns public.calls
language plpgsql stable set search_path = '' as $$
declare c public.calls;
begin
	select * into c from public.calls where authority_id = p_authority and slug = p_slug;
	if c.id is null then
		raise exception 'no such call' using errcode = 'NOTFD';
	end if;
	return c;
end
$$;
comment on function private.call_named(uuid, text) is
	'The call of this short name among those the person may see; NOTFD otherwise.';
grant execute on function private.call_named(uuid, text) to authenticated;

create function private.call_to_plan(p_authority uuid, p_slug text) returns public.calls
language plpgsql stable set search_path = '' as $$
declare c public.calls := private.call_named(p_authority, p_slug);
begin
	perform private.require(private.plans_call(c.id));
	return c;
end
$$;
comment on function private.call_to_plan(uuid, text) is 'The same for planners only.';
grant execute on function private.call_to_plan(uuid, text) to authenticated;

alter table public.calls alter column created_by set default private.person_id();

grant select, delete, insert (authority_id, name), update (name) on public.circles to authenticated;
create policy "planners read circles" on public.circles
	for select to authenticated
	using (authority_id in (select private.my_authorities('{planner}')));
create policy "planners save circles" on public.circles
	for insert to authenticated
	with check (authority_id in (select private.my_authorities('{planner}')));
create policy "planners rename circles" on public.circles for update to authenticated
	using (
		authority_id in (select private.my_authorities('{planner}'))
	) with check (authority_id in (select private.my_authorities('{planner}')));
create policy "planners discard circles" on public.circles
	for delete to authenticated
	using (authority_id in (select private.my_authorities('{planner}')));

grant select,
	delete,
	insert (circle_id, authority_id, organisation_id)
on public.circle_members to authenticated;
create policy "planners read who is in a circle" on public.circle_members for select to authenticated
	using (authority_id in (select private.my_authorities('{planner}')));
create policy "planners put organisations into circles" on public.circle_members for insert to authenticated
	with check (authority_id in (select private.my_authorities('{planner}')));
create policy "planners take organisations out of circles" on public.circle_members
	for delete to authenticated
	using (authority_id in (select private.my_authorities('{planner}')));

grant select, delete on public.calls to authenticated;
grant insert (id, authority_id, kind, slug, title, covering_text, opens_at, closes_at, post_id, purpose,
		legal_basis, readers, retention, previous_id),
	update (slug, title, covering_text, opens_at, closes_at, post_id, purpose, legal_basis, readers,
		retention, previous_id)
on public.calls to authenticated;
create policy "planners read calls, addressees those that ask them" on public.calls
	for select to authenticated
	using (
		authority_id in (select private.my_authorities('{planner}'))
			or id in (select private.addressed_calls())
	);
create policy "planners prepare calls" on public.calls
	for insert to authenticated
	with check (authority_id in (select private.my_authorities('{planner}')));
create policy "planners change calls that are not open yet" on public.calls for update to authenticated
	using (authority_id in (select private.my_authorities('{planner}')) and state = 'draft')
	with check (authority_id in (select private.my_authorities('{planner}')) and state = 'draft');
create policy "planners discard calls that are not open yet" on public.calls for delete to authenticated
	using (authority_id in (select private.my_authorities('{planner}')) and state = 'draft');
create trigger forget_events after delete on public.calls
	for each row execute function private.forget_events('call');
create trigger stamp before insert or update on public.calls
	for each row when (pg_trigger_depth() = 0) execute function private.stamp_call();

grant select, delete, insert (call_id, organisation_id) on public.call_addressees to authenticated;
create policy "planners read who was asked, addressees themselves" on public.call_addressees
	for select to authenticated
	using (
		authority_id in (select private.my_authorities('{planner}'))
			or organisation_id in (select private.my_organisations())
				and call_id in (select private.addressed_calls())
	);
create policy "planners ask organisations" on public.call_addressees
	for insert to authenticated
	with check (private.plans_call(call_id));
create policy "planners take addressees out while they prepare" on public.call_addressees
	for delete to authenticated
	using (private.plans_draft_of_call(call_id));
create trigger stamp before insert on public.call_addressees
	for each row execute function private.stamp_addressee();
create trigger after_addressee after insert on public.call_addressees
	for each row execute function private.after_addressee();
create trigger keep_opened before delete on public.call_addressees
	for each row execute function private.keep_opened();

grant select (id, authority_id, call_id, step, closes_at, body, person_id, post_id, created_at)
on public.call_steps to authenticated;
grant insert (call_id, step, closes_at, body) on public.call_steps to authenticated;
create policy "planners read steps, addressees those of their calls" on public.call_steps
	for select to authenticated
	using (
		authority_id in (select private.my_authorities('{planner}'))
			or call_id in (select private.addressed_calls())
	);
create policy "planners take steps" on public.call_steps
	for insert to authenticated
	with check (private.plans_call(call_id));
create trigger stamp before insert on public.call_steps
	for each row execute function private.stamp_call_step();
create trigger after_step after insert on public.call_steps
	for each row execute function private.after_call_step();
create trigger keep_words before update on public.call_steps
	for each row execute function private.keep_words();

grant select, insert (addressee_id, asked_until, reason, channel) on public.call_extensions to authenticated;
create policy "both sides read extensions" on public.call_extensions
	for select to authenticated
	using (private.reads_addressee(addressee_id));
create policy "writers ask for more time, planners write down that they did" on public.call_extensions
	for insert to authenticated
	with check (
		case
			when channel = 'online' then private.writes_for_addressee(addressee_id)
			else private.plans_addressee(addressee_id)
		end
	);
create trigger stamp before insert on public.call_extensions
	for each row execute function private.stamp_extension();
create trigger after_extension after insert on public.call_extensions
	for each row execute function private.after_extension();
create trigger keep_words before update on public.call_extensions
	for each row execute function private.keep_words();

grant select,
	insert (extension_id, outcome, due_at, reason)
on public.call_extension_decisions to authenticated;
create policy "both sides read decisions on extensions" on public.call_extension_decisions
	for select to authenticated
	using (exists (select from public.call_extensions e where e.id = extension_id));
create policy "planners decide on extensions" on public.call_extension_decisions for insert to authenticated
	with check (
		authority_id in (select private.my_authorities('{planner}'))
			and exists (select from public.call_extensions e where e.id = extension_id)
	);
create trigger stamp before insert on public.call_extension_decisions
	for each row execute function private.stamp_extension_decision();
create trigger after_decision after insert on public.call_extension_decisions
	for each row execute function private.after_extension_decision();
create trigger keep_words before update on public.call_extension_decisions
	for each row execute function private.keep_words();

grant select, insert (addressee_id, kind, body) on public.call_notices to authenticated;
create policy "both sides read notices, addressees what they hand to their head" on public.call_notices
	for select to authenticated
	using (
		private.reads_addressee(addressee_id)
			and (
				kind <> 'handed_in'
					or addressee_id in (
						select a.id
						from public.call_addressees a
						where a.organisation_id in (select private.my_organisations())
					)
			)
	);
create policy "planners remind and note letters" on public.call_notices for insert to authenticated
	with check (kind in ('reminder', 'letter') and private.plans_addressee(addressee_id));
create trigger stamp before insert on public.call_notices
	for each row execute function private.stamp_notice();
create trigger after_notice after insert on public.call_notices
	for each row when (new.kind in ('reminder', 'reminder_week', 'reminder_day', 'reminder_late', 'letter'))
	execute function private.after_notice();
create trigger keep_words before update on public.call_notices
	for each row execute function private.keep_notice();

grant select (id, authority_id, call_id, addressee_id, organisation_id, outcome, channel, given_by,
		received_on, is_late, corrects_id, created_at)
on public.call_returns to authenticated;
create policy "both sides read returns" on public.call_returns for select to authenticated
	using (
		organisation_id in (select private.my_organisations())
			or authority_id in (select private.my_authorities('{planner}'))
	);
create trigger keep_words before update on public.call_returns
	for each row execute function private.keep_words();
