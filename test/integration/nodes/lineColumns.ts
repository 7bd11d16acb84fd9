/** What a mapper holds whose fields are filled in one by one. */
export const mapping = (value: Record<string, string>) => ({ mappingMode: 'defineBelow', value, schema: [] });

/** A mapper that takes the fields of the input as they are. */
export const AUTOMATIC = { mappingMode: 'autoMapInputData', value: null, schema: [] };
