-- Verbs of documents: what changes something.

create function public.create_document(
	p_authority uuid, p_id uuid, p_kind text, p_slug text, p_title text, p_language text default 'de',
	p_is_numbered boolean default true
) returns text
language plpgsql volatile set search_path = '' as $$
declare v_known public.documents;
begin
	perform private.require(p_authority in (select private.my_authorities('{planner}')));
	perform private.require_choice('kind', p_kind in ('draft', 'questions', 'theses'));
	select * into v_known from public.documents where id = p_id;
	if v_known.id is not null then
		return v_known.slug;
	end if;
	insert into public.documents (id, authority_id, kind, slug, title, language, is_numbered)
	values (p_id, p_authority, p_kind, p_slug, btrim(p_title), p_language, p_is_numbered);
	insert into public.document_versions (document_id) values (p_id);
	return p_slug;
end
$$;
comment on function public.create_document(uuid, uuid, text, text, text, text, boolean) is
	'Begins a document with an empty first version. p_id: drawn by the form; sent again, it is the same '
	'document. Returns its short '
	'name. 23505 when another one has that already.';
grant execute on function
	public.create_document(uuid, uuid, text, text, text, text, boolean)
to authenticated;

create function public.rename_document(p_document uuid, p_title text) returns void
language plpgsql volatile set search_path = '' as $$
begin
	update public.documents set title = btrim(p_title) where id = p_document;
	perform private.require(found);
end
$$;
comment on function public.rename_document(uuid, text) is
	'Gives a document another title; its address stays.';
grant execute on function public.rename_document(uuid, text) to authenticated;

create function public.discard_document(p_document uuid) returns void
language plpgsql volatile set search_path = '' as $$
begin
	perform private.require(private.plans_document(p_document));
	delete from public.documents where id = p_document;
	if not found then
		raise exception 'documents_error_frozen' using errcode = 'FINAL';
	end if;
end
$$;
comment on function public.discard_document(uuid) is
	'Discards a document of which nothing was frozen yet. FINAL otherwise: somebody may have read it.';
grant execute on function public.discard_document(uuid) to authenticated;

create function public.start_version(p_document uuid, p_note text default null) returns integer
language plpgsql volatile set search_path = '' as $$
declare v_last public.document_versions; v_new public.document_versions;
begin
	perform private.require(private.plans_document(p_document));
	select * into v_last from public.document_versions
	where document_id = p_document
	order by number desc
	limit 1;
	if v_last.frozen_at is null then
		return v_last.number;
	end if;
	insert into public.document_versions (document_id, note)
	values (p_document, nullif(btrim(p_note), ''))
	returning * into v_new;
	insert into public.section_texts (
		version_id, section_id, place, level, number, heading, body, words, seconds, summary, concerns, origins
	)
	select v_new.id, t.section_id, t.place, t.level, t.number, t.heading, t.body, t.words, t.seconds, t.summary,
		t.concerns, array[t.section_id]
	from public.section_texts t
	where t.version_id = v_last.id;
	insert into public.section_twins (version_id, section_id, body, words, of_text, checked_by, checked_on)
	select distinct on (w.section_id) v_new.id, w.section_id, w.body, w.words, w.of_text, w.checked_by,
		w.checked_on
	from public.section_twins w
	where w.version_id = v_last.id
	order by w.section_id, w.created_at desc;
	return v_new.number;
end
$$;
comment on function public.start_version(uuid, text) is
	'Begins the next version as a copy of the last one, twins with their state. Returns its number; '
	'that of the one in work where '
	'there is one.';
grant execute on function public.start_version(uuid, text) to authenticated;

create function public.discard_version(p_version uuid) returns void
language plpgsql volatile set search_path = '' as $$
declare v public.document_versions := private.lock_version(p_version);
begin
	if v.number = 1 then
		raise exception 'documents_error_only_version' using errcode = 'RULED';
	end if;
	delete from public.document_versions where id = p_version;
end
$$;
comment on function public.discard_version(uuid) is
	'Discards a version in work. RULED for the first one: then the document is discarded.';
grant execute on function public.discard_version(uuid) to authenticated;

