-- Statements that came on paper, by mail or phone, entered by the planning for who said them.

create function private.enter_statement(
	p_id uuid, p_addressee uuid, p_kind text, p_intro text, p_points jsonb, p_channel text, p_given_by text,
	p_received_on date
) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	a public.call_addressees;
	r public.call_returns;
	v_intro text := coalesce(btrim(p_intro, E' \t\r\n'), '');
begin
	perform private.require(
		private.plans_addressee(p_addressee)
			and exists (
				select
				from public.call_addressees x
				join public.rounds y on y.call_id = x.call_id
				where x.id = p_addressee
			)
	);
	perform private.lock_call((select call_id from public.call_addressees where id = p_addressee));
	select * into a from public.call_addressees where id = p_addressee;
	if exists (select from public.statements s where s.id = p_id) then
		perform private.require(
			exists (
				select
				from public.statements s
				join public.call_returns x on x.id = s.return_id
				where s.id = p_id and s.addressee_id = a.id and x.channel = p_channel
			)
		);
		return;
	end if;
	r := private.give_return(
		a.id, 'submitted', p_channel, p_given_by, p_received_on,
		(select s.return_id from public.statements s where s.id = private.submitted_last(a.id))
	);
	perform private.write_submitted(
		p_id, p_kind, r, v_intro,
		jsonb_build_object(
			'intro', v_intro,
			'points', (
				select coalesce(
					jsonb_agg(
						jsonb_build_object(
							'place', x.place,
							'section', private.section_named(s.version_id, s.section_id),
							'kind', s.kind,
							'body', s.body,
							'quote', s.quote,
							'proposal', s.proposal
						)
						order by x.place
					),
					'[]'
				)
				from jsonb_array_elements(p_points) with ordinality x (said, place)
				cross join lateral private.said_in(a.call_id, x.said) s
			)
		),
		null
	);
	insert into public.statement_points (
		id, statement_id, place, version_id, section_id, kind, body, quote, quote_before, quote_after, proposal,
		proposal_words
	)
	select private.id_within(p_id, x.place::text), p_id, x.place, s.version_id, s.section_id, s.kind, s.body,
		s.quote, s.quote_before, s.quote_after, s.proposal, s.proposal_words
	from jsonb_array_elements(p_points) with ordinality x (said, place)
	cross join lateral private.said_in(a.call_id, x.said) s;
	perform private.settle_statement(p_id, r);
end
$$;
comment on function private.enter_statement(uuid, uuid, text, text, jsonb, text, text, date) is
	'See public.enter_statement. Of what the room is at it asks nothing and says nothing. Definer: nobody '
	'writes returns past the verbs. It asks itself who is calling.';
grant execute on function
	private.enter_statement(uuid, uuid, text, text, jsonb, text, text, date)
to authenticated;

create function public.enter_statement(
	p_id uuid, p_addressee uuid, p_kind text, p_intro text, p_points jsonb, p_channel text, p_given_by text,
	p_received_on date default null
) returns uuid
language plpgsql volatile set search_path = '' as $$
begin
	perform private.require(private.plans_addressee(p_addressee));
	perform private.require_choice('kind', p_kind in ('joint', 'no_objections'));
	perform private.require_choice(
		'channel', p_channel in ('email', 'letter', 'fax', 'phone', 'in_person', 'workshop')
	);
	perform private.require_choice(
		'points', jsonb_typeof(p_points) = 'array' and jsonb_array_length(p_points) <= 500
	);
	if private.is_blank(p_given_by) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["given_by"]';
	elsif p_kind = 'joint' and p_points = '[]' and private.is_blank(p_intro) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["intro"]';
	elsif p_kind = 'no_objections' and (p_points <> '[]' or not private.is_blank(p_intro)) then
		raise exception 'not valid' using errcode = 'INVAL', detail = '["kind"]';
	end if;
	perform private.enter_statement(
		p_id, p_addressee, p_kind, p_intro, p_points, p_channel, btrim(p_given_by), p_received_on
	);
	return p_id;
end
$$;
comment on function public.enter_statement(uuid, uuid, text, text, jsonb, text, text, date) is
	'Enters for an addressee the statement that came otherwise than online: p_points as [{section, kind, '
	'body, …}], see private.said_in. A later one corrects the one before; both stay. p_id: drawn by the form; '
	'sent again it is one. Planners only. Returns its id.';
grant execute on function
	public.enter_statement(uuid, uuid, text, text, jsonb, text, text, date)
to authenticated;
