/** Whether a text is a segment ID as the standard has them: two or three capital letters or digits, a letter first. */
export const isSegmentId = (id: string): boolean => /^[A-Z][A-Z0-9]{1,2}$/.test(id);
