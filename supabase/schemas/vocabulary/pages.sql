-- Pages of the controlled vocabulary: what is read.

create function public.vocabulary() returns jsonb
language sql stable set search_path = '' as $$
	select jsonb_build_object(
		'fieldsOfAction', (
			select jsonb_agg(
				jsonb_build_object(
					'key', key,
					'label', label,
					'labelEn', label_en
				)
				order by position
			)
			from public.fields_of_action
		),
		'targetGroups', (
			select jsonb_agg(
				jsonb_build_object(
					'key', key,
					'label', label,
					'labelEn', label_en
				)
				order by position
			)
			from public.target_groups
		),
		'decisionWords', (
			select jsonb_agg(
				jsonb_build_object(
					'key', key,
					'label', label,
					'labelEn', label_en,
					'namesThirdParty', names_third_party
				)
				order by position
			)
			from public.decision_words
		)
	)
$$;
comment on function public.vocabulary() is
	'{fieldsOfAction, targetGroups, decisionWords}, each [{key, label, labelEn}] in order. Changes with '
	'a migration only: keep it in memory.';
grant execute on function public.vocabulary() to anon, authenticated;
