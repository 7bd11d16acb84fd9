import { alphabetical } from '../../../../kit/n8n/alphabetical';
import type { Resource } from '../../operation';
import { pipeline } from './pipeline';
import { reads } from './read';
import { writes } from './write';

export const order: Resource = {
	value: 'order',
	name: 'Order',
	operations: alphabetical([...pipeline, ...reads, ...writes], ({ name }) => name),
};
