-- Why: who may ask, answer, prolong and close is decided here. Planners of the authority run a call;
-- addressees see their own row of the ledger and nobody else's; what was done stays as it was done. Every
-- step locks the call, so that two planners who close it at once, or an answer that arrives in the second
-- of closing, wait for each other and the second sees the first.

alter table public.circles enable row level security;
alter table public.circle_members enable row level security;
alter table public.calls enable row level security;
alter table public.call_addressees enable row level security;
alter table public.call_steps enable row level security;
alter table public.call_extensions enable row level security;
alter table public.call_extension_decisions enable row level security;
alter table public.call_notices enable row level security;
