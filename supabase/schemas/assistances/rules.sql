-- Rules of assistances: who acts visibly for a member: who may, what must be true, what follows.

create function private.is_open(p_revoked_at timestamptz, p_ends_on date) returns boolean
language sql stable set search_path = '' as $$
	select p_revoked_at is null and p_ends_on >= private.today()
$$;
comment on function private.is_open(timestamptz, date) is
	'An assistance that was neither taken back nor is over.';
grant execute on function private.is_open(timestamptz, date) to authenticated;

create function private.is_offered(a public.assistances) returns boolean
language sql stable set search_path = '' as $$
	select a.accepted_at is null
		and a.expires_at > private.now()
		and private.is_open(a.revoked_at, a.ends_on)
		and exists (
			select
			from public.holdings h
			join public.posts p on p.id = h.post_id
			where h.id = a.holding_id and private.is_current(h) and p.abolished_on is null
		)
$$;
comment on function private.is_offered(public.assistances) is
	'Can it still be accepted? The member holds the post, nobody accepted it or took it back.';

create function private.assisted_posts(p_person uuid) returns table (
	post_id uuid, organisation_id uuid, authority_id uuid, kind text, ends_on date, for_person_id uuid
)
language sql stable set search_path = '' rows 1 as $$
	select p.id, p.organisation_id, p.authority_id,
	case when p.kind in ('clerk', 'releasing_head', 'council_chair', 'council_office', 'committee_officer')
		then 'writing_assistant' else 'reading_assistant' end, least(a.ends_on, h.ends_on), h.person_id
	from public.assistances a
	join public.holdings h on h.id = a.holding_id
	join public.posts p on p.id = h.post_id
	where a.assistant_id = p_person
		and a.accepted_at is not null
		and private.is_open(a.revoked_at, a.ends_on)
		and private.is_current(h)
		and p.abolished_on is null
		and p.kind not in ('planner', 'administrator')
$$;
comment on function private.assisted_posts(uuid) is
	'Posts in which a person assists today, and whom. Their kind is one of its own: nothing that asks '
	'for a head, a chair, a vote or a planner finds an assistant.';

-- Policies and functions ask this a dozen times for one page. What was found is kept in a setting of the
-- transaction, and holds for the same claims and the same snapshot: whatever anybody else commits makes a
-- new one, and what this transaction itself does to rights forgets it (forget_posts). Whoever may run
-- statements may write the setting too; without the seal, which takes a secret, it counts for nothing.
create function private.my_posts() returns table (
	post_id uuid, organisation_id uuid, authority_id uuid, kind text, capacity text
)
language plpgsql stable security definer set search_path = '' rows 3 as $$
declare
	v_kept text := current_setting('augenhoehe.posts', true);
	v_about text := concat(current_setting('request.jwt.claims', true), pg_current_snapshot(), E'\n');
	v_secret bytea := (select decode(k.value, 'hex') from private.keys k where k.name = 'posts');
	v_posts text := substr(v_kept, 65);
	v_seal text := encode(sha256(v_secret || sha256(convert_to(v_about || v_posts, 'UTF8'))), 'hex');
begin
	if left(v_kept, 64) is distinct from v_seal or v_seal is null then
		select coalesce(json_agg(p)::text, '[]')
		into v_posts
		from (
			select h.post_id, h.organisation_id, h.authority_id, h.kind, h.capacity
			from private.held_posts() h
			union all
			select a.post_id, a.organisation_id, a.authority_id, a.kind, 'assistant'
			from private.assisted_posts(private.person_id()) a
		) p;
		v_seal := encode(sha256(v_secret || sha256(convert_to(v_about || v_posts, 'UTF8'))), 'hex');
		perform set_config('augenhoehe.posts', v_seal || v_posts, true);
	end if;
	return query
	select x.post_id, x.organisation_id, x.authority_id, x.kind, x.capacity
	from json_to_recordset(v_posts::json) as x (
		post_id uuid, organisation_id uuid, authority_id uuid, kind text, capacity text
	);
end
$$;
comment on function private.my_posts() is
	'The posts the person holds today, and those in which one assists (capacity assistant, kind '
	'writing_assistant or reading_assistant). Definer: policies on holdings and posts ask it.';
grant execute on function private.my_posts() to authenticated, service_role;

create function private.forget_posts() returns trigger
language plpgsql set search_path = '' as $$
begin
	perform set_config('augenhoehe.posts', '', true);
	return null;
end
$$;
comment on function private.forget_posts() is
	'Who changed rights asks for them anew. Its name comes first: triggers of the same row run in the '
	'order of their names.';
create trigger forget_posts after insert or update or delete on public.holdings
	for each row execute function private.forget_posts();
create trigger forget_posts after update or delete on public.posts
	for each row execute function private.forget_posts();
create trigger forget_posts after insert or update or delete on public.assistances
	for each row execute function private.forget_posts();
