-- Verbs of rounds: what changes something.

create function public.start_round(p_authority uuid, p_id uuid) returns text
language plpgsql volatile set search_path = '' as $$
declare
	v_last public.calls;
	v_year text := to_char(private.today(), 'YYYY');
	v_slug text;
	n integer := 1;
begin
	perform private.require(p_authority in (select private.my_authorities('{planner}')));
	perform pg_advisory_xact_lock(hashtextextended('start round ' || p_authority, 0));
	select slug into v_slug from public.calls where id = p_id and authority_id = p_authority;
	if found then
		return v_slug;
	end if;
	select *
	into v_last
	from public.calls
	where authority_id = p_authority and kind = 'rounds' and state <> 'draft'
	order by created_at desc
	limit 1;
	v_slug := 'beteiligung-' || v_year;
	while exists (select from public.calls where authority_id = p_authority and slug = v_slug) loop
		n := n + 1;
		v_slug := 'beteiligung-' || v_year || '-' || n;
	end loop;
	insert into public.calls (
		id, authority_id, kind, slug, title, covering_text, opens_at, closes_at, post_id, purpose,
		legal_basis, readers, retention, previous_id
	)
	values (
		p_id, p_authority, 'rounds', v_slug,
		'Beteiligung ' || v_year || case when n > 1 then ' (' || n || ')' else '' end,
		coalesce(
			v_last.covering_text,
			'Bitte lesen Sie den Entwurf und sagen Sie uns, was Sie anders sehen. Sie können an jedem '
			'Abschnitt '
				'etwas anmerken und am Ende gemeinsam Stellung nehmen. Auf jeden Punkt erhalten Sie '
				'eine Antwort. '
				'Wenn Sie keine Einwände haben, genügt ein Klick.'
		),
		private.now(), private.end_of_day(private.today() + 56), private.planning_post(p_authority),
		coalesce(v_last.purpose, 'Sozialplanung: den Entwurf mit allen beraten, die er betrifft.'),
		coalesce(
			v_last.legal_basis,
			'Art. 6 Abs. 1 Buchst. e DSGVO in Verbindung mit dem Datenschutzrecht des Landes und dem '
				'jeweiligen Fachgesetz'
		),
		coalesce(
			v_last.readers,
			'Was Sie in Ihrem Raum anmerken, lesen nur die Mitglieder Ihrer Organisation. Erst was Sie '
			'einreichen, '
				'liest die Sozialplanung. In der Abwägung stehen Organisationen mit Namen, einzelne '
				'Personen nie.'
		),
		coalesce(v_last.retention, 'Zehn Jahre nach Abschluss, danach Angebot an das Kreisarchiv'), v_last.id
	);
	insert into public.rounds (call_id) values (p_id);
	return v_slug;
end
$$;
comment on function public.start_round(uuid, uuid) is
	'Begins a comment round; what is said of data protection comes from the last one. p_id: drawn by the form; '
	'sent again, it is one. Returns its short name.';
grant execute on function public.start_round(uuid, uuid) to authenticated;

create function public.set_round(
	p_authority uuid, p_slug text, p_version uuid, p_is_public boolean, p_reading text
) returns void
language plpgsql volatile set search_path = '' as $$
declare c public.calls := private.call_to_plan(p_authority, p_slug, 'rounds');
begin
	perform private.require_choice('reading', p_reading in ('own', 'after_closing', 'among'));
	perform private.require_choice(
		'version_id',
		p_version is null
			or exists (
				select from public.document_versions v where v.id = p_version and v.authority_id = p_authority
			)
	);
	update public.rounds
	set version_id = p_version, is_public = p_is_public, reading = p_reading
	where call_id = c.id;
	if not found then
		raise exception 'errors_call_is_open' using errcode = 'FINAL';
	end if;
end
$$;
comment on function public.set_round(uuid, text, uuid, boolean, text) is
	'Says what a round is about and who reads what, while it is prepared. FINAL once it is open.';
grant execute on function public.set_round(uuid, text, uuid, boolean, text) to authenticated;

create function public.set_legal_bases(p_authority uuid, p_slug text, p_bases jsonb) returns void
language plpgsql volatile set search_path = '' as $$
declare c public.calls := private.call_to_plan(p_authority, p_slug, 'rounds');
begin
	if c.state <> 'draft' then
		raise exception 'errors_call_is_open' using errcode = 'FINAL';
	end if;
	update public.call_addressees a
	set legal_basis = nullif(btrim(p_bases ->> a.organisation_id::text), '')
	where a.call_id = c.id;
end
$$;
comment on function public.set_legal_bases(uuid, text, jsonb) is
	'Says why organisations have to be asked ({organisation: basis}), while the call is prepared. Those without '
	'one are asked because one wants to know.';
grant execute on function public.set_legal_bases(uuid, text, jsonb) to authenticated;
