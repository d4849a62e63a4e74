// Pages are read, filled in and sent: no scripts. A page that gains from them sets `csr = true` itself.
export const csr = false;
