-- Reading a file into a version of a document: who may, what follows, what is read.

grant select, insert (id, version_id, file_name, size_bytes, sha256)
on public.document_readings to authenticated;
create policy "planners see what is read in" on public.document_readings
	for select to authenticated
	using (authority_id in (select private.my_authorities('{planner}')));
create policy "planners read files into versions in work" on public.document_readings
	for insert to authenticated
	with check (private.works_on_version(version_id));

create function private.stamp_reading() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	select v.authority_id into new.authority_id from public.document_versions v where v.id = new.version_id;
	new.uploaded_by := private.person_id();
	new.uploaded_in := private.planning_post(new.authority_id);
	new.uploaded_at := private.moment();
	return new;
end
$$;
comment on function private.stamp_reading() is
	'Notes who reads a file in. Definer: fills what a caller may not choose.';
create trigger stamp before insert on public.document_readings
	for each row execute function private.stamp_reading();

create function private.after_reading() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	perform private.queue_job('read_document', json_build_object('reading_id', new.id));
	return null;
end
$$;
comment on function private.after_reading() is 'A job reads the file. Definer: nobody may queue one.';
create trigger after_reading after insert on public.document_readings
	for each row execute function private.after_reading();

create function public.begin_reading(
	p_version uuid, p_file_name text, p_size_bytes integer, p_sha256 text, p_id uuid
) returns uuid
language plpgsql volatile set search_path = '' as $$
begin
	perform private.lock_version(p_version);
	insert into public.document_readings (id, version_id, file_name, size_bytes, sha256)
	values (p_id, p_version, p_file_name, p_size_bytes, p_sha256)
	on conflict (id) do nothing;
	return p_id;
end
$$;
comment on function public.begin_reading(uuid, text, integer, text, uuid) is
	'Has a file read for a version in work; nothing changes in it yet. p_id: drawn by the form. Returns it. '
	'NOTFD, FINAL.';
grant execute on function public.begin_reading(uuid, text, integer, text, uuid) to authenticated;

create function private.change_reading(p_id uuid, p_state text, p_view text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare r public.document_readings;
begin
	select * into r from public.document_readings where id = p_id for update;
	perform private.require(r.id is not null and private.plans_version(r.version_id));
	if r.state in ('taken', 'discarded') then
		raise exception 'errors_already_done' using errcode = 'FINAL';
	end if;
	update public.document_readings
	set state = p_state, view = coalesce(p_view, view), done = 0, of_all = 0, failure = null,
		content = case when p_state = 'taken' then content end,
		settled_at = case when p_state <> 'reading' then private.moment() end
	where id = p_id;
	if p_state = 'reading' then
		perform private.queue_job('read_document', json_build_object('reading_id', p_id));
	end if;
end
$$;
comment on function private.change_reading(uuid, text, text) is
	'Carries a reading on. FINAL once it is taken over or discarded. Definer: nobody has a right to update one.';
grant execute on function private.change_reading(uuid, text, text) to authenticated;

create function public.read_document_again(p_id uuid, p_view text) returns void
language plpgsql volatile set search_path = '' as $$
begin
	perform private.require_choice('view', p_view in ('before', 'after'));
	perform private.change_reading(p_id, 'reading', p_view);
end
$$;
comment on function public.read_document_again(uuid, text) is
	'Reads the file again, with its tracked changes taken over (after) or left out (before).';
grant execute on function public.read_document_again(uuid, text) to authenticated;

create function public.discard_reading(p_id uuid) returns void
language sql volatile set search_path = '' as $$ select private.change_reading(p_id, 'discarded', null) $$;
comment on function public.discard_reading(uuid) is
	'Throws away what was read from a file; the version stays as it is.';
grant execute on function public.discard_reading(uuid) to authenticated;

create function public.take_reading(p_id uuid, p_sections jsonb) returns void
language plpgsql volatile set search_path = '' as $$
declare r public.document_readings;
begin
	select * into r from public.document_readings where id = p_id;
	perform private.require(r.id is not null);
	if r.state <> 'read' then
		raise exception 'errors_already_done' using errcode = 'FINAL';
	end if;
	perform public.fill_version(r.version_id, p_sections, r.file_name);
	perform private.change_reading(p_id, 'taken', null);
end
$$;
comment on function public.take_reading(uuid, jsonb) is
	'Puts what was read into the version in place of what stood there: see fill_version. All or nothing, once.';
grant execute on function public.take_reading(uuid, jsonb) to authenticated;

create function public.document_reading(p_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare r public.document_readings; v public.document_versions;
begin
	select * into r from public.document_readings where id = p_id;
	perform private.require(r.id is not null);
	select * into v from public.document_versions where id = r.version_id;
	return jsonb_build_object(
		'id', r.id,
		'document', (
			select private.document_head(d) from public.documents d where d.id = v.document_id
		),
		'version', private.version_document(v),
		'fileName', r.file_name,
		'view', r.view,
		'state', r.state,
		'done', r.done,
		'ofAll', r.of_all,
		'failure', r.failure,
		'found', case when r.state = 'read' then r.content end,
		'hasSections', exists (select from public.section_texts t where t.version_id = v.id),
		'uploadedBy', private.name_of(r.uploaded_by),
		'uploadedAt', r.uploaded_at
	);
end
$$;
comment on function public.document_reading(uuid) is
	'How far a file has come, and what was found in it. NOTFD for who does not plan.';
grant execute on function public.document_reading(uuid) to authenticated;

-- For the job.
create function public.reading_to_do(p_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'sha256', r.sha256,
		'view', r.view,
		'personId', r.uploaded_by,
		'documentId', v.document_id
	)
	from public.document_readings r
	join public.document_versions v on v.id = r.version_id
	where r.id = p_id and r.state = 'reading'
$$;
comment on function public.reading_to_do(uuid) is
	'What the job needs to read a file; null when nobody waits for it any more. Definer: for the job alone.';

create function public.reading_came_on(p_id uuid, p_done integer, p_all integer) returns void
language sql volatile security definer set search_path = '' as $$
	update public.document_readings set done = p_done, of_all = p_all where id = p_id and state = 'reading'
$$;
comment on function public.reading_came_on(uuid, integer, integer) is
	'How far a reading has come. Definer: see above.';

create function public.reading_found(p_id uuid, p_view text, p_found jsonb) returns void
language sql volatile security definer set search_path = '' as $$
	update public.document_readings
	set state = 'read', content = p_found, read_at = private.moment()
	where id = p_id and state = 'reading' and view = p_view
$$;
comment on function public.reading_found(uuid, text, jsonb) is
	'What was found; a file that is read again in another view meanwhile waits for that. Definer: see above.';

create function public.reading_failed(p_id uuid, p_failure text) returns void
language sql volatile security definer set search_path = '' as $$
	update public.document_readings
	set state = 'failed', failure = p_failure
	where id = p_id and state = 'reading'
$$;
comment on function public.reading_failed(uuid, text) is
	'Why a file cannot be read, as a key of a sentence. Definer: see above.';
grant execute on function public.reading_to_do(uuid) to service_role;
grant execute on function public.reading_came_on(uuid, integer, integer) to service_role;
grant execute on function public.reading_found(uuid, text, jsonb) to service_role;
grant execute on function public.reading_failed(uuid, text) to service_role;
