-- Why: rights come from holding a post, not from being somebody. Organisations have posts; a holding ties a person to a
-- post for a term, as holder or as deputy; when the term ends the access ends with it, without anybody doing anything.

create table public.organisations (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	kind text not null check (kind in ('authority', 'office', 'municipality', 'association', 'advisory_council',
		'welfare_umbrella', 'member_association', 'provider')),
	parent_id uuid,
	name text not null check (length(btrim(name)) between 2 and 160),
	place text check (length(place) <= 120),
	phone text check (length(phone) <= 60),
	email text check (length(email) <= 254),
	created_at timestamptz not null default now(),
	unique (authority_id, name),
	unique (authority_id, id),
	foreign key (authority_id, parent_id) references public.organisations (authority_id, id) on delete restrict,
	check (parent_id <> id),
	check ((kind in ('office', 'member_association')) = (parent_id is not null))
);
comment on table public.organisations is
	'Authority and offices, municipal administrations (unitary, or association with members), councils, welfare umbrella and members, providers.';
create index on public.organisations (authority_id, parent_id);

create table public.municipalities (
	ags text primary key check (ags ~ '^[0-9]{8}$'),
	authority_id uuid not null references public.authorities on delete cascade,
	ars text not null unique check (ars ~ '^[0-9]{12}$'),
	name text not null,
	kind text not null check (kind in ('Stadt', 'Gemeinde')),
	administration_id uuid not null,
	foreign key (authority_id, administration_id) references public.organisations (authority_id, id) on delete restrict
);
comment on table public.municipalities is 'The municipalities by official key (AGS as text: leading zeros). Source: BKG VG250.';
create index on public.municipalities (authority_id, name);
create index on public.municipalities (authority_id, administration_id);

