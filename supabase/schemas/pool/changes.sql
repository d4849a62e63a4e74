-- How a need comes to be another one: renamed, merged into another, split. Who may, what must be true, what
-- follows, and the verbs. A row of need_changes does it; what follows from it follows in triggers.

create function private.reports_of(p_authority uuid, p_need uuid) returns uuid[]
language sql stable security definer set search_path = '' as $$
	select array(
		select r.id
		from public.need_reports r
		where r.authority_id = p_authority and r.need_id = p_need
		order by r.received_at, r.id
	)
$$;
comment on function private.reports_of(uuid, uuid) is
	'The reports that lead to a need, oldest first, for triggers. Definer: see need_counts.';

create function private.titles_of_need(p_authority uuid, p_need uuid) returns text
language sql stable security definer set search_path = '' as $$
	with recursive own as (
		select p_need as id
		union
		select n.id from own o join public.needs n on n.authority_id = p_authority and n.heir_id = o.id
	)
	select string_agg(distinct x.title, ' ')
	from own o
	cross join lateral (
		select n.title from public.needs n where n.id = o.id
		union all
		select c.old_title
		from public.need_changes c
		where c.authority_id = p_authority and c.need_id = o.id
	) x
$$;
comment on function private.titles_of_need(uuid, uuid) is
	'Every name by which a need is found: its own, those it had before, and those of the needs that were '
	'merged into it. Definer: for triggers and the index.';

create function private.stamp_need_change() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v public.needs; v_heir public.needs; v_all uuid[];
begin
	perform
	from public.needs
	where authority_id = new.authority_id and id in (new.need_id, new.other_id)
	order by id
	for update;
	select * into v from public.needs where id = new.need_id and authority_id = new.authority_id;
	perform private.require(v.id is not null);
	if v.heir_id is not null then
		raise exception 'errors_need_is_merged' using errcode = 'RULED';
	elsif new.kind <> 'renamed' and v.settled_at is not null then
		raise exception 'errors_need_reopen_first' using errcode = 'RULED';
	end if;
	v_all := private.reports_of(v.authority_id, v.id);
	new.old_title := v.title;
	new.new_title := btrim(new.new_title);
	if new.kind = 'renamed' then
		new.other_id := null;
		new.report_ids := '{}';
		if new.new_title = v.title then
			raise exception 'errors_need_has_this_name' using errcode = 'RULED', detail = '["title"]';
		end if;
	elsif new.kind = 'merged' then
		select * into v_heir from public.needs where id = new.other_id and authority_id = new.authority_id;
		if v_heir.id is null or v_heir.id = v.id then
			raise exception 'errors_need_no_heir' using errcode = 'RULED', detail = '["heir"]';
		elsif v_heir.heir_id is not null then
			raise exception 'errors_need_heir_is_merged' using errcode = 'RULED', detail = '["heir"]';
		elsif v_heir.settled_at is not null then
			raise exception 'errors_need_is_settled' using errcode = 'RULED', detail = '["heir"]';
		end if;
		new.new_title := v_heir.title;
		new.report_ids := v_all;
	else
		new.report_ids := array(select distinct unnest(new.report_ids));
		if new.report_ids = '{}' then
			raise exception 'not complete' using errcode = 'MISSG', detail = '["reports"]';
		elsif not new.report_ids <@ v_all then
			raise exception 'errors_need_reports_moved' using errcode = 'RULED', detail = '["reports"]';
		elsif cardinality(new.report_ids) = cardinality(v_all) then
			raise exception 'errors_need_keeps_one' using errcode = 'RULED', detail = '["reports"]';
		end if;
		insert into public.needs (authority_id, title, field_of_action)
		values (v.authority_id, new.new_title, v.field_of_action)
		returning id into new.other_id;
	end if;
	new.person_id := private.person_id();
	new.post_id := private.planning_post(new.authority_id);
	new.created_at := private.moment();
	return new;
end
$$;
comment on function private.stamp_need_change() is
	'What must be true of a change, with both needs locked, so that of two at once the second sees what the '
	'first did: a merged need changes no more, a settled one only its name, the heir is open, and a split '
	'leaves at least one report where it was. Opens the need that is split off. Definer: locks, and opens it.';

