/** What is left of calculating with quantities, which Sterling keeps with four decimals (factory data types). */
export const roundedQuantity = (quantity: number): number => Math.round(quantity * 10_000) / 10_000;
