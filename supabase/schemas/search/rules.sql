-- Finding texts by German words: what a word is called, what it is put together from, what finds a text.

create function private.folded(p_text text) returns text
language sql immutable set search_path = '' as $$
	select translate(
		lower(
			regexp_replace(
				regexp_replace(
					translate(normalize(p_text, nfc), U&'\00AD\200B\2010\2011', '--'),
					'([a-zäöüß])(?:[:*_·•/]-?|/-)(innen|in)(?![a-zäöüß])', '\1\2', 'g'
				),
				'([a-zäöüß])(?:\((innen|in)\)|I(nnen|n)(?![a-zäöüß]))', '\1i\3\2', 'g'
			)
		),
		'ÄÖÜÉÈÊËÀÂÁÃÅÇÑÍÌÎÏÓÒÔÕÚÙÛŐŰŞČĆŽŠŁĐéèêëàâáãåçñíìîïóòôõúùûőűşčćžšłđ',
		'äöüeeeeaaaaacniiiioooouuuöüscczsldeeeeaaaaacniiiioooouuuöüscczsld'
	)
$$;
comment on function private.folded(text) is
	'A text in small letters, however its letters were typed (NFC, NFD, soft hyphens), without accents and '
	'without the signs of gender: Ärzt:innen, Ärzt*innen, ÄrztInnen, Bürger/-innen become words with -innen.';

-- In plpgsql, because each runs for every word of a text.
create function private.plain(p_word text) returns text
language plpgsql immutable set search_path = '' as $$
begin
	return case
		when p_word like '%innen' then regexp_replace(p_word, '^(.{4,})innen$', '\1')
		when p_word like '%in' then
			regexp_replace(
				p_word, '^(.*(?:er|or|ist|ent|ant|eur|log|iat|[aä]rzt|wirt|anwält|ling|beamt|köch))in$', '\1'
			)
		when p_word like '%s' then regexp_replace(p_word, '^(.{2,}[^aeiouäöüy][ao])s$', '\1')
		else p_word
	end;
end
$$;
comment on function private.plain(text) is
	'A word without what the stemmer leaves: female endings (Ärztinnen, Seniorin), plural -s after a vowel '
	'(Kitas).';

create function private.stem(p_word text) returns text
language plpgsql immutable set search_path = '' as $$
declare v_stem text := (ts_lexize('pg_catalog.german_stem', p_word))[1];
begin
	return case
		when right(v_stem, 2) in ('um', 'us', 'is') then regexp_replace(v_stem, '^(.{3,}[^aeiou])..$', '\1')
		else v_stem
	end;
end
$$;
comment on function private.stem(text) is
	'What the forms of a plain word have in common (Snowball), Latin ones too (Zentrum, Zentren; Praxis, '
	'Praxen). Null: a word without meaning of its own.';

create function private.words_in(p_text text) returns table (word text, piece text, is_last boolean)
language sql immutable set search_path = '' rows 50 as $$
	with tokens as (
		select distinct t.found[1] as token
		from regexp_matches(private.folded(p_text), '[a-z0-9äöüß]+(?:-[a-z0-9äöüß]+)*', 'g') as t(found)
	)
	select replace(token, '-', ''), null, true from tokens where length(token) <= 80
	union
	select replace(token, '-', ''), p.piece, p.n = p.pieces
	from tokens,
		lateral (
			select x.piece, x.n, count(*) over () as pieces
			from regexp_split_to_table(token, '-') with ordinality x(piece, n)
		) p
	where token like '%-%' and length(token) <= 80
$$;
comment on function private.words_in(text) is
	'The words of a text, each once. One written with hyphens is one word, and its pieces.';

