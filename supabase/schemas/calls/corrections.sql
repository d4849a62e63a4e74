-- Corrections of a published result: a new version with a note, never another text in the same place.

create function private.versions_of(p_call uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'summary', v.body,
				'note', v.note,
				'at', v.created_at,
				'postTitle', (
					select p.title || ', ' || o.name
					from public.posts p
					join public.organisations o on o.id = p.organisation_id
					where p.id = v.post_id
				)
			)
			order by v.place
		),
		'[]'
	)
	from (
		select 1 as place, s.body, null as note, s.created_at, s.post_id
		from public.call_steps s
		where s.call_id = p_call and s.step = 'published' and s.audience is not null
		union all
		select x.place, x.body, x.note, x.created_at, x.post_id
		from public.call_result_versions x
		where x.call_id = p_call
	) v
$$;
comment on function private.versions_of(uuid) is
	'What a result says and said, oldest first; only the last holds. Definer, granted to nobody: whoever calls '
	'it says first who may know.';

grant select on public.call_result_versions to authenticated;
create policy "planners read the versions of a result" on public.call_result_versions
	for select to authenticated
	using (authority_id in (select private.my_authorities('{planner}')));
create trigger keep_words before update on public.call_result_versions
	for each row execute function private.keep_words();

create function private.correct_result(
	p_call uuid, p_id uuid, p_body text, p_note text, p_seen integer
) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare c public.calls; v public.call_result_versions; v_last integer; v_missing text[];
begin
	perform private.require(private.plans_call(p_call));
	select * into c from public.calls x where x.id = p_call for update;
	select * into v from public.call_result_versions x where x.id = p_id;
	if v.id is not null then
		if (v.call_id, v.body, v.note) = (p_call, btrim(p_body), btrim(p_note)) then
			return;
		end if;
		raise exception 'errors_already_done' using errcode = 'FINAL';
	elsif c.audience is null then
		raise exception 'errors_call_has_no_result' using errcode = 'RULED';
	end if;
	v_missing := array_remove(
		array[
			case when private.is_blank(p_body) then 'body' end,
			case when private.is_blank(p_note) then 'note' end
		],
		null
	);
	if cardinality(v_missing) > 0 then
		raise exception 'not complete' using errcode = 'MISSG', detail = to_jsonb(v_missing)::text;
	end if;
	select coalesce(max(x.place), 1) into v_last from public.call_result_versions x where x.call_id = p_call;
	if p_seen is distinct from v_last then
		raise exception 'changed in another window' using errcode = 'STALE',
		detail = jsonb_build_object('revision', v_last, 'stored', '{}'::jsonb)::text;
	end if;
	insert into public.call_result_versions (
		id, authority_id, call_id, place, body, note, person_id, post_id, created_at
	)
	values (
		p_id, c.authority_id, c.id, v_last + 1, btrim(p_body), btrim(p_note), private.person_id(),
		private.planning_post(c.authority_id), private.moment()
	);
	perform private.record_call_event(
		c.authority_id, c.id, null, 'call_corrected', p_id, private.person_id(),
		private.planning_post(c.authority_id), jsonb_build_object('body', btrim(p_note))
	);
end
$$;
comment on function private.correct_result(uuid, uuid, text, text, integer) is
	'Definer: versions are written by nobody past the verb, which numbers them; it asks itself who is calling.';
grant execute on function private.correct_result(uuid, uuid, text, text, integer) to authenticated;

create function public.correct_call_result(
	p_authority uuid, p_slug text, p_id uuid, p_body text, p_note text, p_seen integer
) returns void
language plpgsql volatile set search_path = '' as $$
declare c public.calls := private.call_to_plan(p_authority, p_slug);
begin
	perform private.correct_result(c.id, p_id, p_body, p_note, p_seen);
end
$$;
comment on function public.correct_call_result(uuid, text, uuid, text, text, integer) is
	'A planner corrects the summary of a published result: p_body holds from now on, p_note says what changed '
	'and why, for all who read it. p_id: drawn by the form, sent again it is the same correction. p_seen: how '
	'many versions the page knew. MISSG body, note; RULED: it has no result; STALE: it was corrected meanwhile.';
grant execute on function
	public.correct_call_result(uuid, text, uuid, text, text, integer)
to authenticated;