create trigger forget_posts after insert or update or delete on private.second_factors
	for each row execute function private.forget_posts();
create trigger forget_posts after update on public.authorities
	for each row execute function private.forget_posts();

create function private.assisted_in(p_post uuid) returns uuid
language sql stable security definer set search_path = '' as $$
	select a.for_person_id from private.assisted_posts(private.person_id()) a
	where a.post_id = p_post and not exists (select from private.held_posts() h where h.post_id = p_post)
	order by a.for_person_id
	limit 1
$$;
comment on function private.assisted_in(uuid) is
	'For whom the person acts in this post; null when it is an own one. Definer: see my_posts.';

create function private.stamp_written_for() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if tg_table_name = 'need_report_drafts' then
		new.written_for := private.assisted_in(new.written_in);
	else
		new.written_for := (select d.written_for from public.need_report_drafts d where d.id = new.id);
	end if;
	return new;
end
$$;
comment on function private.stamp_written_for() is
	'Notes the member whom a draft''s writer assists; the report takes it over. Definer: reads past the '
	'caller''s policies.';

create function private.stamp_for_person() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	new.for_person_id := private.assisted_in(new.post_id);
	return new;
end
$$;
comment on function private.stamp_for_person() is
	'Notes the member whom the writer assists, after person and post were stamped. Definer: see '
	'assisted_in.';

create function private.stamp_assistance() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v_kind text; v_email text;
begin
	select h.authority_id, p.kind, pe.email into new.authority_id, v_kind, v_email
	from public.holdings h
	join public.posts p on p.id = h.post_id
	join public.people pe on pe.id = h.person_id
	where h.id = new.holding_id;
	if v_kind in ('planner', 'administrator') then
		raise exception 'errors_post_without_assistant' using errcode = 'RULED';
	elsif lower(btrim(new.email)) = lower(v_email) then
		raise exception 'errors_assistant_is_oneself' using errcode = 'RULED';
	elsif new.ends_on < private.today() then
		raise exception 'errors_date_is_past' using errcode = 'RULED';
	elsif (
		select count(*)
		from public.assistances a
		where a.holding_id = new.holding_id and a.created_at > private.now() - interval '1 day'
	) >= 10
	then
		raise exception 'too many' using errcode = 'LIMIT';
	end if;
	return new;
end
$$;
comment on function private.stamp_assistance() is
	'Fills the tenant of an assistance; planning and administering cannot be assisted, nor oneself; ten '
	'invitations a day. Definer: addresses are granted to nobody.';

create function private.record_assistance() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	insert into public.administration_events (authority_id, kind, subject, person_id)
	select new.authority_id,
	'assistances_' || case
		when tg_op = 'INSERT' then 'insert'
		when new.revoked_at is not null then 'revoke'
		else 'accept'
	end,
		concat_ws(' ', new.salutation, new.given_name, new.family_name)
			|| ' – '
			|| private.name_of(h.person_id)
			|| ', '
			|| p.title
			|| ', '
			|| o.name,
		coalesce(private.person_id(), new.assistant_id)
	from public.holdings h
	join public.posts p on p.id = h.post_id
	join public.organisations o on o.id = p.organisation_id
	where h.id = new.holding_id;
	return null;
end
$$;
comment on function private.record_assistance() is
	'Notes in the record of rights who assists whom. Definer: nobody may write it by hand.';

grant select (id, authority_id, holding_id, salutation, given_name, family_name, email, ends_on,
		created_at, expires_at, accepted_at, assistant_id, revoked_at)
on public.assistances to authenticated;
grant update (revoked_at) on public.assistances to authenticated;
create policy "members and assistants read their assistances" on public.assistances
	for select to authenticated
	using (assistant_id = (select private.person_id())
		or holding_id in (select h.id from public.holdings h where h.person_id = (select private.person_id())));
create policy "members and assistants end an assistance" on public.assistances for update to authenticated
	using (revoked_at is null and (assistant_id = (select private.person_id())
		or holding_id in (select h.id from public.holdings h where h.person_id = (select private.person_id()))))
	with check (assistant_id = (select private.person_id())
		or holding_id in (select h.id from public.holdings h where h.person_id = (select private.person_id())));
create trigger stamp before insert on public.assistances
	for each row execute function private.stamp_assistance();
create trigger record_assistance after insert or update of accepted_at, revoked_at on public.assistances
	for each row execute function private.record_assistance();

create trigger stamp_written_for before insert on public.need_report_drafts
	for each row execute function private.stamp_written_for();

create trigger stamp_written_for before insert on public.need_reports
	for each row execute function private.stamp_written_for();

create trigger stamp_for_person before insert on public.need_report_messages
	for each row execute function private.stamp_for_person();

create trigger stamp_for_person before insert on public.need_report_gap_answers
	for each row execute function private.stamp_for_person();
