-- Why: whoever answered by a link chose an outcome for each field and could say nothing with it. Now a guest
-- has the fields of the form; what was given so far is kept in the same shape.

alter table private.addressee_link_uses
	drop constraint addressee_link_uses_given_check,
	add constraint addressee_link_uses_given_check
		check (jsonb_typeof(given) = 'object' and pg_column_size(given) < 1500000);
comment on column private.addressee_link_uses.given is
	'Of a survey {field: {outcome, answers, unknown}}; to confirm that the request arrived nothing is given.';

update private.addressee_link_uses u set given = (
	select jsonb_object_agg(
		x.key, jsonb_build_object('outcome', x.value, 'answers', '{}'::jsonb, 'unknown', '[]'::jsonb)
	)
	from jsonb_each_text(u.given) x
)
from private.addressee_links l
where l.id = u.link_id and l.duty = 'answer' and u.given <> '{}';
