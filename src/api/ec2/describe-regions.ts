// EC2 DescribeRegions: Grafana and other clients fill their list of Regions from it. There is one here: the one of our ARNs.
// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRegions.html

import { z } from 'zod';
import { ServiceError } from '../errors.ts';
import { action } from '../logs/action.ts';

/** Members as the form has them. */
const shape = z.record(z.string(), z.string());

export const describeRegions = action(shape, (members, { region }) => {
  refuseFilters(members);
  const named = Object.entries(members).filter(([name]) => /^RegionName\.\d+$/.test(name));
  const unknown = named.find(([, name]) => name !== region);
  if (unknown !== undefined) {
    throw new ServiceError('InvalidParameterException', `Invalid region: ${unknown[1]}`);
  }
  const endpoint = `ec2.${region}.amazonaws.com`;
  return {
    regionInfo: [{ regionName: region, regionEndpoint: endpoint, optInStatus: 'opt-in-not-required' }],
  };
});

function refuseFilters(members: Readonly<Record<string, string>>): void {
  if (!Object.keys(members).some((name) => name.startsWith('Filter.'))) return;
  throw new ServiceError('InvalidParameterException', 'Shiplog does not filter Regions; leave Filter out');
}
