// STS GetCallerIdentity: clients ask it to find out their account, or whether their credentials work at all.
// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
// Inferred: AWS's UserId is an id of its own (AIDA…); ours is the caller's name, which is as unique and says more.

import { z } from 'zod';
import { callerArn } from '../caller.ts';
import { action } from '../logs/action.ts';

export const getCallerIdentity = action(
  z.object({}),
  (_, { accountId }, { caller }) => ({
    Arn: callerArn(caller, accountId),
    UserId: caller.name,
    Account: accountId,
  }),
  'ValidationException',
);