create function private.after_need_change() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if new.kind = 'renamed' then
		update public.needs set title = new.new_title where id = new.need_id;
		perform private.record_event(
			new.authority_id, 'need_report', r.id, r.organisation_id, 'need_renamed', new.id, new.person_id,
			new.post_id, null, false
		)
		from public.need_reports r
		where r.id = any (private.reports_of(new.authority_id, new.need_id));
		return null;
	elsif new.kind = 'merged' then
		update public.needs set heir_id = new.other_id where id = new.need_id;
		perform private.add_words(
			new.authority_id, 'need', new.other_id, true, private.titles_of_need(new.authority_id, new.need_id)
		);
	end if;
	insert into public.need_report_assessments (
		report_id, field_of_action, responsible_level, need_id, change_id
	)
	select r.id, r.assessed_field, r.responsible_level, new.other_id, new.id
	from public.need_reports r
	where r.id = any (new.report_ids)
	order by r.id;
	return null;
end
$$;
comment on function private.after_need_change() is
	'The new name counts, and the chronicle of every report tells that there is one, not which: names of needs '
	'are for planners. Of a merger and a split the reports go over, each by an assessment of its own. The heir '
	'is found by the names of the need merged into it.';

grant select,
	insert (id, authority_id, need_id, kind, other_id, new_title, report_ids, reason)
on public.need_changes to authenticated;
create policy "planners read how needs changed" on public.need_changes for select to authenticated
	using (authority_id in (select private.my_authorities('{planner}')));
create policy "planners rename, merge and split needs" on public.need_changes for insert to authenticated
	with check (authority_id in (select private.my_authorities('{planner}')));
create trigger keep_words before update on public.need_changes
	for each row execute function private.keep_words();
create trigger stamp before insert on public.need_changes
	for each row execute function private.stamp_need_change();
create trigger after_need_change after insert on public.need_changes
	for each row execute function private.after_need_change();

create function private.was_changed(
	p_id uuid, p_need uuid, p_kind text, p_into text, p_reason text, p_reports uuid[] default null
) returns boolean
language plpgsql stable set search_path = '' as $$
declare c public.need_changes;
begin
	select * into c from public.need_changes where id = p_id and person_id = private.person_id();
	if c.id is null then
		return false;
	elsif (c.need_id, c.kind, c.reason) is distinct from (p_need, p_kind, btrim(p_reason))
		or coalesce(btrim(p_into), '') not in (c.new_title, coalesce(c.other_id::text, ''))
		or not (p_reports is null or p_reports <@ c.report_ids and p_reports @> c.report_ids)
	then
		raise exception 'errors_already_done' using errcode = 'FINAL';
	end if;
	return true;
end
$$;
comment on function private.was_changed(uuid, uuid, text, text, text, uuid[]) is
	'Was this form sent before? p_into: the new name, or the id of the heir; p_reports: what was split off. '
	'FINAL when it comes again with something else in it.';
grant execute on function private.was_changed(uuid, uuid, text, text, text, uuid[]) to authenticated;

create function private.check_change(p_title text, p_reason text) returns void
language plpgsql immutable set search_path = '' as $$
begin
	if private.is_blank(p_reason) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["reason"]';
	end if;
	perform private.require_choice('title', length(btrim(p_title)) between 3 and 120);
end
$$;
comment on function private.check_change(text, text) is
	'A change has a reason, and a new name is one. MISSG, INVAL with the field.';
grant execute on function private.check_change(text, text) to authenticated;

create function public.rename_need(p_number text, p_title text, p_reason text, p_id uuid default null)
returns void
language plpgsql volatile set search_path = '' as $$
declare v public.needs := private.need_named(p_number);
begin
	perform private.check_change(p_title, p_reason);
	perform private.lock_need(v.id);
	if private.was_changed(p_id, v.id, 'renamed', p_title, p_reason) then
		return;
	end if;
	insert into public.need_changes (id, authority_id, need_id, kind, new_title, reason)
	values (coalesce(p_id, gen_random_uuid()), v.authority_id, v.id, 'renamed', p_title, btrim(p_reason))
	on conflict do nothing;
	perform private.require(found);
end
$$;
comment on function public.rename_need(text, text, text, uuid) is
	'Gives a need another name; it is still found by the old one. p_id: drawn by the form; sent again, '
	'however late, it is done once. MISSG, INVAL; RULED: it has this name, or was merged into another.';
grant execute on function public.rename_need(text, text, text, uuid) to authenticated;

create function public.merge_need(p_number text, p_heir text, p_reason text, p_id uuid default null)
returns text
language plpgsql volatile set search_path = '' as $$
declare v public.needs := private.need_named(p_number); v_heir public.needs;
begin
	select * into v_heir from public.needs where number = p_heir and authority_id = v.authority_id;
	if v_heir.id is null then
		raise exception 'errors_need_no_heir' using errcode = 'RULED', detail = '["heir"]';
	end if;
	perform private.check_change(v_heir.title, p_reason);
	perform private.lock_need(x.id)
	from (select unnest(array[v.id, v_heir.id]) as id order by 1) x;
	if not private.was_changed(p_id, v.id, 'merged', v_heir.id::text, p_reason) then
		insert into public.need_changes (id, authority_id, need_id, kind, other_id, new_title, reason)
		values (
			coalesce(p_id, gen_random_uuid()), v.authority_id, v.id, 'merged', v_heir.id, v_heir.title,
			btrim(p_reason)
		)
		on conflict do nothing;
		perform private.require(found);
	end if;
	return v_heir.number;
