-- Rules of documents: who reads and writes, what is true of versions and their sections, what follows.

create function private.plans_document(p_document uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select
		from public.documents d
		where d.id = p_document and d.authority_id in (select private.my_authorities('{planner}'))
	)
$$;
comment on function private.plans_document(uuid) is
	'Does the person plan for the authority of this document? Definer: asked by the policies of its parts.';
grant execute on function private.plans_document(uuid) to anon, authenticated;

create function private.plans_version(p_version uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select
		from public.document_versions v
		where v.id = p_version and v.authority_id in (select private.my_authorities('{planner}'))
	)
$$;
comment on function private.plans_version(uuid) is
	'Does the person plan for the authority of this version? Definer: see plans_document.';
grant execute on function private.plans_version(uuid) to authenticated;

create function private.works_on_version(p_version uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select
		from public.document_versions v
		where v.id = p_version
			and v.frozen_at is null
			and v.authority_id in (select private.my_authorities('{planner}'))
	)
$$;
comment on function private.works_on_version(uuid) is
	'May the person still change this version? Definer: see plans_document.';
grant execute on function private.works_on_version(uuid) to authenticated;

create function private.document_named(p_authority uuid, p_slug text) returns public.documents
language plpgsql stable set search_path = '' as $$
declare d public.documents;
begin
	select * into d from public.documents where authority_id = p_authority and slug = p_slug;
	perform private.require(d.id is not null);
	return d;
end
$$;
comment on function private.document_named(uuid, text) is
	'A document that the person may read. NOTFD otherwise.';
grant execute on function private.document_named(uuid, text) to anon, authenticated;

create function private.version_named(p_authority uuid, p_slug text, p_number integer default null)
returns public.document_versions
language plpgsql stable set search_path = '' as $$
declare v public.document_versions;
begin
	select *
	into v
	from public.document_versions
	where document_id = (private.document_named(p_authority, p_slug)).id
		and (p_number is null or number = p_number)
	order by number desc
	limit 1;
	perform private.require(v.id is not null);
	return v;
end
$$;
comment on function private.version_named(uuid, text, integer) is
	'A version that the person may read; without a number the newest of them. NOTFD otherwise.';
grant execute on function private.version_named(uuid, text, integer) to anon, authenticated;

create function private.lock_version(p_version uuid) returns public.document_versions
language plpgsql volatile security definer set search_path = '' as $$
declare v public.document_versions;
begin
	perform private.require(private.plans_version(p_version));
	select * into v from public.document_versions where id = p_version for update;
	if v.frozen_at is not null then
		raise exception 'documents_error_frozen' using errcode = 'FINAL';
	end if;
	return v;
end
$$;
comment on function private.lock_version(uuid) is
	'Puts those who change one version at once in a line. NOTFD, FINAL when it is frozen. Definer: '
	'nobody has a right to update a '
	'version.';
grant execute on function private.lock_version(uuid) to authenticated;

create function private.stamp_document() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	new.created_by := private.person_id();
	new.created_at := private.moment();
	new.post_id := private.planning_post(new.authority_id);
	return new;
end
$$;
comment on function private.stamp_document() is
	'Notes who began a document, and the post that is responsible. Definer: fills what a caller may not '
	'choose.';

create function private.stamp_version() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	select d.authority_id into new.authority_id from public.documents d where d.id = new.document_id for update;
	if exists (
		select
		from public.document_versions v
		where v.document_id = new.document_id and v.frozen_at is null and v.id <> new.id
	) then
		raise exception 'documents_error_in_work' using errcode = 'FINAL';
	end if;
	select coalesce(max(v.number), 0) + 1
	into new.number
	from public.document_versions v
	where v.document_id = new.document_id;
	new.created_by := private.person_id();
	new.created_in := private.planning_post(new.authority_id);
	new.created_at := private.moment();
	return new;
end
$$;
comment on function private.stamp_version() is
	'Counts versions; there is one in work at most. Definer: fills what a caller may not choose.';

create function private.stamp_section() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v_slug text;
begin
	select d.authority_id, d.slug
	into new.authority_id, v_slug
	from public.documents d
	where d.id = new.document_id;
	loop
		new.key := private.new_short_id();
		insert into public.short_addresses (short_id, subject_kind, subject_key)
		values (new.key, 'section', v_slug)
		on conflict do nothing;
		exit when found;
	end loop;
	new.created_at := private.moment();
	return new;
