-- Kinds of calls: what a kind adds to what all calls have. It adds rows to call_kinds and call_obstacles and
-- functions that are named after it, `<kind>_cells`; nothing here has to know it.

create function private.call_hooks() returns text[]
language sql immutable set search_path = '' as $$
	select '{fields,cells,form,answers,returned,obstacles,addressee,letter,result}'::text[]
$$;
comment on function private.call_hooks() is
	'What every kind answers about a call (p_call, p_addressee: all, or this one) as rows of (about, said). '
	'fields: of the call, [{key, label, labelEn}], the columns of its ledger. cells: of addressees, {cells: '
	'what each returned last, in words by column, counts: a number by column}. form: of the call, what its '
	'answers are read by. answers: of addressees, what each returned word for word, by column; for planners '
	'only. returned: of returns, what each said. obstacles: what still has to be done before the call is '
	'closed. addressee: what else the page of one says. letter: what else its letter says. result: of the '
	'call, {public, participants}: what is published of each column, for everybody and for those who take '
	'part. Besides, <kind>_tasks() says what waits for the person.';

create function private.of_kind(p_hook text, p_call uuid, p_addressee uuid default null)
returns table (about uuid, said json)
language plpgsql stable set search_path = '' rows 200 as $$
declare v_kind text;
begin
	select c.kind into v_kind from public.calls c where c.id = p_call;
	if found then
		return query execute format('select * from private.%I($1, $2)', v_kind || '_' || p_hook)
		using p_call, p_addressee;
	end if;
end
$$;
comment on function private.of_kind(text, uuid, uuid) is
	'Asks the kind of a call: once for the whole call, never for each row. Each function says itself who may '
	'know: those that ask nothing are granted to nobody.';
grant execute on function private.of_kind(text, uuid, uuid) to authenticated;

create function private.require_kinds() returns void
language plpgsql stable set search_path = '' as $$
declare v_missing text;
begin
	select string_agg(f, ', ')
	into v_missing
	from (
		select format('private.%I(uuid, uuid)', k.kind || '_' || h) as f
		from private.call_kinds k
		cross join unnest(private.call_hooks()) h
		union all
		select format('private.%I()', k.kind || '_tasks') from private.call_kinds k
		union all
		select format('private.%I(uuid)', d.duty || '_asked') from private.link_duties d
		union all
		select format('private.%I(uuid, jsonb)', d.duty || '_by_link') from private.link_duties d
	) x
	where to_regprocedure(f) is null;
	if v_missing is not null then
		raise exception 'a kind of calls lacks %', v_missing;
	end if;
end
$$;
comment on function private.require_kinds() is
	'Refuses rules in which a kind, or a duty of a link, lacks one of its functions. Asked when all files are '
	'there.';
