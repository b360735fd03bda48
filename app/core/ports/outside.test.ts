import { describe, expect, test } from 'vitest'
import { isOutside } from './outside.server.ts'

describe('which addresses are on the public internet', () => {
  test.each(['93.184.216.34', '8.8.8.8', '172.32.0.1', '2606:4700::1111', '2a00:1450:4026::200e'])('%s is', (address) => { expect(isOutside(address)).toBe(true) })
  test.each(['127.0.0.1', '127.1.2.3', '0.0.0.0', '10.0.0.5', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '224.0.0.1', '255.255.255.255', '198.18.0.1', '::1', '::', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001::1', '2001:db8::1', 'localhost', 'example.fi', ''])('%s is not', (address) => { expect(isOutside(address)).toBe(false) })
})