end
$$;
comment on function private.stamp_section() is
	'Gives a section its key. Definer: short addresses are granted to nobody.';

create function private.stamp_section_text() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v public.document_versions;
begin
	if tg_op = 'UPDATE' and private.are_links_gone(to_jsonb(old), to_jsonb(new)) then
		return new;
	end if;
	select * into v from public.document_versions where id = new.version_id for update;
	if v.frozen_at is not null then
		raise exception 'documents_error_frozen' using errcode = 'FINAL';
	elsif not exists (
		select from public.sections s where s.id = new.section_id and s.document_id = v.document_id
	) then
		raise exception 'no such section' using errcode = 'NOTFD';
	end if;
	new.authority_id := v.authority_id;
	new.heading := btrim(new.heading);
	new.saved_by := private.person_id();
	new.saved_in := private.planning_post(v.authority_id);
	new.saved_at := private.moment();
	if tg_op = 'INSERT' then
		new.revision := 1;
	else
		new.revision := old.revision
			+ ((new.heading, new.words, new.body) is distinct from (old.heading, old.words, old.body))::integer;
	end if;
	return new;
end
$$;
comment on function private.stamp_section_text() is
	'A frozen version stays as it is, for the owner of the database too; who saved it may leave. Definer: '
	'fills what a caller may not choose.';

create function private.after_section_text() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	update public.document_versions
	set revision = revision + 1
	where id = coalesce(new.version_id, old.version_id) and frozen_at is null;
	if tg_op <> 'DELETE' and (tg_op = 'INSERT' or new.revision <> old.revision) then
		insert into public.section_revisions (
			authority_id, version_id, section_id, base, revision, heading, body, words, seconds, person_id, post_id,
			created_at
		)
		values (
			new.authority_id, new.version_id, new.section_id, new.revision - 1, new.revision, new.heading, new.body,
			new.words, new.seconds, new.saved_by, new.saved_in, new.saved_at
		);
	end if;
	return null;
end
$$;
comment on function private.after_section_text() is
	'Every wording is kept. Definer: revisions are written by nobody else.';

create function private.keep_frozen() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if exists (
		select from public.document_versions v where v.id = old.version_id and v.frozen_at is not null
	) then
		raise exception 'documents_error_frozen' using errcode = 'FINAL';
	end if;
	return old;
end
$$;
comment on function private.keep_frozen() is
	'No section leaves a frozen version. Definer: the policy asked before.';

create function private.keep_version() returns trigger
language plpgsql set search_path = '' as $$
declare v_links text[] := array['created_by', 'created_in', 'frozen_by', 'frozen_in'];
begin
	if old.frozen_at is not null and to_jsonb(new) - v_links <> to_jsonb(old) - v_links then
		raise exception 'documents_error_frozen' using errcode = 'FINAL';
	end if;
	return new;
end
$$;
comment on function private.keep_version() is
	'A frozen version stays as it was, for the owner of the database too; only a link to a person or '
	'post may go.';

create function private.stamp_twin() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v_words text; v_document uuid;
begin
	select t.words, t.authority_id, v.document_id
	into v_words, new.authority_id, v_document
	from public.section_texts t
	join public.document_versions v on v.id = t.version_id
	where t.version_id = new.version_id and t.section_id = new.section_id;
	if not found then
		raise exception 'no such section' using errcode = 'NOTFD';
	end if;
	new.of_text := coalesce(new.of_text, md5(v_words));
	new.person_id := private.person_id();
	new.post_id := private.planning_post(new.authority_id);
	new.created_at := private.moment();
	if new.checked_on > private.today() then
		raise exception 'documents_error_checked_in_future' using errcode = 'RULED', detail = '["checked_on"]';
	end if;
	return new;
end
$$;
comment on function private.stamp_twin() is
	'Notes which words a twin was written on, by whom and when. Definer: fills what a caller may not choose.';

create function private.count_sections(p_version uuid) returns void
language plpgsql volatile set search_path = '' as $$
declare
	t record;
	v_counts integer[] := '{}';
	v_before integer := 0;
	v_is_numbered boolean;
