-- Rules of organisations, posts, terms and invitations: who may, what must be true, what follows.

create function private.is_standing(h public.holdings) returns boolean
language sql stable set search_path = '' as $$
	select h.ended_at is null and (h.ends_on is null or h.ends_on >= private.today())
$$;
comment on function private.is_standing(public.holdings) is
	'The one rule for whether a term is not over: it runs today or will.';
grant execute on function private.is_standing(public.holdings) to authenticated, service_role;

create function private.is_current(h public.holdings) returns boolean
language sql stable set search_path = '' as $$
	select h.starts_on <= private.today() and private.is_standing(h)
$$;
comment on function private.is_current(public.holdings) is 'The one rule for whether a term runs today.';
grant execute on function private.is_current(public.holdings) to authenticated, service_role;

create function private.held_posts() returns table (
	post_id uuid, organisation_id uuid, authority_id uuid, kind text, capacity text
)
language sql stable security definer set search_path = '' rows 3 as $$
	select p.id, p.organisation_id, p.authority_id, p.kind, h.capacity
	from public.holdings h join public.posts p on p.id = h.post_id
	where h.person_id = private.person_id() and private.is_current(h) and p.abolished_on is null
		and (
			p.kind not in ('planner', 'administrator')
				or exists (select from private.second_factors f where f.person_id = h.person_id)
				or exists (select from public.authorities a where a.id = p.authority_id and a.is_sample)
		)
$$;
comment on function private.held_posts() is
	'The posts the person holds today. Planners and administrators hold theirs once they have a second '
	'factor (in a sample authority without). Definer: policies on holdings and posts ask it.';

create function private.my_organisations(p_kinds text[] default null) returns setof uuid
language sql stable security definer set search_path = '' rows 2 as $$
	select distinct organisation_id from private.my_posts() where p_kinds is null or kind = any (p_kinds)
$$;
comment on function private.my_organisations(text[]) is
	'Organisations in which the person holds a post (of these kinds). Definer: see my_posts.';
grant execute on function private.my_organisations(text[]) to authenticated, service_role;

create function private.my_umbrellas() returns setof uuid
language sql stable security definer set search_path = '' rows 1 as $$
	select u.id
	from public.organisations o
	join public.organisations u on u.id = o.parent_id and u.kind = 'welfare_umbrella'
	where o.kind = 'member_association' and o.id in (select private.my_organisations())
$$;
comment on function private.my_umbrellas() is
	'Umbrellas of the associations in which the person holds a post. Definer: see my_posts.';

create function private.my_authorities(p_kinds text[] default null) returns setof uuid
language sql stable security definer set search_path = '' rows 1 as $$
	select distinct authority_id from private.my_posts() where p_kinds is null or kind = any (p_kinds)
$$;
comment on function private.my_authorities(text[]) is
	'Authorities in which the person holds a post (of these kinds). Definer: see my_posts.';
grant execute on function private.my_authorities(text[]) to authenticated, service_role;

create function private.participating_kinds() returns text[] language sql immutable set search_path = '' as $$
	select array[
		'planner', 'clerk', 'releasing_head', 'council_chair', 'council_voting', 'council_advisory',
		'council_substitute', 'council_office', 'committee_officer', 'writing_assistant', 'reading_assistant'
	]
$$;
comment on function private.participating_kinds() is
	'Who takes part in the planning: all but the administrator, who runs the platform and reads no '
	'reports. Assistants read what their member reads.';
grant execute on function private.participating_kinds() to authenticated, service_role;

create function private.writing_kinds() returns text[] language sql immutable set search_path = '' as $$
	select array[
		'clerk', 'releasing_head', 'council_chair', 'council_office', 'committee_officer', 'writing_assistant'
	]
$$;
comment on function private.writing_kinds() is
	'Who writes for an organisation; the assistant of somebody who does, does so too.';
grant execute on function private.writing_kinds() to authenticated, service_role;

create function private.releasing_kinds() returns text[] language sql immutable set search_path = '' as $$
	select array['releasing_head', 'council_chair', 'council_office', 'committee_officer']
$$;
comment on function private.releasing_kinds() is 'Posts whose word is the organisation''s word: they submit.';
grant execute on function private.releasing_kinds() to authenticated, service_role;

create function private.acting_post(p_organisation uuid, p_kinds text[]) returns uuid
language sql stable security definer set search_path = '' as $$
	select post_id from private.my_posts() where organisation_id = p_organisation and kind = any (p_kinds)
	order by capacity = 'assistant', capacity = 'deputy', array_position(p_kinds, kind) limit 1
$$;
comment on function private.acting_post(uuid, text[]) is
	'The post in which the person acts for an organisation: an own one first, then one in which one '
	'assists. Definer: see my_posts.';
grant execute on function private.acting_post(uuid, text[]) to authenticated, service_role;

create function private.planning_post(p_authority uuid) returns uuid
language sql stable security definer set search_path = '' as $$
	select post_id
	from private.my_posts()
	where authority_id = p_authority and kind = 'planner'
	order by capacity = 'deputy'
	limit 1