create function private.parts_of(p_words text[]) returns table (
	word text, before text, part text, is_head boolean, parts integer
)
language sql stable set search_path = '' rows 20 as $$
	with recursive words as (
		select w.word, length(w.word) as size
		from unnest(p_words) w(word)
		where length(w.word) between 6 and 50 and w.word !~ '[0-9]' and not exists (
			select from private.word_parts p where p.stem = (ts_lexize('pg_catalog.german_stem', w.word))[1]
		)
	),
	paths as (
		select w.word, w.size, array[0] as cuts, 0 as pos from words w
		union all
		select p.word, p.size, p.cuts || j, j
		from paths p, generate_series(p.pos + 3, p.size) j
		where exists (
			select
			from private.word_parts x
			where x.stem = (ts_lexize('pg_catalog.german_stem', substr(p.word, p.pos + 1, j - p.pos)))[1]
		)
	),
	-- One part that nobody has written down, before or behind those that are known.
	guesses as (
		select w.word, w.size, array[0, i, w.size] as cuts, w.size - i as known, true as is_head
		from words w, generate_series(5, w.size - 4) i
		where exists (
			select
			from private.word_parts x
			where x.stem = (ts_lexize('pg_catalog.german_stem', substr(w.word, i + 1)))[1]
		)
		union all
		select p.word, p.size, p.cuts || p.size, p.pos, false
		from paths p
		where p.pos between 4 and p.size - 5
			and substr(p.word, p.pos + 1)
				!~ '^(?:[aeiouäöü].{0,6}$|lich|keit|heit|ung|isch|schaft|bar|sam|los|ig|tum|chen|lein)'
	),
	best as (
		select distinct on (c.word) c.word, c.cuts
		from (
			select p.word, p.cuts, cardinality(p.cuts) as worth
			from paths p
			where p.pos = p.size and cardinality(p.cuts) > 2
			union all
			select g.word, g.cuts, case when g.is_head then 100 else 200 end - g.known
			from guesses g
			where g.known >= 6 or g.size - g.known >= 7
		) c
		order by c.word, c.worth, c.cuts desc
	)
	select b.word, substr(b.word, b.cuts[m] + 1, b.cuts[n - 1] - b.cuts[m]),
		substr(b.word, b.cuts[n - 1] + 1, b.cuts[n] - b.cuts[n - 1]), n = cardinality(b.cuts), n - m
	from best b, generate_subscripts(b.cuts, 1) m, generate_subscripts(b.cuts, 1) n
	where m < n
$$;
comment on function private.parts_of(text[]) is
	'What long words are put together from: every run of their parts (the last, and what is before it), the '
	'whole word too, and whether it stands at the end, where German says what a thing is. The ending between '
	'two parts is one that the stemmer takes off. What is '
	'written down as simple is not taken apart; parts must make up the whole word, so that Busch is no Bus.';

