-- Pages of the way in which something came: what is read.

create function public.transcription_choices() returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'id', o.id,
				'name', o.name
			)
			order by array_position(
					array[
						'municipality', 'association', 'advisory_council', 'welfare_umbrella', 'member_association',
						'provider'
					],
					o.kind
				),
				o.name
		),
		'[]'
	)
	from public.organisations o
	where o.kind not in ('authority', 'office')
		and o.authority_id in (select private.my_authorities('{planner}'))
$$;
comment on function public.transcription_choices() is
	'Organisations for which one may enter something: all of the authorities one plans for.';
grant execute on function public.transcription_choices() to authenticated;