begin
	select d.is_numbered
	into v_is_numbered
	from public.document_versions v
	join public.documents d on d.id = v.document_id
	where v.id = p_version;
	for t in
		select x.section_id, x.level, x.place, x.number, row_number() over (order by x.place) as position
		from public.section_texts x
		where x.version_id = p_version
		order by x.place
	loop
		if t.level > v_before + 1 then
			raise exception 'documents_error_level' using errcode = 'RULED', detail = '["level"]';
		end if;
		v_before := t.level;
		v_counts := v_counts[1:t.level - 1] || coalesce(v_counts[t.level], 0) + 1;
		if v_is_numbered and t.number is distinct from array_to_string(v_counts, '.') or t.place <> t.position then
			update public.section_texts
			set place = t.position,
				number = case when v_is_numbered then array_to_string(v_counts, '.') else number end
			where version_id = p_version and section_id = t.section_id;
		end if;
	end loop;
end
$$;
comment on function private.count_sections(uuid) is
	'Puts places and numbers of a version in order after something moved. RULED when a section lies '
	'more than one level deeper than '
	'the one before it: nobody could say what it belongs to.';
grant execute on function private.count_sections(uuid) to authenticated;

create function private.family_of(p_version uuid, p_section uuid) returns int4range
language sql stable set search_path = '' as $$
	select int4range(
		t.place,
		coalesce(
			(
				select min(x.place)
				from public.section_texts x
				where x.version_id = t.version_id and x.place > t.place and x.level <= t.level
			),
			(select max(x.place) + 1 from public.section_texts x where x.version_id = t.version_id)
		)
	)
	from public.section_texts t
	where t.version_id = p_version and t.section_id = p_section
$$;
comment on function private.family_of(uuid, uuid) is
	'The places of a section and of all that lies below it.';
grant execute on function private.family_of(uuid, uuid) to authenticated;

create function private.stamp_revision() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	select t.authority_id
	into new.authority_id
	from public.section_texts t
	where t.version_id = new.version_id and t.section_id = new.section_id;
	perform private.require(found);
	new.person_id := private.person_id();
	new.post_id := private.planning_post(new.authority_id);
	new.created_at := private.moment();
	return new;
end
$$;
comment on function private.stamp_revision() is
	'Notes who wrote a wording that lies beside. Definer: fills what a caller may not choose.';

create function private.stamp_lineage() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	select v.authority_id into new.authority_id from public.document_versions v where v.id = new.version_id;
	return new;
end
$$;
comment on function private.stamp_lineage() is 'Notes the tenant. Definer: a caller may not choose it.';

create function private.stamp_document_file() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	select d.authority_id into new.authority_id from public.documents d where d.id = new.document_id;
	new.created_by := private.person_id();
	new.created_at := private.moment();
	return new;
end
$$;
comment on function private.stamp_document_file() is
	'Notes tenant and person of a picture. Definer: fills what a caller may not choose.';

create function private.shown_versions() returns table (document_id uuid, version_id uuid)
language sql stable security definer set search_path = '' rows 20 as $$
	select v.document_id, v.id
	from public.document_versions v
	where v.frozen_at is not null
		and exists (
			select
			from public.rounds r
			join public.calls c on c.id = r.call_id
			join public.document_versions s on s.id = r.version_id
			where s.document_id = v.document_id
				and s.number >= v.number
				and c.state <> 'draft'
				and (r.is_public or c.id in (select private.addressed_calls()))
		)
$$;
comment on function private.shown_versions() is
	'Versions that somebody who does not plan may read: those of rounds that ask their organisations or '
	'are public, and the ones '
	'before them; old versions stay readable at their address. Definer: rounds are read by those they ask.';
grant execute on function private.shown_versions() to anon, authenticated;

create function private.uuids_in(p_list jsonb) returns uuid[]
language sql immutable set search_path = '' as $$
	select array(select (x #>> '{}')::uuid from jsonb_array_elements(p_list) x)
$$;
comment on function private.uuids_in(jsonb) is 'A list of ids from a document.';
grant execute on function private.uuids_in(jsonb) to authenticated;
