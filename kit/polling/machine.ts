/** This machine's clock, in milliseconds since 1970; in one place, so that a test can set it. */
export const machine = { now: (): number => Date.now() };
