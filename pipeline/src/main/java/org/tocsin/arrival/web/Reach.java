package org.tocsin.arrival.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Which machines may be asked. */
public enum Reach {
    /** Those that anybody on the Internet can ask: no address of this machine, of a private network or of a cloud's metadata. */
    PUBLIC {
        @Override
        boolean allows(InetAddress address) {
            return isPublic(address);
        }
    },
    /** Any machine. */
    ANY {
        @Override
        boolean allows(InetAddress address) {
            return true;
        }
    };

    /** Blocks of IPv4 that are not public besides those that Java knows: first address and length of the prefix. */
    private static final List<Block> NOT_PUBLIC = List.of(
            new Block(0x00000000, 8), // this network
            new Block(0x64400000, 10), // carriers' own, 100.64.0.0
            new Block(0xC0000000, 24), // protocols, 192.0.0.0
            new Block(0xC0000200, 24), // examples, 192.0.2.0
            new Block(0xC0586300, 24), // 6to4 relays, 192.88.99.0
            new Block(0xC6120000, 15), // measurements, 198.18.0.0
            new Block(0xC6336400, 24), // examples, 198.51.100.0
            new Block(0xCB007100, 24), // examples, 203.0.113.0
            new Block(0xA83F8110, 32), // Azure's metadata, 168.63.129.16
            new Block(0xF0000000, 4)); // reserved, broadcast

    abstract boolean allows(InetAddress address);

    /**
     * The addresses of a host.
     *
     * @throws ForbiddenAddress if any of them may not be asked
     */
    List<InetAddress> resolve(String host) throws UnknownHostException, ForbiddenAddress {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        for (InetAddress address : addresses) {
            if (!allows(address)) {
                throw new ForbiddenAddress(address);
            }
        }
        return List.of(addresses);
    }

    private static boolean isPublic(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address ? isPublic6(bytes) : isPublic4(number(bytes, 0));
    }

    private static boolean isPublic4(int address) {
        boolean isPrivate = (address & 0xFF000000) == 0x0A000000
                || (address & 0xFFF00000) == 0xAC100000
                || (address & 0xFFFF0000) == 0xC0A80000
                || (address & 0xFF000000) == 0x7F000000
                || (address & 0xFFFF0000) == 0xA9FE0000
                || (address & 0xF0000000) == 0xE0000000;
        return !isPrivate && NOT_PUBLIC.stream().noneMatch(block -> block.holds(address));
    }

    /** IPv6 is public in 2000::/3 alone; addresses that carry one of IPv4 are judged by it. */
    private static boolean isPublic6(byte[] bytes) {
        int first = number(bytes, 0);
        boolean translated = first == 0x0064FF9B && number(bytes, 4) == 0 && number(bytes, 8) == 0;
        if (translated) {
            return isPublic4(number(bytes, 12));
        }
        if ((first & 0xFFFF0000) == 0x20020000) {
            return isPublic4((first << 16) | (number(bytes, 4) >>> 16));
        }
        boolean tunnelOrExample = first == 0x20010000 || first == 0x20010DB8;
        return (first & 0xE0000000) == 0x20000000 && !tunnelOrExample;
    }

    private static int number(byte[] bytes, int from) {
        return (bytes[from] & 0xFF) << 24
                | (bytes[from + 1] & 0xFF) << 16
                | (bytes[from + 2] & 0xFF) << 8
                | (bytes[from + 3] & 0xFF);
    }

    private record Block(int first, int prefix) {
        boolean holds(int address) {
            return (address ^ first) >>> (32 - prefix) == 0;
        }
    }
}
