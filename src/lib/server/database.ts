import type { SupabaseClient } from '@supabase/supabase-js';

/** The data interface, acting as one person or as nobody. */
export type Database = SupabaseClient;