end
$$;
comment on function public.merge_need(text, text, text, uuid) is
	'Merges a need into another (p_heir: its number): all its reports lead there from now on. Returns the '
	'heir''s number. p_id: as in rename_need. RULED: no such need, one is settled or was merged already.';
grant execute on function public.merge_need(text, text, text, uuid) to authenticated;

create function public.split_need(
	p_number text, p_title text, p_reports text[], p_reason text, p_id uuid default null
) returns text
language plpgsql volatile set search_path = '' as $$
declare v public.needs := private.need_named(p_number);
	v_id uuid := coalesce(p_id, gen_random_uuid());
	v_reports uuid[] := array(
		select r.id from public.need_reports r where r.number = any (p_reports) and r.authority_id = v.authority_id
	);
begin
	perform private.check_change(p_title, p_reason);
	perform private.lock_need(v.id);
	if not private.was_changed(p_id, v.id, 'split', p_title, p_reason, v_reports) then
		insert into public.need_changes (id, authority_id, need_id, kind, new_title, report_ids, reason)
		values (v_id, v.authority_id, v.id, 'split', p_title, v_reports, btrim(p_reason))
		on conflict do nothing;
		perform private.require(found);
	end if;
	return (
		select n.number from public.need_changes c join public.needs n on n.id = c.other_id where c.id = v_id
	);
end
$$;
comment on function public.split_need(text, text, text[], text, uuid) is
	'Opens a new need for some reports of this one (p_reports: their numbers). Returns its number. p_id: as in '
	'rename_need. MISSG: no report chosen; RULED: a report has gone elsewhere meanwhile, none would stay, or '
	'the need is settled or merged.';
grant execute on function public.split_need(text, text, text[], text, uuid) to authenticated;

create function private.changes_of_need(p_authority uuid, p_need uuid) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'kind', c.kind,
				'isOrigin', c.need_id = p_need,
				'oldTitle', c.old_title,
				'newTitle', c.new_title,
				'other', (
					select n.number
					from public.needs n
					where n.id = case when c.need_id = p_need then c.other_id else c.need_id end
				),
				'reports', cardinality(c.report_ids),
				'reason', c.reason,
				'at', c.created_at,
				'personName', private.name_of(c.person_id)
			)
			order by c.created_at
		),
		'[]'
	)
	from public.need_changes c
	where c.authority_id = p_authority and p_need in (c.need_id, c.other_id)
$$;
comment on function private.changes_of_need(uuid, uuid) is
	'How a need was renamed, merged and split, oldest first; also what came to it from others.';
grant execute on function private.changes_of_need(uuid, uuid) to authenticated;

create function private.heir_of(p_authority uuid, p_need uuid) returns jsonb
language sql stable set search_path = '' as $$
	with recursive line as (
		select n.id, n.heir_id, n.number, n.title, 0 as step
		from public.needs n
		where n.authority_id = p_authority and n.id = p_need
		union all
		select n.id, n.heir_id, n.number, n.title, l.step + 1
		from line l
		join public.needs n on n.authority_id = p_authority and n.id = l.heir_id
		where l.step < 100
	)
	select jsonb_build_object(
		'number', l.number,
		'title', l.title
	)
	from line l
	where l.step > 0
	order by l.step desc
	limit 1
$$;
comment on function private.heir_of(uuid, uuid) is
	'Where a merged need has gone in the end, however often it was merged on; null for one that was not.';
grant execute on function private.heir_of(uuid, uuid) to authenticated;

create function public.needs_to_merge_with(p_number text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v public.needs := private.need_named(p_number);
begin
	return (
		select coalesce(
			jsonb_agg(
				jsonb_build_object(
					'number', n.number,
					'title', n.title,
					'reports', c.reports
				)
				order by l.likeness desc, n.opened_at desc
			),
			'[]'
		)
		from private.needs_like(v.authority_id, v.title, v.field_of_action) l
		join public.needs n on n.id = l.id and n.id <> v.id
		join private.need_counts(array[n.id]) c on c.need_id = n.id
	);
end
$$;
comment on function public.needs_to_merge_with(text) is
	'Open needs that are like this one: [{number, title, reports}], the likeliest first. Planners only.';
grant execute on function public.needs_to_merge_with(text) to authenticated;
