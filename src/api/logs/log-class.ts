// What AWS refuses for log groups of other classes than STANDARD. Their events are stored and queried here like all others.
// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html

import type { LogClass } from '../../store/group-settings.ts';
import { LogGroupMissing, type Store } from '../../store/store.ts';
import { ServiceError } from '../errors.ts';
import { word } from './members.ts';

export const logGroupClass = word('STANDARD', 'INFREQUENT_ACCESS', 'DELIVERY');

/** Days that AWS keeps events of the class DELIVERY; nobody can set others, and DescribeLogGroups shows these. */
export const deliveryRetentionDays = 2;

/** Both texts are AWS's (seen with FilterLogEvents and PutRetentionPolicy), though the models do not declare these types. */
export function refuseClass(logGroup: string, logClass: LogClass, operation: string): void {
  if (logClass === 'DELIVERY')
    throw new ServiceError('ValidationException', 'This operation is not supported for Delivery log class');
  if (logClass === 'INFREQUENT_ACCESS')
    throw new ServiceError(
      'InvalidOperationException',
      `The log group ${logGroup} is of log-group-class ${logClass}. ${operation} is not supported for this log class.`,
    );
}

/** For operations that AWS has for the class STANDARD only. Throws LogGroupMissing. */
export function requireStandard(logGroup: string, operation: string, store: Pick<Store, 'group'>): void {
  const group = store.group(logGroup);
  if (group === undefined) throw new LogGroupMissing(logGroup);
  refuseClass(logGroup, group.settings.logClass, operation);
}