create function private.names_of(p_text text) returns table (
	word text, lexeme text, weight text, is_part boolean, is_single boolean
)
language sql stable set search_path = '' rows 100 as $$
	with words as materialized (
		select w.word, w.piece, w.is_last, private.plain(coalesce(w.piece, w.word)) as plain
		from private.words_in(p_text) w
	),
	parts as materialized (
		select p.*, max(p.parts) over (partition by p.word) as all_parts
		from private.parts_of(array(select w.plain from words w)) p
	),
	found as (
		select w.word, coalesce(p.before, '') as before, coalesce(p.part, w.plain) as name,
			case
				when w.piece is null and p.parts is not distinct from p.all_parts then 'B'
				when w.is_last and p.is_head is not false then 'C'
				else 'D'
			end as weight,
			w.piece is not null or p.parts < p.all_parts as is_part, coalesce(p.parts, 1) = 1 as is_single
		from words w
		left join parts p on p.word = w.plain
	)
	select
		w.word,
		'=' || replace(replace(replace(replace(w.word, 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss'), 'A', false,
		true
	from words w
	where w.piece is null and private.stem(w.plain) is not null
	union all
	select f.word, translate(replace(f.before, 'ß', 'ss'), 'äöü', 'aou') || x.lexeme, f.weight, f.is_part,
		f.is_single
	from found f
	cross join lateral (select private.stem(f.name) as stem) s
	cross join lateral unnest(
		case
			-- Kurs is no Kur; what stands before another part may have an -s that holds them together.
			when f.weight < 'D' and f.name ~ '^.{1,2}[^aeiouäöüs]s$' then array[f.name]
			-- Busse are buses, Buße is none.
			when s.stem like '%ss' and f.name ~ 'ss(?:e|en)$' then array[s.stem, left(s.stem, -1)]
			-- Taxis are more than one, Praxis is not.
			when f.name ~ '[^aeiouäöü]is$' then array[s.stem, left(f.name, -1)]
			else array[s.stem]
		end
	) x(lexeme)
	where x.lexeme is not null
	union all
	-- A short last part has other endings than the whole word: barrierefreie, Barrierefreiheit.
	select f.word, private.stem(f.before || f.name), f.weight, f.is_part, f.is_single
	from found f
	where f.before <> ''
$$;
comment on function private.names_of(text) is
	'By which names each word of a text is found. Weights: A the word itself, B its stem, C what it ends with '
	'(a Rufbus is a Bus), D what else it is put together from.';

create function private.words_of(p_text text) returns tsvector
language sql stable set search_path = '' as $$
	select coalesce(string_agg('''' || x.lexeme || ''':1' || x.weight, ' '), '')::tsvector
	from (select n.lexeme, min(n.weight) as weight from private.names_of(p_text) n group by n.lexeme) x
$$;
comment on function private.words_of(text) is
	'What a text is found by. Each name stands in it once, so that rank says how close a word is, not how often '
	'it is said.';

create function private.search_for(p_text text) returns table (finds tsquery, likes tsquery)
language sql stable set search_path = '' rows 1 as $$
	with names as materialized (select * from private.names_of(left(p_text, 200))),
	words as (
		select n.word,
			string_agg(
				distinct '''' || n.lexeme || '''' || case when n.is_part and n.is_single then ':B' else '' end, ' | '
			) as finds,
			string_agg(distinct '''' || n.lexeme || '''', ' | ') filter (where not n.is_part) as likes
		from names n
		-- The numbers in HZ-2026-9 say nothing alone.
		where not n.is_part or n.lexeme !~ '[0-9]' and n.word !~ '[0-9]'
		group by n.word
	)
	select string_agg('(' || w.finds || ')', ' & ')::tsquery, string_agg(w.likes, ' | ')::tsquery
	from words w
$$;
comment on function private.search_for(text) is
	'The question that a text typed into a search is: all its words must be found, each by one of its names. '
	'One part of a longer word must stand alone: a Rufbus finds the Bus, not the Linienbus. likes: for '
	'the rank.';

create function private.words_found(p_text text, p_finds tsquery) returns text[]
language sql stable set search_path = '' as $$
	select coalesce(array_agg(w.word), '{}')
	from (
		select n.word, string_agg('''' || n.lexeme || ''':1' || n.weight, ' ')::tsvector as words
		from private.names_of(p_text) n
		group by n.word
	) w
	where w.words @@ replace(p_finds::text, '&', '|')::tsquery
$$;
comment on function private.words_found(text, tsquery) is
	'The words of a text by which a search finds it, folded: any of those that were typed.';

create function private.passage_of(p_text text, p_words text[]) returns jsonb
language sql stable set search_path = '' as $$
	with pieces as materialized (
		select x.n, x.piece,
			regexp_split_to_array(replace(private.folded(x.piece), '-', ''), '[^a-z0-9äöüß]+') && p_words as is_found
		from regexp_split_to_table(btrim(p_text, E' \t\r\n'), '\s+') with ordinality x (piece, n)
	),
	edges as (
		select min(p.n) filter (where p.is_found) - 12 as first, min(p.n) filter (where p.is_found) + 24 as last,
			max(p.n) as most
		from pieces p
	),
	runs as (
		select p.n, p.piece, p.is_found, p.n - row_number() over (partition by p.is_found order by p.n) as run
		from pieces p, edges e
		where p.n between e.first and e.last
	)
	select case when e.first > 1 then '[{"text": "…", "isFound": false}]'::jsonb else '[]' end
		|| (
			select jsonb_agg(
				jsonb_build_object('text', r.text, 'isFound', r.is_found)
				order by r.n
			)
			from (
				select min(x.n) as n, x.is_found, string_agg(x.piece, ' ' order by x.n) as text
				from runs x
				group by x.is_found, x.run
			) r
		)
		|| case when e.last < e.most then '[{"text": "…", "isFound": false}]'::jsonb else '[]' end
	from edges e
	where e.first is not null
$$;
comment on function private.passage_of(text, text[]) is
	'Where a text first says one of these words (words_found), with what stands around it, as [{text, '
	'isFound}]; null where it says none.';
