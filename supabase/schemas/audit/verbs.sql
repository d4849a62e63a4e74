-- Verbs of the audit log of the administration: what changes something.

create function public.sign_in_failed(p_email text) returns void
language sql volatile security definer set search_path = '' as $$
	select private.count_attempt('failed:account:' || private.account_hash(p_email), '1 day')
$$;
comment on function public.sign_in_failed(text) is
	'A password was wrong: counted for the audit log, whether there is such an account or not. Definer '
	'and for the server only.';

create function private.filter_words(p_filter jsonb) returns jsonb
language sql immutable set search_path = '' as $$
	select coalesce(
		jsonb_object_agg(
			left(key, 40),
			case
				when key in ('q', 'search', 'suche') or value !~ '^[A-Za-z0-9_-]{1,60}$' then '…'
				else value
			end
		),
		'{}'
	)
	from jsonb_each_text(p_filter) where value <> ''
$$;
comment on function private.filter_words(jsonb) is
	'A filter without what somebody typed: chosen words stay, free text becomes "…".';

create function private.audit_export(
	p_authority uuid, p_kind text, p_rows integer, p_filter jsonb
) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform private.require(p_authority in (select private.my_authorities()));
	perform private.require_choice(
		'kind', p_kind ~ '^[a-z][a-z_]{1,40}$' and p_rows >= 0 and jsonb_typeof(p_filter) = 'object'
	);
	perform private.audit(
		p_authority, private.person_id(), 'exported',
		jsonb_build_object(
			'list', p_kind,
			'rows', p_rows,
			'filter', private.filter_words(p_filter)
		)
	);
end
$$;
comment on function private.audit_export(uuid, text, integer, jsonb) is
	'Who took which list away. Definer: nobody writes the audit log by hand; one writes only in one''s '
	'own name.';
grant execute on function private.audit_export(uuid, text, integer, jsonb) to authenticated;

create function public.audit_export(
	p_authority uuid, p_kind text, p_rows integer, p_filter jsonb default '{}'
) returns void
language sql volatile
set search_path = '' as $$
select private.audit_export(p_authority, p_kind, p_rows, p_filter) $$;
comment on function public.audit_export(uuid, text, integer, jsonb) is
	'To be called with every export: the list''s name, its rows, the filter as chosen. NOTFD for an '
	'authority one holds no post in.';
grant execute on function public.audit_export(uuid, text, integer, jsonb) to authenticated;

create function private.audit_reading(p_authority uuid, p_kind text) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform private.require(p_authority in (select private.my_authorities()));
	perform private.require_choice('kind', p_kind ~ '^[a-z][a-z_]{1,40}$');
	perform pg_advisory_xact_lock(hashtextextended('reading ' || private.person_id(), 0));
	if not exists (
		select
		from private.audit_entries e
		where e.authority_id = p_authority
			and e.person_id = private.person_id()
			and e.kind = 'export_by_token'
			and e.detail ->> 'list' = p_kind
			and e.created_at >= private.today()::timestamp at time zone 'Europe/Berlin'
	)
	then
		perform private.audit(
			p_authority, private.person_id(), 'export_by_token', jsonb_build_object('list', p_kind)
		);
	end if;
end
$$;
comment on function private.audit_reading(uuid, text) is
	'See audit_reading. Definer: nobody writes the audit log by hand; one writes only in one''s own name.';
grant execute on function private.audit_reading(uuid, text) to authenticated;

create function public.audit_reading(p_authority uuid, p_kind text) returns void
language sql volatile set search_path = '' as $$ select private.audit_reading(p_authority, p_kind) $$;
comment on function public.audit_reading(uuid, text) is
	'To be called when a program reads a whole list with a token: one entry per person, list and day, for it '
	'may ask every minute. NOTFD for an authority one holds no post in.';
grant execute on function public.audit_reading(uuid, text) to authenticated;
