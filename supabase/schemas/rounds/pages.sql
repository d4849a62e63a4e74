-- Pages of rounds: what is read.

create function private.statement_document(p_statement uuid) returns jsonb
language sql stable set search_path = '' as $$
	select jsonb_build_object(
		'id', s.id,
		'kind', s.kind,
		'state', s.state,
		'organisationName', (select o.name from public.organisations o where o.id = s.organisation_id),
		'intro', s.intro,
		'introRevision', s.intro_revision,
		'revision', s.revision,
		'hash', s.wording_hash,
		'points', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'id', p.id,
						'place', p.place,
						'section', private.section_named(p.version_id, p.section_id),
						'kind', p.kind,
						'body', p.body,
						'quote', p.quote,
						'proposal', p.proposal,
						'revision', p.revision
					)
					order by p.place
				),
				'[]'
			)
			from public.statement_points p
			where p.authority_id = s.authority_id and p.statement_id = s.id
		),
		'dissents', private.dissents_of(s.id),
		'decision', s.decision,
		'decidedOn', s.decided_on,
		'voteId', s.vote_id,
		'signedAt', s.signed_at,
		'submittedAt', s.submitted_at,
		'isLate', s.is_late,
		'correctsId', s.corrects_id,
		'correctedById', (
			select x.id from public.statements x where x.corrects_id = s.id and x.state = 'submitted'
		),
		'channel', r.channel,
		'givenBy', r.given_by,
		'receivedOn', r.received_on
	)
		|| coalesce(
			private.statement_names(s.id),
			'{"personName": null, "signedName": null, "signedPost": null}'
		)
	from public.statements s
	left join public.call_returns r on r.id = s.return_id
	where s.id = p_statement
$$;
comment on function private.statement_document(uuid) is
	'A statement word for word, with its points, dissents and how it was decided, for who may read it.';
grant execute on function private.statement_document(uuid) to authenticated;

create function private.section_named(p_version uuid, p_section uuid) returns jsonb
language sql stable set search_path = '' as $$
	select jsonb_build_object(
		'key', s.key,
		'number', t.number,
		'heading', t.heading
	)
	from public.section_texts t
	join public.sections s on s.id = t.section_id
	where t.version_id = p_version and t.section_id = p_section
$$;
comment on function private.section_named(uuid, uuid) is
	'A section as a sentence names it; null: about the whole.';
grant execute on function private.section_named(uuid, uuid) to authenticated;
