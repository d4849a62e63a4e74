-- What must hold once every file is there: a rule that names another by a pattern finds it.
do $$
begin
	perform private.require_kinds();
	perform private.require_vote_subjects();
end
$$;
