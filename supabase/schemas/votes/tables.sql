-- Who reads the tables of votes, and what stays as it is. Nobody writes them but the verbs.

grant select on public.votes, public.vote_items, public.vote_electors, public.vote_substitutions,
	public.vote_casts, public.vote_choices, public.vote_results, public.vote_counts, public.vote_attendances,
	public.vote_conflicts
to authenticated;

create policy "members read the votes of their body" on public.votes for select to authenticated
	using (organisation_id in (select private.my_bodies()));
create policy "whoever sees a vote reads what it is on" on public.vote_items for select to authenticated
	using (exists (select from public.votes v where v.id = vote_id));
create policy "whoever sees a vote reads who is entitled" on public.vote_electors for select to authenticated
	using (exists (select from public.votes v where v.id = vote_id));
create policy "whoever sees a vote reads who steps in" on public.vote_substitutions
	for select to authenticated
	using (exists (select from public.votes v where v.id = vote_id));
create policy "whoever sees a vote reads who has voted" on public.vote_casts for select to authenticated
	using (exists (select from public.votes v where v.id = vote_id));
create policy "people read their own choice, the body all of an open vote at its end" on public.vote_choices
	for select to authenticated
	using (
		exists (select from public.votes v where v.id = vote_id and v.state = 'closed')
			or exists (
				select
				from public.vote_casts c
				where c.elector_id = vote_choices.elector_id and c.person_id = (select private.person_id())
			)
	);
create policy "whoever sees a vote reads how it ended" on public.vote_results for select to authenticated
	using (exists (select from public.votes v where v.id = vote_id));
create policy "whoever sees a result reads its counts" on public.vote_counts for select to authenticated
	using (exists (select from public.vote_results r where r.id = result_id));
create policy "whoever sees a result reads who was there" on public.vote_attendances
	for select to authenticated
	using (exists (select from public.vote_results r where r.id = result_id));
create policy "whoever sees a vote reads who was excluded and why" on public.vote_conflicts
	for select to authenticated
	using (exists (select from public.votes v where v.id = vote_id));

create trigger keep_vote before update on public.votes for each row execute function private.keep_vote();
create trigger keep_words before update on public.vote_items
	for each row execute function private.keep_words();
create trigger keep_words before update on public.vote_electors
	for each row execute function private.keep_words();
create trigger keep_words before update on public.vote_substitutions
	for each row execute function private.keep_words();
create trigger keep_words before update on public.vote_casts
	for each row execute function private.keep_words();
create trigger keep_words before update on public.vote_choices
	for each row execute function private.keep_words();
create trigger keep_words before update on private.secret_ballots
	for each row execute function private.keep_words();
create trigger keep_words before update on public.vote_results
	for each row execute function private.keep_words();
create trigger keep_words before update on public.vote_counts
	for each row execute function private.keep_words();
create trigger keep_words before update on public.vote_attendances
	for each row execute function private.keep_words();
create trigger keep_words before update on public.vote_conflicts
	for each row execute function private.keep_words();