$$;
comment on function private.planning_post(uuid) is
	'The post in which the person plans for an authority. Definer: see my_posts.';
grant execute on function private.planning_post(uuid) to authenticated, service_role;

-- A holding belongs to the authority of its post, a post to that of its organisation: filled in, never
-- taken from input.
create function private.fill_authority_of_post() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v_kind text;
begin
	select authority_id, kind
	into new.authority_id, v_kind
	from public.organisations
	where id = new.organisation_id;
	if (case new.kind
		when 'planner' then v_kind in ('authority', 'office')
		when 'administrator' then v_kind = 'authority'
		when 'committee_officer' then v_kind in ('welfare_umbrella', 'member_association')
		when 'clerk' then v_kind not in ('authority', 'office', 'advisory_council')
		when 'releasing_head' then v_kind not in ('authority', 'office', 'advisory_council')
		else v_kind = 'advisory_council' end) is not true then
		raise exception 'errors_post_not_in_such_organisation' using errcode = 'RULED';
	end if;
	return new;
end
$$;
comment on function private.fill_authority_of_post() is
	'Fills the tenant of a post, and keeps planners in the authority and its offices, council posts in '
	'councils. Definer: reads past the caller''s policies.';

create function private.fill_authority_of_holding() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	select authority_id into new.authority_id from public.posts where id = new.post_id;
	return new;
end
$$;
comment on function private.fill_authority_of_holding() is
	'Fills the tenant of a holding or an invitation. Definer: reads past the caller''s policies.';

-- What ended stays ended, and ends when it is said, not when somebody writes it did.
create function private.stamp_end() returns trigger
language plpgsql set search_path = '' as $$
begin
	if tg_table_name = 'holdings' then
		if new.ended_at is distinct from old.ended_at then new.ended_at := private.now(); end if;
	elsif tg_table_name = 'posts' then
		if new.abolished_on is distinct from old.abolished_on then new.abolished_on := private.today(); end if;
	elsif new.revoked_at is distinct from old.revoked_at then
		new.revoked_at := private.now();
	end if;
	return new;
end
$$;
comment on function private.stamp_end() is
	'The end of a holding, a post or an invitation is the moment of the change.';

create function private.administered_until(p_authority uuid, p_before jsonb default '{}') returns date
language plpgsql stable set search_path = '' as $$
declare v_day date := private.today(); v_last date;
begin
	loop
		select max(coalesce(x.ends_on, 'infinity'))
		into v_last
		from public.posts p
		join public.holdings h on h.post_id = p.id
		cross join lateral jsonb_populate_record(
			h, case when p_before ->> 'id' = h.id::text then p_before else '{}' end
		) x
		where p.authority_id = p_authority
			and p.kind = 'administrator'
			and (p.abolished_on is null or p_before ->> 'id' = p.id::text)
			and x.ended_at is null
			and x.starts_on <= v_day
			and (x.ends_on is null or x.ends_on >= v_day);
		exit when v_last is null;
		v_day := v_last + 1;
		exit when v_last = 'infinity';
	end loop;
	return v_day;
end
$$;
comment on function private.administered_until(uuid, jsonb) is
	'The first day on which nobody administers the authority, by the terms as they are; with p_before as '
	'they were before this row of holdings or posts changed. Infinity: that day never comes.';

create function private.keep_an_administrator() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if not exists (
		select
		from public.posts p
		where p.authority_id = new.authority_id
			and p.kind = 'administrator'
			and p.id = case
				when tg_table_name = 'posts' then new.id
				else (to_jsonb(new) ->> 'post_id')::uuid
			end
	) then
		return null;
	end if;
	perform pg_advisory_xact_lock(hashtextextended('administrators ' || new.authority_id, 0));
	if private.administered_until(new.authority_id)
		< private.administered_until(new.authority_id, to_jsonb(old))
	then
		raise exception 'errors_last_administrator' using errcode = 'RULED';
	end if;
	return null;
end
$$;
comment on function private.keep_an_administrator() is
	'The last administrator cannot leave, neither today nor on a day to come: no end of a term brings the '
	'day nearer on which nobody administers. Two who remove each other at once wait for each other. '
	'Definer: reads past the caller''s policies.';

create function private.record_administration() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v_subject text;
begin
	if tg_table_name in ('organisations', 'authorities') then v_subject := new.name;
	elsif tg_table_name = 'posts' then
		select new.title || ', ' || name into v_subject from public.organisations where id = new.organisation_id;
	else
		select p.title || ', ' || o.name
		into v_subject
		from public.posts p
		join public.organisations o on o.id = p.organisation_id
		where p.id = new.post_id;
	end if;
	insert into public.administration_events (authority_id, kind, subject, person_id)
	values (
		case
			when tg_table_name = 'authorities' then (to_jsonb(new) ->> 'id')::uuid
			else (to_jsonb(new) ->> 'authority_id')::uuid
		end,
		tg_table_name || '_' || lower(tg_op), v_subject, private.person_id()
	);
	return null;
end
$$;
comment on function private.record_administration() is
	'Keeps the record of rights. Definer: nobody may write it by hand.';