create table public.people (
	id uuid primary key default gen_random_uuid(),
	salutation text check (salutation in ('Frau', 'Herr')),
	given_name text not null check (length(btrim(given_name)) between 1 and 80),
	family_name text not null check (length(btrim(family_name)) between 1 and 80),
	email text not null check (length(email) <= 254 and email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$'),
	locale text not null default 'de' check (locale in ('de', 'en', 'de-x-leicht')),
	text_size text not null default 'normal' check (text_size in ('normal', 'large', 'larger')),
	contrast text not null default 'normal' check (contrast in ('normal', 'high')),
	visited_at timestamptz,
	visited_before_at timestamptz,
	created_at timestamptz not null default now()
);
comment on table public.people is 'Persons admitted by invitation. The address is readable by the person and the administrator only.';
comment on column public.people.visited_before_at is 'Start of the visit before this one: what came since then is new.';
create unique index people_email_key on public.people (lower(email));

create table public.posts (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	organisation_id uuid not null,
	kind text not null check (kind in ('planner', 'clerk', 'releasing_head', 'council_chair', 'council_voting', 'council_advisory',
		'council_substitute', 'council_office', 'committee_officer', 'administrator')),
	title text not null check (length(btrim(title)) between 2 and 120),
	phone text check (length(phone) <= 60),
	created_at timestamptz not null default now(),
	abolished_on date,
	unique (organisation_id, title),
	unique (authority_id, id),
	foreign key (authority_id, organisation_id) references public.organisations (authority_id, id) on delete restrict
);
comment on table public.posts is 'Stellen: they hold the rights and the duties. A post without a holder is vacant and shows as such.';
create index on public.posts (authority_id, kind);
create index on public.posts (authority_id, organisation_id);

create table public.holdings (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	post_id uuid not null,
	person_id uuid not null references public.people on delete cascade,
	capacity text not null check (capacity in ('holder', 'deputy')),
	starts_on date not null,
	ends_on date,
	ended_at timestamptz,
	created_at timestamptz not null default now(),
	foreign key (authority_id, post_id) references public.posts (authority_id, id) on delete restrict,
	check (ends_on >= starts_on)
);
comment on table public.holdings is 'Who holds a post, as holder or deputy, from when to when (both days included); ended_at ends it at once.';
create index on public.holdings (authority_id, post_id);
create index on public.holdings (post_id);
create index on public.holdings (person_id);

create function private.is_current(h public.holdings) returns boolean
language sql stable set search_path = '' as $$
	select h.ended_at is null and h.starts_on <= private.today() and (h.ends_on is null or h.ends_on >= private.today())
$$;
comment on function private.is_current(public.holdings) is 'The one rule for whether a term runs today.';

-- Definer: these answer "what am I", which policies ask; with the invoker's rights they would ask themselves.
create function private.my_posts() returns table (post_id uuid, organisation_id uuid, authority_id uuid, kind text, capacity text)
language sql stable security definer set search_path = '' rows 3 as $$
	select p.id, p.organisation_id, p.authority_id, p.kind, h.capacity
	from public.holdings h join public.posts p on p.id = h.post_id
	where h.person_id = private.person_id() and private.is_current(h) and p.abolished_on is null
$$;
comment on function private.my_posts() is 'The posts the person holds today. Definer: policies on holdings and posts ask it.';

create function private.my_organisations(p_kinds text[] default null) returns setof uuid
language sql stable security definer set search_path = '' rows 2 as $$
	select distinct organisation_id from private.my_posts() where p_kinds is null or kind = any (p_kinds)
$$;
comment on function private.my_organisations(text[]) is 'Organisations in which the person holds a post (of these kinds). Definer: see my_posts.';

create function private.my_authorities(p_kinds text[] default null) returns setof uuid
language sql stable security definer set search_path = '' rows 1 as $$
	select distinct authority_id from private.my_posts() where p_kinds is null or kind = any (p_kinds)
$$;
comment on function private.my_authorities(text[]) is 'Authorities in which the person holds a post (of these kinds). Definer: see my_posts.';

create function private.participating_kinds() returns text[] language sql immutable set search_path = '' as $$
	select array['planner', 'clerk', 'releasing_head', 'council_chair', 'council_voting', 'council_advisory', 'council_substitute', 'council_office',
		'committee_officer']
$$;
comment on function private.participating_kinds() is 'Posts that take part in the planning: all but the administrator, who runs the platform and reads no reports.';
create function private.writing_kinds() returns text[] language sql immutable set search_path = '' as $$
	select array['clerk', 'releasing_head', 'council_chair', 'council_office', 'committee_officer']
$$;
comment on function private.writing_kinds() is 'Posts that write for their organisation.';
create function private.releasing_kinds() returns text[] language sql immutable set search_path = '' as $$
	select array['releasing_head', 'council_chair', 'council_office', 'committee_officer']
$$;
comment on function private.releasing_kinds() is 'Posts whose word is the organisation''s word: they submit.';

create function private.acting_post(p_organisation uuid, p_kinds text[]) returns uuid
language sql stable security definer set search_path = '' as $$
	select post_id from private.my_posts() where organisation_id = p_organisation and kind = any (p_kinds)
	order by capacity = 'deputy', array_position(p_kinds, kind) limit 1
$$;
comment on function private.acting_post(uuid, text[]) is 'The post in which the person acts for an organisation. Definer: see my_posts.';

create function private.planning_post(p_authority uuid) returns uuid
language sql stable security definer set search_path = '' as $$
	select post_id from private.my_posts() where authority_id = p_authority and kind = 'planner' order by capacity = 'deputy' limit 1
$$;
comment on function private.planning_post(uuid) is 'The post in which the person plans for an authority. Definer: see my_posts.';

grant execute on function private.my_posts(), private.my_organisations(text[]), private.my_authorities(text[]), private.participating_kinds(),
	private.writing_kinds(), private.releasing_kinds(), private.acting_post(uuid, text[]), private.planning_post(uuid), private.is_current(public.holdings)
	to authenticated, service_role;

-- A holding belongs to the authority of its post, a post to that of its organisation: filled in, never taken from input.
create function private.fill_authority_of_post() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v_kind text;
begin
	select authority_id, kind into new.authority_id, v_kind from public.organisations where id = new.organisation_id;
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
	'Fills the tenant of a post, and keeps planners in the authority and its offices, council posts in councils. Definer: reads past the caller''s policies.';
create trigger fill_authority before insert on public.posts for each row execute function private.fill_authority_of_post();

create function private.fill_authority_of_holding() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	select authority_id into new.authority_id from public.posts where id = new.post_id;
	return new;
end
$$;
comment on function private.fill_authority_of_holding() is 'Fills the tenant of a holding or an invitation. Definer: reads past the caller''s policies.';
create trigger fill_authority before insert on public.holdings for each row execute function private.fill_authority_of_holding();

create table public.invitations (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	post_id uuid not null,
	capacity text not null check (capacity in ('holder', 'deputy')),
	starts_on date not null default private.today(),
	ends_on date,
	salutation text check (salutation in ('Frau', 'Herr')),
	given_name text not null check (length(btrim(given_name)) between 1 and 80),
	family_name text not null check (length(btrim(family_name)) between 1 and 80),
	email text not null check (length(email) <= 254 and email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$'),
	token_hash text unique check (length(token_hash) = 64),
	invited_by uuid references public.people on delete set null default private.person_id(),
	created_at timestamptz not null default now(),
	expires_at timestamptz not null default now() + interval '14 days',
	accepted_at timestamptz,
	accepted_by uuid references public.people on delete set null,
	revoked_at timestamptz,
	foreign key (authority_id, post_id) references public.posts (authority_id, id) on delete cascade,
	check (ends_on >= starts_on)
);
comment on table public.invitations is
	'Members are admitted by invitation to a post only. The link''s secret is drawn by the server, mailed, stored as SHA-256 and granted to nobody: whoever invites never learns it.';
create index on public.invitations (authority_id, created_at desc);
create index on public.invitations (authority_id, post_id);
create index on public.invitations (post_id);
create index on public.invitations (invited_by);
create index on public.invitations (accepted_by);
create trigger fill_authority before insert on public.invitations for each row execute function private.fill_authority_of_holding();

-- What ended stays ended, and ends when it is said, not when somebody writes it did.
create function private.stamp_end() returns trigger
language plpgsql set search_path = '' as $$
begin
	if tg_table_name = 'holdings' then
		if new.ended_at is distinct from old.ended_at then new.ended_at := now(); end if;
	elsif tg_table_name = 'posts' then
		if new.abolished_on is distinct from old.abolished_on then new.abolished_on := private.today(); end if;
	elsif new.revoked_at is distinct from old.revoked_at then
		new.revoked_at := now();
	end if;
	return new;
end
$$;
comment on function private.stamp_end() is 'The end of a holding, a post or an invitation is the moment of the change.';
create trigger stamp_end before update of ended_at on public.holdings for each row execute function private.stamp_end();
create trigger stamp_end before update of abolished_on on public.posts for each row execute function private.stamp_end();
create trigger stamp_end before update of revoked_at on public.invitations for each row execute function private.stamp_end();

create function private.keep_an_administrator() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if not exists (select from public.posts p where p.authority_id = new.authority_id and p.kind = 'administrator'
		and p.id = case when tg_table_name = 'posts' then new.id else (to_jsonb(new) ->> 'post_id')::uuid end) then
		return null;
	end if;
	perform pg_advisory_xact_lock(hashtextextended('administrators ' || new.authority_id, 0));
	if not exists (select from public.holdings h join public.posts p on p.id = h.post_id and p.kind = 'administrator' and p.abolished_on is null
		where p.authority_id = new.authority_id and private.is_current(h)) then
		raise exception 'errors_last_administrator' using errcode = 'RULED';
	end if;
	return null;
end
$$;
comment on function private.keep_an_administrator() is
	'The last administrator cannot leave; two who remove each other at once wait for each other. Definer: reads past the caller''s policies.';
create trigger keep_an_administrator after update of ends_on, ended_at on public.holdings for each row execute function private.keep_an_administrator();
create trigger keep_an_administrator after update of abolished_on on public.posts for each row execute function private.keep_an_administrator();

alter table public.organisations enable row level security;
alter table public.municipalities enable row level security;
alter table public.people enable row level security;
alter table public.posts enable row level security;
alter table public.holdings enable row level security;
alter table public.invitations enable row level security;

create policy "everyone reads municipalities" on public.municipalities for select to anon, authenticated using (true);
create policy "holders read the organisations of their authority" on public.organisations for select to authenticated
	using (authority_id in (select private.my_authorities()));
create policy "administrators add organisations" on public.organisations for insert to authenticated
	with check (authority_id in (select private.my_authorities('{administrator}')));
create policy "administrators change organisations" on public.organisations for update to authenticated
	using (authority_id in (select private.my_authorities('{administrator}')))
	with check (authority_id in (select private.my_authorities('{administrator}')));
create policy "holders read the posts of their authority" on public.posts for select to authenticated
	using (authority_id in (select private.my_authorities()));
create policy "administrators add posts" on public.posts for insert to authenticated
	with check (authority_id in (select private.my_authorities('{administrator}')));
create policy "administrators change posts" on public.posts for update to authenticated
	using (authority_id in (select private.my_authorities('{administrator}')) and abolished_on is null)
	with check (authority_id in (select private.my_authorities('{administrator}')));

-- Membership of a council may itself reveal a disability: lists of holders stay inside the organisation and the planning.
create policy "holders read the holdings around them" on public.holdings for select to authenticated using (
	person_id = (select private.person_id())
	or authority_id in (select private.my_authorities('{planner,administrator}'))
	or post_id in (select p.id from public.posts p where p.organisation_id in (select private.my_organisations()))
	or post_id in (select p.id from public.posts p where p.kind = 'planner' and p.authority_id in (select private.my_authorities()))
);
create policy "administrators change holdings" on public.holdings for update to authenticated
	using (authority_id in (select private.my_authorities('{administrator}')) and ended_at is null)
	with check (authority_id in (select private.my_authorities('{administrator}')));
create policy "people read the people around them" on public.people for select to authenticated using (
	id = (select private.person_id()) or exists (select from public.holdings h where h.person_id = people.id)
);
create policy "people change their own settings" on public.people for update to authenticated
	using (id = (select private.person_id())) with check (id = (select private.person_id()));
create policy "administrators read invitations" on public.invitations for select to authenticated
	using (authority_id in (select private.my_authorities('{administrator}')));
create policy "administrators invite" on public.invitations for insert to authenticated
	with check (authority_id in (select private.my_authorities('{administrator}')));
create policy "administrators revoke invitations" on public.invitations for update to authenticated
	using (authority_id in (select private.my_authorities('{administrator}')) and accepted_at is null and revoked_at is null)
	with check (authority_id in (select private.my_authorities('{administrator}')));
create policy "administrators set the reply clock" on public.authorities for update to authenticated
	using (id in (select private.my_authorities('{administrator}')))
	with check (id in (select private.my_authorities('{administrator}')));

grant select on public.municipalities to anon, authenticated;
grant select on public.organisations, public.posts, public.holdings to authenticated;
grant insert (authority_id, kind, parent_id, name, place, phone, email), update (name, place, phone, email) on public.organisations to authenticated;
grant insert (organisation_id, kind, title, phone), update (title, phone, abolished_on) on public.posts to authenticated;
grant update (ends_on, ended_at) on public.holdings to authenticated;
-- Language, text size and contrast may tell of a disability, the last visit of how somebody works: no colleague reads them.
grant select (id, salutation, given_name, family_name) on public.people to authenticated;
grant update (salutation, given_name, family_name, locale, text_size, contrast) on public.people to authenticated;
grant select (id, authority_id, post_id, capacity, starts_on, ends_on, salutation, given_name, family_name, email, invited_by, created_at,
	expires_at, accepted_at, accepted_by, revoked_at) on public.invitations to authenticated;
grant insert (post_id, capacity, starts_on, ends_on, salutation, given_name, family_name, email), update (revoked_at)
	on public.invitations to authenticated;
grant update (interim_days, final_days, phone, email, postal_address, accent) on public.authorities to authenticated;
