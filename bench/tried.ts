/** What was changed or tried because of a figure; goes into the results. */
export const TRIED = `## What was tried

- Nothing yet.`;
