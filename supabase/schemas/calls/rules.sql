-- Rules of calls: whom one asks, until when, what came back: who may, what must be true, what follows.

create function private.addressed_calls() returns setof uuid
language sql stable security definer set search_path = '' rows 10 as $$
	select a.call_id from public.call_addressees a join public.calls c on c.id = a.call_id
	where a.organisation_id in (select private.my_organisations()) and c.state <> 'draft'
	union
	select a.call_id
	from public.call_addressees a
	join public.calls c on c.id = a.call_id
	join private.call_kinds k on k.kind = c.kind and k.asks_associations
	where a.organisation_id in (select private.my_umbrellas()) and c.state <> 'draft'
$$;
comment on function private.addressed_calls() is
	'Calls that ask the person''s organisations, once they are open, and, of some kinds, the umbrella of '
	'their association. Definer: the policies of calls and addressees ask each other.';
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

create function private.stamp_call_step() returns trigger
language plpgsql security definer set search_path = '' as $$
declare c public.calls; r private.call_step_rules; v_missing text[];
begin
	select * into c from public.calls where id = new.call_id for update;
	select *
	into r
	from private.call_step_rules x
	where x.step = new.step and (x.kind is null or x.kind = c.kind)
	order by x.kind nulls last
	limit 1;
	perform private.require(r.step is not null);
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
	if new.step = 'published' then
		v_missing := array_remove(
			array[
				case when private.is_blank(new.body) then 'body' end,
				case when new.audience is null then 'audience' end
			],
			null
		);
		if cardinality(v_missing) > 0 then
			raise exception 'not complete' using errcode = 'MISSG', detail = to_jsonb(v_missing)::text;
		end if;
		perform private.require_choice('audience', new.audience in ('public', 'asked'));
	else
		new.audience := null;
	end if;
	if new.step = 'prolonged' and private.is_blank(new.body) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["body"]';
	elsif new.step = 'prolonged'
		and (new.closes_at is null or new.closes_at <= c.closes_at or new.closes_at <= private.now()) then
		raise exception 'errors_call_prolong_forward' using errcode = 'RULED';
	end if;
	new.meetings := case
		when new.step in ('opened', 'prolonged') then private.meeting_check(c.id, new.closes_at)
	end;
	if new.step = 'opened' and private.is_blank(new.body) and private.lack_meetings(c.id, new.closes_at) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["body"]';
	end if;
	return new;
end
$$;
comment on function private.stamp_call_step() is
	'The steps of a call as call_step_rules and call_obstacles say: no contribution without an answer, so a '
	'call is neither closed nor published while one has none. It is opened with a word on every session that '
	'does not lie inside the window, prolonged forward and with a reason, and published with a summary and with '
	'the word who may read it.';

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
	elsif new.step <> 'published' then
		update public.calls c
		set state = r.to_state
		from private.call_step_rules r
		where c.id = new.call_id and r.step = new.step and r.kind = c.kind;
	else
		update public.calls
		set state = 'published', published_at = new.created_at, audience = new.audience
		where id = new.call_id;
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

create function private.call_named(p_authority uuid, p_slug text, p_kind text default null)
returns public.calls
language plpgsql stable set search_path = '' as $$
declare c public.calls;
begin
	select *
	into c
	from public.calls
	where authority_id = p_authority and slug = p_slug and (p_kind is null or kind = p_kind);
	if c.id is null then
		raise exception 'no such call' using errcode = 'NOTFD';
	end if;
	return c;
end
$$;
comment on function private.call_named(uuid, text, text) is
	'The call of this short name, and of this kind, among those the person may see; NOTFD otherwise.';
grant execute on function private.call_named(uuid, text, text) to authenticated;

create function private.call_to_plan(p_authority uuid, p_slug text, p_kind text default null)
returns public.calls
language plpgsql stable set search_path = '' as $$
declare c public.calls := private.call_named(p_authority, p_slug, p_kind);
begin
	perform private.require(private.plans_call(c.id));
	return c;
end
$$;
comment on function private.call_to_plan(uuid, text, text) is 'The same for planners only.';
grant execute on function private.call_to_plan(uuid, text, text) to authenticated;
