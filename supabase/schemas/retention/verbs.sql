-- Verbs of how long things are kept: what changes something.

create function public.purge_expired() returns void
language sql volatile security definer set search_path = '' as $$
	select private.purge()
$$;
comment on function public.purge_expired() is 'Nightly: forgets what is no longer needed. Definer: secrets.';

create function private.notice_drafts(p_dry boolean) returns bigint
language plpgsql volatile set search_path = '' as $$
declare v_keeps interval := (
	select keeps - interval '1 month' from private.retention_rules where key = 'drafts'
); v_count bigint;
begin
	if p_dry then
		select count(*)
		into v_count
		from public.need_report_drafts d
		left join private.draft_notices n on n.draft_id = d.id
		where d.handed_in_at is null
			and d.saved_at < private.now() - v_keeps
			and (n.draft_id is null or n.noticed_at <= d.saved_at);
	else
		insert into private.draft_notices as n (draft_id)
		select d.id from public.need_report_drafts d
		where d.handed_in_at is null and d.saved_at < private.now() - v_keeps
		on conflict (draft_id) do update set noticed_at = private.now()
		where n.noticed_at <= (select d.saved_at from public.need_report_drafts d where d.id = n.draft_id);
		get diagnostics v_count = row_count;
	end if;
	return v_count;
end
$$;
comment on function private.notice_drafts(boolean) is
	'Announces drafts a month before their time is over; whoever saves one starts its time anew. How '
	'many were announced now.';

create function private.purge(p_dry boolean default false)
returns table (key text, label text, keeps interval, consequence text, source text, rows bigint)
language plpgsql volatile set search_path = '' as $$
declare r private.retention_rules;
begin
	key := 'draft_notices';
	label := 'Entwürfe, deren Löschung jetzt angekündigt wird';
	consequence := 'notice';
	select n.keeps - interval '1 month', n.source
	into keeps, source
	from private.retention_rules n
	where n.key = 'drafts';
	rows := private.notice_drafts(p_dry);
	return next;
	for r in select * from private.retention_rules x order by x.consequence, x.key loop
		key := r.key; label := r.label; keeps := r.keeps; consequence := r.consequence; source := r.source;
		if p_dry or r.consequence = 'offer' then
			execute format('select count(*) from %s where %s', r.relation, r.is_over)
			into rows using private.now() - r.keeps;
		else
			execute format('delete from %s where %s', r.relation, r.is_over) using private.now() - r.keeps;
			get diagnostics rows = row_count;
		end if;
		return next;
	end loop;
end
$$;
comment on function private.purge(boolean) is
	'Does what the rules say, or (dry) counts what it would do. The conditions come from the table of '
	'rules, which only the owner writes.';
