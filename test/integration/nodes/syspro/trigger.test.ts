import type { INodeParameters } from 'n8n-workflow';

import { PollingWorkflow } from '../../../../engine/poll';
import { SysproTrigger } from '../../../../nodes/Syspro/SysproTrigger.node';
import { sysproCredential, sysproForFile } from '../../../support/syspro/nodes';
