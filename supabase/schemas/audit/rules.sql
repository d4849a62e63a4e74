-- Rules of the audit log of the administration: who may, what must be true, what follows.

create function private.audit_age() returns interval language sql immutable
set search_path = '' as $$
select interval '24 months' $$;
comment on function private.audit_age() is
	'How long the audit log is kept at least and at most. Source: operating manual, retention; Art. 5 '
	'(1) e and Art. 32 DSGVO.';
grant execute on function private.audit_age() to service_role;

-- Not a matter of grants: these refuse the owner and the server's role too.
create function private.refuse_audit_change() returns trigger
language plpgsql set search_path = '' as $$
begin
	if tg_op = 'DELETE' and old.created_at < private.now() - private.audit_age() then
		return old;
	end if;
	raise exception 'the audit log only grows' using errcode = 'FINAL';
end
$$;
comment on function private.refuse_audit_change() is
	'The audit log is changed by nobody, whatever their role; entries go when their time is over, not '
	'before.';

create function private.audit(
	p_authority uuid, p_person uuid, p_kind text, p_detail jsonb default '{}'
) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	insert into private.audit_entries (authority_id, person_id, kind, detail)
	select distinct p.authority_id, p_person, p_kind, p_detail
	from public.holdings h join public.posts p on p.id = h.post_id and p.abolished_on is null
	where p_authority is null and h.person_id = p_person and private.is_current(h);
	if not found then
		insert into private.audit_entries (authority_id, person_id, kind, detail)
		values (p_authority, p_person, p_kind, p_detail);
	end if;
end
$$;
comment on function private.audit(uuid, uuid, text, jsonb) is
	'The one way into the audit log. Without an authority: one entry for each in which the person holds '
	'a post today. Definer: nobody may write it by hand.';

create function private.audit_failed_sign_in(p_account_hash text, p_count integer) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v_detail jsonb := jsonb_build_object(
	'account', left(p_account_hash, 8),
	'count', p_count
);
begin
	insert into private.audit_entries (authority_id, kind, detail)
	select distinct p.authority_id, 'sign_in_failed', v_detail
	from public.people pe
	join public.holdings h on h.person_id = pe.id
	join public.posts p on p.id = h.post_id and p.abolished_on is null
	where private.account_hash(pe.email) = p_account_hash and private.is_current(h);
	if not found then
		perform private.audit(null, null, 'sign_in_failed', v_detail);
	end if;
end
$$;
comment on function private.audit_failed_sign_in(text, integer) is
	'A wrong code or password: the how manyth of the day for which account, known by the beginning of '
	'its hash. Whose account it is does not say who tried. Definer: as private.audit.';

grant select on public.administration_events to authenticated;
create policy "administrators read the record of rights" on public.administration_events
	for select to authenticated
	using (authority_id in (select private.my_authorities('{administrator}')));

grant select on private.audit_entries to authenticated;
create policy "administrators read the audit log of their authority and of the installation" on
	private.audit_entries
	for select to authenticated
	using (
		authority_id in (select private.my_authorities('{administrator}'))
			or authority_id is null
				and kind like 'operator\_%'
				and exists (select from private.my_authorities('{administrator}'))
	);
create trigger refuse_change before update or delete on private.audit_entries
	for each row execute function private.refuse_audit_change();
create trigger refuse_truncate before truncate on private.audit_entries
	for each statement execute function private.refuse_audit_change();

grant select on public.audit_log to authenticated;
