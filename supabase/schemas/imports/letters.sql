-- Letters about imports: whom they reach and what there is to say.

create function private.letters_of_imports(p_notices bigint[])
returns table (notice_id bigint, facts jsonb, recipients jsonb)
language plpgsql stable set search_path = '' as $$
begin
	return query
	select n.id,
		jsonb_build_object(
			'authority', private.authority_document(a),
			'organisationName', o.name,
			'numbers', (
				select jsonb_agg(r.result order by r.number)
				from public.import_rows r
				where r.import_id = n.subject_id and r.organisation_id = o.id and r.result is not null
			)
		),
		private.recipients(o.id, private.writing_kinds())
	from private.notices n
	join public.authorities a on a.id = n.authority_id
	join public.imports i on i.id = n.subject_id and i.authority_id = n.authority_id
	join public.organisations o on o.id = (n.facts ->> 'organisation')::uuid and o.authority_id = n.authority_id
	where n.id = any (p_notices);
end
$$;
comment on function private.letters_of_imports(bigint[]) is
	'An organisation is told of all reports that one file brought for it.';
