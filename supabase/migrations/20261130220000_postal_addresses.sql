-- Where letters to an organisation go, its lines divided by commas as in the address of the authority.
alter table public.organisations add column postal_address text check (length(postal_address) <= 200);