alter table public.invitations alter column starts_on set default private.today();
alter table public.invitations alter column invited_by set default private.person_id();

grant select on public.authorities to anon, authenticated;
grant update (interim_days, final_days, phone, email, postal_address, accent)
on public.authorities to authenticated;
create policy "everyone reads authorities" on public.authorities
	for select to anon, authenticated
	using (true);
create policy "administrators set the reply clock" on public.authorities for update to authenticated
	using (id in (select private.my_authorities('{administrator}')))
	with check (id in (select private.my_authorities('{administrator}')));
create trigger record_administration after update on public.authorities
	for each row execute function private.record_administration();

grant select on public.municipalities to anon, authenticated;
create policy "everyone reads municipalities" on public.municipalities
	for select to anon, authenticated
	using (true);

grant select on public.organisations, public.posts, public.holdings to authenticated;
grant insert (authority_id, kind, parent_id, name, place, phone, email, postal_address),
	update (name, place, phone, email, postal_address)
on public.organisations to authenticated;
create policy "holders read the organisations of their authority" on public.organisations
	for select to authenticated
	using (authority_id in (select private.my_authorities()));
create policy "administrators add organisations" on public.organisations for insert to authenticated
	with check (authority_id in (select private.my_authorities('{administrator}')));
create policy "administrators change organisations" on public.organisations for update to authenticated
	using (authority_id in (select private.my_authorities('{administrator}')))
	with check (authority_id in (select private.my_authorities('{administrator}')));
create trigger record_administration after insert or update on public.organisations
	for each row execute function private.record_administration();

grant insert (organisation_id, kind, title, phone),
	update (title, phone, abolished_on)
on public.posts to authenticated;
create policy "holders read the posts of their authority" on public.posts for select to authenticated
	using (authority_id in (select private.my_authorities()));
create policy "administrators add posts" on public.posts for insert to authenticated
	with check (authority_id in (select private.my_authorities('{administrator}')));
create policy "administrators change posts" on public.posts for update to authenticated
	using (authority_id in (select private.my_authorities('{administrator}')) and abolished_on is null)
	with check (authority_id in (select private.my_authorities('{administrator}')));
create trigger fill_authority before insert on public.posts
	for each row execute function private.fill_authority_of_post();
create trigger stamp_end before update of abolished_on on public.posts
	for each row execute function private.stamp_end();
create trigger keep_an_administrator after update of abolished_on on public.posts
	for each row execute function private.keep_an_administrator();
create trigger record_administration after insert or update on public.posts
	for each row execute function private.record_administration();

grant update (ends_on, ended_at) on public.holdings to authenticated;
-- Membership of a council may itself reveal a disability: lists of holders stay inside the organisation
-- and the planning.
create policy "holders read the holdings around them" on public.holdings
	for select to authenticated
	using (
		person_id = (select private.person_id())
			or authority_id in (select private.my_authorities('{planner,administrator}'))
			or post_id in (
				select p.id from public.posts p where p.organisation_id in (select private.my_organisations())
			)
			or post_id in (
				select p.id
				from public.posts p
				where p.kind = 'planner' and p.authority_id in (select private.my_authorities())
			)
	);
create policy "administrators change holdings" on public.holdings for update to authenticated
	using (authority_id in (select private.my_authorities('{administrator}')) and private.is_standing(holdings))
	with check (authority_id in (select private.my_authorities('{administrator}')));
create trigger fill_authority before insert on public.holdings
	for each row execute function private.fill_authority_of_holding();
create trigger stamp_end before update of ended_at on public.holdings
	for each row execute function private.stamp_end();
create trigger keep_an_administrator after update of ends_on, ended_at on public.holdings
	for each row execute function private.keep_an_administrator();
create trigger record_administration after insert or update on public.holdings
	for each row execute function private.record_administration();

grant select (id, authority_id, post_id, capacity, starts_on, ends_on, salutation, given_name,
		family_name, email, invited_by, created_at, expires_at, accepted_at, accepted_by, revoked_at)
on public.invitations to authenticated;
grant insert (post_id, capacity, starts_on, ends_on, salutation, given_name, family_name, email),
	update (revoked_at)
on public.invitations to authenticated;
create policy "administrators read invitations" on public.invitations for select to authenticated
	using (authority_id in (select private.my_authorities('{administrator}')));
create policy "administrators invite" on public.invitations for insert to authenticated
	with check (authority_id in (select private.my_authorities('{administrator}')));
create policy "administrators revoke invitations" on public.invitations for update to authenticated
	using (
		authority_id in (select private.my_authorities('{administrator}'))
			and accepted_at is null
			and revoked_at is null
	)
	with check (authority_id in (select private.my_authorities('{administrator}')));
create trigger fill_authority before insert on public.invitations
	for each row execute function private.fill_authority_of_holding();
create trigger stamp_end before update of revoked_at on public.invitations
	for each row execute function private.stamp_end();
create trigger record_administration after insert or update of accepted_at, revoked_at on public.invitations
	for each row execute function private.record_administration();

create trigger stamp_end before update of revoked_at on public.assistances
	for each row execute function private.stamp_end();
