-- The index of words: what is written into it, and that it goes with its subject.

create function private.add_words(
	p_authority uuid, p_kind text, p_id uuid, p_is_shared boolean, p_text text
) returns void
language sql volatile security definer set search_path = '' as $$
	with new as (select private.words_of(p_text) as words),
	shared as (
		insert into private.word_index as i (authority_id, subject_kind, subject_id, is_shared, words)
		select p_authority, p_kind, p_id, true, n.words from new n where p_is_shared
		on conflict (subject_kind, subject_id, is_shared) do update set words = i.words || excluded.words
	),
	both_sides as (
		update private.word_index i set words = i.words || n.words from new n
		where p_is_shared and i.subject_kind = p_kind and i.subject_id = p_id and not i.is_shared
	)
	insert into private.word_index as i (authority_id, subject_kind, subject_id, is_shared, words)
	select p_authority, p_kind, p_id, false, coalesce(s.words, '') || n.words
	from new n
	left join private.word_index s on s.subject_kind = p_kind and s.subject_id = p_id and s.is_shared
	where not p_is_shared
	on conflict (subject_kind, subject_id, is_shared) do update
	set words = i.words || (select n.words from new n)
$$;
comment on function private.add_words(uuid, text, uuid, boolean, text) is
	'Adds words by which something is found, for all who see it or for its two sides only. Definer: the index '
	'is granted to nobody, since it holds words of everybody.';

create function private.forget_words() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	delete from private.word_index where subject_kind = tg_argv[0] and subject_id = old.id;
	return null;
end
$$;
comment on function private.forget_words() is
	'The words go with what is found by them, of the kind given as argument. Definer: see add_words.';