create function public.save_section(
	p_version uuid, p_section uuid, p_revision integer, p_heading text, p_body jsonb, p_words text,
	p_seconds integer, p_id uuid
) returns jsonb
language plpgsql volatile set search_path = '' as $$
declare v public.document_versions := private.lock_version(p_version); t public.section_texts; v_other uuid;
begin
	select * into t from public.section_texts where version_id = v.id and section_id = p_section;
	perform private.require(t.section_id is not null);
	if (t.heading, t.words, t.body) = (btrim(p_heading), p_words, p_body) then
		return jsonb_build_object('revision', t.revision, 'beside', null);
	elsif t.revision <> p_revision then
		insert into public.section_revisions (id, version_id, section_id, base, heading, body, words, seconds)
		values (p_id, v.id, p_section, p_revision, btrim(p_heading), p_body, p_words, p_seconds)
		on conflict do nothing;
		return jsonb_build_object('revision', t.revision, 'beside', p_id);
	end if;
	update public.section_texts
	set heading = p_heading, body = p_body, words = p_words, seconds = p_seconds
	where version_id = v.id and section_id = p_section;
	return jsonb_build_object('revision', t.revision + 1, 'beside', null);
end
$$;
comment on function public.save_section(uuid, uuid, integer, text, jsonb, text, integer, uuid) is
	'Saves the wording of a section. Where another one was saved since p_revision this one is laid '
	'beside it and nothing is '
	'overwritten: beside is then its id (p_id, drawn by the form). Sent again it is saved once.';
grant execute on function
	public.save_section(uuid, uuid, integer, text, jsonb, text, integer, uuid)
to authenticated;

create function public.settle_beside(p_beside uuid, p_outcome text, p_revision integer) returns void
language plpgsql volatile set search_path = '' as $$
declare r public.section_revisions; t public.section_texts; v public.document_versions;
begin
	perform private.require_choice('outcome', p_outcome in ('taken', 'left'));
	select * into r from public.section_revisions where id = p_beside and revision is null;
	perform private.require(r.id is not null);
	v := private.lock_version(r.version_id);
	update public.section_revisions set outcome = p_outcome where id = r.id and outcome is null;
	if not found then
		raise exception 'errors_already_done' using errcode = 'FINAL';
	end if;
	if p_outcome = 'left' then
		return;
	end if;
	select * into t from public.section_texts where version_id = v.id and section_id = r.section_id;
	if t.revision <> p_revision then
		raise exception 'documents_error_changed_again' using errcode = 'STALE';
	end if;
	update public.section_texts
	set heading = r.heading, body = r.body, words = r.words, seconds = r.seconds
	where version_id = v.id and section_id = r.section_id;
end
$$;
comment on function public.settle_beside(uuid, text, integer) is
	'Says what becomes of a wording that lay beside: taken, so that it replaces revision p_revision, or '
	'left. Both stay in the '
	'history. STALE when a third one came meanwhile, FINAL when somebody was faster.';
grant execute on function public.settle_beside(uuid, text, integer) to authenticated;

create function public.add_section(
	p_version uuid, p_after uuid, p_level integer, p_heading text, p_id uuid
) returns text
language plpgsql volatile set search_path = '' as $$
declare v public.document_versions := private.lock_version(p_version); v_place integer := 1;
begin
	if exists (
		select from public.section_texts t where t.version_id = v.id and t.section_id = p_id
	) then
		return (select s.key from public.sections s where s.id = p_id);
	end if;
	if p_after is not null then
		v_place := upper(private.family_of(v.id, p_after));
		perform private.require(v_place is not null);
	end if;
	insert into public.sections (id, document_id) values (p_id, v.document_id);
	update public.section_texts set place = place + 1 where version_id = v.id and place >= v_place;
	insert into public.section_texts (version_id, section_id, place, level, heading)
	values (v.id, p_id, v_place, p_level, p_heading);
	perform private.count_sections(v.id);
	return (select s.key from public.sections s where s.id = p_id);
