-- Why: what the pages of a calendar read and do: by hand, and from a calendar file that is looked at
-- before it is taken over.

-- Pages.
-- It brings functions only: their present form stands in supabase/schemas.
