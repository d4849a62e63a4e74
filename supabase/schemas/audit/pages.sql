-- Pages of the audit log of the administration: what is read.

create function private.audit_topic(p_kind text) returns text
language sql immutable set search_path = '' as $$
	select case when p_kind like 'operator\_%' then 'operator' when p_kind like 'export%' then 'exports'
		when p_kind in ('signed_in', 'session_ended', 'sign_in_failed', 'session_proven', 'token_made',
			'token_revoked', 'feed_made', 'password_set', 'password_removed', 'factor_set_up',
			'factor_removed', 'address_changed', 'address_objected')
			then 'sign_ins' else 'other' end
$$;
comment on function private.audit_topic(text) is
	'The heading a kind is found under on the page of the audit log.';
grant execute on function private.audit_topic(text) to authenticated;

create view public.audit_log with (security_invoker = true) as
	select authority_id, 'r' || id as key, 'rights' as topic, kind,
	jsonb_build_object('subject', subject) as detail, person_id, created_at
	from public.administration_events
	union all
	select authority_id, 'a' || id, private.audit_topic(kind), kind, detail, person_id, created_at
	from private.audit_entries;
comment on view public.audit_log is
	'The audit log as one: who changed which right, signed in, took a list away, ran a command. Whoever '
	'asks sees what the policies of both tables show.';

create function public.list_audit_log(
	p_authority uuid, p_topic text default null, p_month text default null, p_after text default null
)
returns table (key text, topic text, kind text, detail jsonb, person_name text, created_at timestamptz)
language plpgsql stable set search_path = '' as $$
declare v_from timestamptz := '-infinity'; v_to timestamptz := 'infinity'; v_at timestamptz := 'infinity';
begin
	perform private.require(p_authority in (select private.my_authorities('{administrator}')));
	if p_month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$' then
		v_from := (p_month || '-01')::timestamp at time zone 'Europe/Berlin';
		v_to := ((p_month || '-01')::timestamp + interval '1 month') at time zone 'Europe/Berlin';
	end if;
	if p_after is not null then
		-- In its table and by its number: the key of the view is made up of both, and no index knows it.
		v_at := case
			when p_after ~ '^a[1-9][0-9]{0,17}$' then (select e.created_at from private.audit_entries e
				where e.id = substr(p_after, 2)::bigint and (e.authority_id = p_authority or e.authority_id is null))
			when p_after ~ '^r[1-9][0-9]{0,17}$' then (select e.created_at from public.administration_events e
				where e.id = substr(p_after, 2)::bigint and e.authority_id = p_authority) end;
		perform private.require(v_at is not null);
	end if;
	return query
		select x.key, x.topic, x.kind, x.detail, private.name_of(x.person_id), x.created_at
		from (
			(
				select e.*
				from public.audit_log e
				where e.authority_id = p_authority
					and (p_topic is null or e.topic = p_topic)
					and e.created_at >= v_from
					and e.created_at < v_to
					and e.created_at <= v_at
					and (e.created_at, e.key) < (v_at, p_after)
				order by e.created_at desc, e.key desc
				limit 51
			)
			union all (
				select e.*
				from public.audit_log e
				where e.authority_id is null
					and (p_topic is null or e.topic = p_topic)
					and e.created_at >= v_from
					and e.created_at < v_to
					and e.created_at <= v_at
					and (e.created_at, e.key) < (v_at, p_after)
				order by e.created_at desc, e.key desc
				limit 51
			)
		) x
		order by x.created_at desc, x.key desc limit 51;
end
$$;
comment on function public.list_audit_log(uuid, text, text, text) is
	'The audit log, newest first: 50 rows and one more. p_topic: rights, sign_ins, exports, operator, '
	'other; p_month: 2026-11; p_after: key of the last row shown. NOTFD for all but administrators, and '
	'for a key that leads to no row.';
grant execute on function public.list_audit_log(uuid, text, text, text) to authenticated;