end
$$;
comment on function public.add_section(uuid, uuid, integer, text, uuid) is
	'Adds an empty section behind another one and all that lies below that; at the beginning without '
	'one. p_id: drawn by the form. '
	'Returns its key.';
grant execute on function public.add_section(uuid, uuid, integer, text, uuid) to authenticated;

create function public.split_section(
	p_version uuid, p_section uuid, p_revision integer, p_first jsonb, p_second jsonb, p_id uuid
) returns text
language plpgsql volatile set search_path = '' as $$
declare v public.document_versions := private.lock_version(p_version); t public.section_texts;
begin
	if exists (
		select from public.section_texts x where x.version_id = v.id and x.section_id = p_id
	) then
		return (select s.key from public.sections s where s.id = p_id);
	end if;
	select * into t from public.section_texts where version_id = v.id and section_id = p_section;
	perform private.require(t.section_id is not null);
	if t.revision <> p_revision then
		raise exception 'documents_error_changed_again' using errcode = 'STALE';
	end if;
	update public.section_texts
	set body = p_first -> 'body', words = p_first ->> 'words', seconds = (p_first ->> 'seconds')::integer
	where version_id = v.id and section_id = p_section;
	insert into public.sections (id, document_id) values (p_id, v.document_id);
	update public.section_texts set place = place + 1 where version_id = v.id and place > t.place;
	insert into public.section_texts (
		version_id, section_id, place, level, heading, body, words, seconds, concerns, origins
	)
	values (
		v.id, p_id, t.place + 1, t.level, p_second ->> 'heading', p_second -> 'body', p_second ->> 'words',
		(p_second ->> 'seconds')::integer, t.concerns, t.origins
	);
	perform private.count_sections(v.id);
	return (select s.key from public.sections s where s.id = p_id);
end
$$;
comment on function public.split_section(uuid, uuid, integer, jsonb, jsonb, uuid) is
	'Divides a section in two. The first ({body, words, seconds}) stays the section; the second (and '
	'heading) is a new one of the same '
	'descent, so both inherit what was noted at the whole. Returns the key of the second.';
grant execute on function public.split_section(uuid, uuid, integer, jsonb, jsonb, uuid) to authenticated;

create function public.merge_sections(
	p_version uuid, p_section uuid, p_revision integer, p_other uuid, p_other_revision integer, p_body jsonb,
	p_words text, p_seconds integer
) returns void
language plpgsql volatile set search_path = '' as $$
declare
	v public.document_versions := private.lock_version(p_version);
	a public.section_texts;
	b public.section_texts;
begin
	select * into a from public.section_texts where version_id = v.id and section_id = p_section;
	select * into b from public.section_texts where version_id = v.id and section_id = p_other;
	perform private.require(a.section_id <> b.section_id);
	if (a.revision, b.revision) <> (p_revision, p_other_revision) then
		raise exception 'documents_error_changed_again' using errcode = 'STALE';
	end if;
	update public.section_texts set
		body = p_body,
		words = p_words,
		seconds = p_seconds,
		concerns = (
			select coalesce(array_agg(distinct x), '{}') from unnest(a.concerns || b.concerns) x
		),
		origins = (
			select coalesce(array_agg(distinct x), '{}') from unnest(a.origins || b.origins) x
		)
	where version_id = v.id and section_id = p_section;
	delete from public.section_texts where version_id = v.id and section_id = p_other;
	perform private.count_sections(v.id);
end
$$;
comment on function public.merge_sections(uuid, uuid, integer, uuid, integer, jsonb, text, integer) is
	'Puts another section into this one, which descends from both then. What lay below the other one '
	'stays in its place.';
grant execute on function
	public.merge_sections(uuid, uuid, integer, uuid, integer, jsonb, text, integer)
to authenticated;

create function public.move_section(
	p_version uuid, p_section uuid, p_after uuid, p_level integer
) returns void
language plpgsql volatile set search_path = '' as $$
declare
	v public.document_versions := private.lock_version(p_version);
	v_family int4range := private.family_of(v.id, p_section);
	v_deeper integer;
	v_after integer := 0;
