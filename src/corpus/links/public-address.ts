import { BlockList, isIP } from 'node:net';

/** IPv4 blocks that are not the public internet (IANA's special-purpose registry), and multicast and what is above. */
const NOT_PUBLIC_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/**
 * Of IPv6 only global unicast is public, and of that not the blocks for protocols, documentation, and tunnels that
 * carry an IPv4 address within (Teredo, 6to4). So mapped addresses and NAT64's are out as well.
 */
const PUBLIC_V6: readonly [string, number] = ['2000::', 3];
const NOT_PUBLIC_V6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
];

/** Whether an address, as the resolver gives it, is one of the public internet. What is no address is not. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !blockList('ipv4', NOT_PUBLIC_V4).check(address, 'ipv4');
    case 6:
      return (
        !address.includes('%') &&
        blockList('ipv6', [PUBLIC_V6]).check(address, 'ipv6') &&
        !blockList('ipv6', NOT_PUBLIC_V6).check(address, 'ipv6')
      );
    default:
      return false;
  }
}

function blockList(family: 'ipv4' | 'ipv6', blocks: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of blocks) list.addSubnet(net, prefix, family);
  return list;
}
