// Pages are read, filled in and sent: no scripts. A page that gains from one brings its own (`?script`), without a framework.
export const csr = false;