begin
	perform private.require(v_family is not null);
	select p_level - level
	into v_deeper
	from public.section_texts
	where version_id = v.id and section_id = p_section;
	if p_after is not null then
		v_after := upper(private.family_of(v.id, p_after)) - 1;
		perform private.require(v_after is not null);
		if v_family @> (
			select place from public.section_texts where version_id = v.id and section_id = p_after
		) then
			v_after := lower(v_family) - 1;
		end if;
	end if;
	if v_after >= lower(v_family) and v_after < upper(v_family) then
		v_after := lower(v_family) - 1;
	end if;
	update public.section_texts t
	set place = x.place,
		level = t.level + case when v_family @> t.place then v_deeper else 0 end
	from (
		select o.section_id,
			row_number() over (
				order by
					case when v_family @> o.place then v_after + 0.5 else o.place end,
					o.place
			) as place
		from public.section_texts o
		where o.version_id = v.id
	) x
	where t.version_id = v.id
		and t.section_id = x.section_id
		and (t.place <> x.place or v_family @> t.place and v_deeper <> 0);
	perform private.count_sections(v.id);
end
$$;
comment on function public.move_section(uuid, uuid, uuid, integer) is
	'Moves a section with all that lies below it behind another one and what lies below that, to the '
	'beginning without one, and to a '
	'level. Behind itself it only changes its level.';
grant execute on function public.move_section(uuid, uuid, uuid, integer) to authenticated;

create function public.remove_section(p_version uuid, p_section uuid, p_reason text) returns void
language plpgsql volatile set search_path = '' as $$
declare v public.document_versions := private.lock_version(p_version); v_origin uuid;
begin
	perform private.require(
		exists (
			select from public.section_texts t where t.version_id = v.id and t.section_id = p_section
		)
	);
	if v.number > 1 and private.is_blank(p_reason) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["reason"]';
	end if;
	for v_origin in
		select unnest(t.origins)
		from public.section_texts t
		where t.version_id = v.id and t.section_id = p_section
	loop
		if not exists (
			select
			from public.section_texts t
			where t.version_id = v.id and t.section_id <> p_section and v_origin = any (t.origins)
		) then
			insert into public.section_lineage (version_id, from_section, fate, is_changed, reason)
			values (v.id, v_origin, 'removed', true, btrim(p_reason));
		end if;
	end loop;
	delete from public.section_texts where version_id = v.id and section_id = p_section;
	perform private.count_sections(v.id);
end
$$;
comment on function public.remove_section(uuid, uuid, text) is
	'Takes a section out. From the second version on it says why: what was noted at it stays with these '
	'words. MISSG reason.';
grant execute on function public.remove_section(uuid, uuid, text) to authenticated;

create function public.describe_section(
	p_version uuid, p_section uuid, p_summary text, p_concerns text[]
) returns void
language plpgsql volatile set search_path = '' as $$
declare v public.document_versions := private.lock_version(p_version);
begin
	perform private.require_choice(
		'concerns',
		not exists (
			select from unnest(p_concerns) x where x not in (select g.key from public.target_groups g)
		)
	);
	update public.section_texts
	set summary = nullif(btrim(p_summary), ''), concerns = p_concerns
	where version_id = v.id and section_id = p_section;
	perform private.require(found);
end
$$;
comment on function public.describe_section(uuid, uuid, text, text[]) is
	'Says in a few plain words what a section says, and whose business it is (keys of target groups).';
grant execute on function public.describe_section(uuid, uuid, text, text[]) to authenticated;

create function public.save_twin(
	p_version uuid, p_section uuid, p_body jsonb, p_words text, p_id uuid
) returns void
language plpgsql volatile set search_path = '' as $$
begin
	perform private.require(private.plans_version(p_version));
	insert into public.section_twins (id, version_id, section_id, body, words)
	values (p_id, p_version, p_section, p_body, p_words)
	on conflict (id) do nothing;
	perform private.require(
		exists (
			select
			from public.section_twins t
			where t.id = p_id and t.version_id = p_version and t.section_id = p_section
		)
	);
end
$$;
comment on function public.save_twin(uuid, uuid, jsonb, text, uuid) is
	'Writes what a section says in plain language, in a frozen version too: it may come later than the '
	'draft. It is not checked yet. '
	'p_id: drawn by the form.';
