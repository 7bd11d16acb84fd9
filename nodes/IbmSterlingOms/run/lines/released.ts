import { inField, refuse } from '../../../../kit/n8n/refusal';
import { roundedQuantity } from './quantities';

/** A quantity of a line that is released to a node. */
export interface Released {
	/** Key of the order line. */
	line: string;
	/** Key of the release. */
	release: string;
	node: string;
	quantity: number;
}

interface Asked {
	/** Key of the order line. */
	line: string;
	/** Everything that is released of the line, where left out. */
	quantity?: string;
	/** What the line is called in messages. */
	label: string;
}

/**
 * Which released quantities leave: all of them, or as much of each line as is asked for, release by release.
 * @throws Refusal that names the line of which less is released
 */
export function allocate(released: readonly Released[], asked: readonly Asked[] | undefined): Released[] {
	if (!asked) return [...released];
	const left = released.map((part) => ({ ...part }));
	return asked.flatMap(({ line, quantity, label }) =>
		inField(label, () => {
			const parts = left.filter((part) => part.line === line && part.quantity > 0);
			const there = roundedQuantity(parts.reduce((sum, part) => sum + part.quantity, 0));
			let wanted = quantity === undefined ? there : Number(quantity);
			if (!(wanted > 0) && quantity !== undefined)
				refuse(`Quantity ${quantity} cannot be shipped`, 'Enter a quantity above 0.');
			if (wanted > there || there === 0) {
				refuse(
					there === 0 ? 'nothing of it is released' : `${wanted} should be shipped, but only ${there} are released`,
					'Release the line first, or ship what is released.',
				);
			}
			return parts.flatMap((part) => {
				const taken = roundedQuantity(Math.min(part.quantity, wanted));
				part.quantity = roundedQuantity(part.quantity - taken);
				wanted = roundedQuantity(wanted - taken);
				return taken > 0 ? [{ ...part, quantity: taken }] : [];
			});
		}),
	);
}
