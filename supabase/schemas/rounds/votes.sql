-- What a vote of the body on a statement has to know of it: see votes/rules.sql.

create function private.statement_wording(p_statement uuid) returns jsonb
language sql stable set search_path = '' as $$
	select jsonb_build_object(
		'title', c.title,
		'wording', s.wording,
		'text', s.intro,
		'hash', s.wording_hash,
		'organisationId', s.organisation_id,
		'items', (
			select coalesce(
				jsonb_agg(
					jsonb_strip_nulls(
						jsonb_build_object(
							'ref', p.id,
							'title', concat_ws(' ', t.number, t.heading),
							'quote', p.quote,
							'body', nullif(btrim(p.body), ''),
							'proposal', p.proposal_words
						)
					)
					order by p.place
				),
				'[]'
			)
			from public.statement_points p
			left join public.section_texts t on t.version_id = p.version_id and t.section_id = p.section_id
			where p.authority_id = s.authority_id and p.statement_id = s.id
		)
	)
	from public.statements s
	join public.calls c on c.id = s.call_id
	where s.id = p_statement and s.kind = 'joint' and s.state = 'frozen'
$$;
comment on function private.statement_wording(uuid) is
	'The words of a joint statement while they are frozen. Granted to nobody: votes ask it for their body.';

create function private.statement_told(p_statement uuid) returns boolean
language sql stable set search_path = '' as $$
	select exists (
		select from public.statements s where s.id = p_statement and s.state = 'submitted'
	)
$$;
comment on function private.statement_told(uuid) is
	'Has the statement been submitted? Only then does its vote reach anybody outside. Granted to nobody.';