grant execute on function public.save_twin(uuid, uuid, jsonb, text, uuid) to authenticated;

create function public.check_twin(p_twin uuid, p_checked_by text, p_checked_on date, p_id uuid) returns void
language plpgsql volatile set search_path = '' as $$
declare w public.section_twins;
begin
	select * into w from public.section_twins where id = p_twin;
	perform private.require(w.id is not null and private.plans_version(w.version_id));
	if private.is_blank(p_checked_by) or p_checked_on is null then
		raise exception 'not complete' using errcode = 'MISSG', detail = to_jsonb(
			array_remove(
				array[
					case when private.is_blank(p_checked_by) then 'checked_by' end,
					case when p_checked_on is null then 'checked_on' end
				],
				null
			)
		)::text;
	end if;
	insert into public.section_twins (id, version_id, section_id, body, words, of_text, checked_by, checked_on)
	values (p_id, w.version_id, w.section_id, w.body, w.words, w.of_text, btrim(p_checked_by), p_checked_on)
	on conflict (id) do nothing;
end
$$;
comment on function public.check_twin(uuid, text, date, uuid) is
	'Notes that a group of those it is for has checked a twin: who and when. MISSG for what is not said.';
grant execute on function public.check_twin(uuid, text, date, uuid) to authenticated;

create function public.fill_version(p_version uuid, p_sections jsonb, p_file_name text) returns void
language plpgsql volatile set search_path = '' as $$
declare v public.document_versions := private.lock_version(p_version);
begin
	perform private.require_choice('sections', jsonb_array_length(p_sections) between 1 and 2000);
	insert into public.sections (id, document_id)
	select (x ->> 'id')::uuid, v.document_id
	from jsonb_array_elements(p_sections) x
	where not exists (
		select from public.sections s where s.id = (x ->> 'id')::uuid and s.document_id = v.document_id
	);
	delete from public.section_texts t
	where t.version_id = v.id
		and t.section_id not in (select (x ->> 'id')::uuid from jsonb_array_elements(p_sections) x);
	update public.section_texts t
	set place = x.place,
		level = (x.said ->> 'level')::integer,
		number = x.said ->> 'number',
		heading = x.said ->> 'heading',
		body = x.said -> 'body',
		words = x.said ->> 'words',
		seconds = (x.said ->> 'seconds')::integer,
		origins = private.uuids_in(x.said -> 'origins')
	from jsonb_array_elements(p_sections) with ordinality x (said, place)
	where t.version_id = v.id and t.section_id = (x.said ->> 'id')::uuid;
	insert into public.section_texts (
		version_id, section_id, place, level, number, heading, body, words, seconds, origins
	)
	select v.id, (x.said ->> 'id')::uuid, x.place, (x.said ->> 'level')::integer, x.said ->> 'number',
		x.said ->> 'heading', x.said -> 'body', x.said ->> 'words', (x.said ->> 'seconds')::integer,
		private.uuids_in(x.said -> 'origins')
	from jsonb_array_elements(p_sections) with ordinality x (said, place)
	where not exists (
		select
		from public.section_texts t
		where t.version_id = v.id and t.section_id = (x.said ->> 'id')::uuid
	);
	update public.document_versions set file_name = p_file_name where id = v.id;
	perform private.count_sections(v.id);
end
$$;
comment on function public.fill_version(uuid, jsonb, text) is
	'Puts what was read from a file into a version in work, in place of what stood there: [{id, level, '
	'number, heading, body, words, '
	'seconds, origins}] in order. id: of the section that goes on in it, or a new one. All or nothing. '
	'Summaries and twins of sections '
	'that go on stay.';
grant execute on function public.fill_version(uuid, jsonb, text) to authenticated;

create function private.freeze_now(
	p_version uuid, p_revision integer, p_note text, p_lineage jsonb
) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v public.document_versions := private.lock_version(p_version); v_last public.document_versions;
begin
	if v.revision <> p_revision then
		raise exception 'documents_error_changed_again' using errcode = 'STALE';
	elsif not exists (select from public.section_texts t where t.version_id = v.id) then
		raise exception 'documents_error_empty' using errcode = 'RULED';
	elsif exists (
		select
		from public.section_revisions r
		where r.version_id = v.id and r.revision is null and r.outcome is null
	) then
		raise exception 'documents_error_beside' using errcode = 'RULED';
	end if;
	select * into v_last from public.document_versions
	where document_id = v.document_id and number = v.number - 1;
	insert into public.section_lineage (
		version_id, authority_id, from_section, to_section, fate, is_changed, reason
	)
	select v.id, v.authority_id, (x ->> 'from')::uuid, (x ->> 'to')::uuid, x ->> 'fate',
		(x ->> 'isChanged')::boolean, nullif(btrim(x ->> 'reason'), '')
	from jsonb_array_elements(p_lineage) x
	on conflict (version_id, from_section, to_section) do nothing;
	if exists (
		(
			select o from public.section_texts t, unnest(t.origins) o where t.version_id = v.id
			union
			select l.from_section
			from public.section_lineage l
			where l.version_id = v.id and l.fate = 'removed'
		)
		except
		select t.section_id from public.section_texts t where t.version_id = v_last.id
	) or exists (
		select t.section_id from public.section_texts t where t.version_id = v_last.id
		except
		select l.from_section from public.section_lineage l where l.version_id = v.id
	) or exists (
		(
			select o, t.section_id
			from public.section_texts t
			cross join lateral unnest(case t.origins when '{}' then array[null::uuid] else t.origins end) o
			where t.version_id = v.id
			except
			select l.from_section, l.to_section from public.section_lineage l where l.version_id = v.id
		)
		union all
		(
			select l.from_section, l.to_section
			from public.section_lineage l
			where l.version_id = v.id and l.fate <> 'removed'
			except
			select o, t.section_id
			from public.section_texts t
			cross join lateral unnest(case t.origins when '{}' then array[null::uuid] else t.origins end) o
			where t.version_id = v.id
		)
	) then
		raise exception 'documents_error_lineage' using errcode = 'RULED';
	end if;
	update public.document_versions
	set frozen_at = private.moment(), frozen_by = private.person_id(),
		frozen_in = private.planning_post(v.authority_id), note = coalesce(nullif(btrim(p_note), ''), note)
	where id = v.id;
end
$$;
comment on function private.freeze_now(uuid, integer, text, jsonb) is
	'Freezes a version as it was seen (p_revision), with what became of every section of the one '
	'before: [{from, to, fate, isChanged, '
	'reason}]. Refused unless each of those has a fate and each section here its descent; and while a '
	'wording lies beside. STALE, '
	'RULED, FINAL. Definer: nobody has a right to freeze by hand; it asks whether the person plans.';
grant execute on function private.freeze_now(uuid, integer, text, jsonb) to authenticated;

create function public.freeze_version(
	p_version uuid, p_revision integer, p_note text, p_lineage jsonb
) returns void
language sql volatile set search_path = '' as $$
	select private.freeze_now(p_version, p_revision, p_note, p_lineage)
$$;
comment on function public.freeze_version(uuid, integer, text, jsonb) is 'See private.freeze_now.';
grant execute on function public.freeze_version(uuid, integer, text, jsonb) to authenticated;

create function public.add_document_file(
	p_document uuid, p_media_type text, p_size_bytes integer, p_sha256 text, p_id uuid
) returns uuid
language plpgsql volatile set search_path = '' as $$
begin
	perform private.require(private.plans_document(p_document));
	insert into public.document_files (id, document_id, media_type, size_bytes, sha256)
	values (p_id, p_document, p_media_type, p_size_bytes, p_sha256)
	on conflict do nothing;
	return (select f.id from public.document_files f where f.document_id = p_document and f.sha256 = p_sha256);
end
$$;
comment on function public.add_document_file(uuid, text, integer, text, uuid) is
	'Adds a picture to a document. Returns its id; the same picture is kept once.';
grant execute on function public.add_document_file(uuid, text, integer, text, uuid) to authenticated;
