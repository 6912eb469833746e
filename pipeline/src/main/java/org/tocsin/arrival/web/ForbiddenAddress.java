package org.tocsin.arrival.web;

import java.io.IOException;
import java.net.InetAddress;

/** A host has an address that may not be asked. */
final class ForbiddenAddress extends IOException {
    private static final long serialVersionUID = 1L;

    ForbiddenAddress(InetAddress address) {
        super("it leads to " + address.getHostAddress()
                + ", which is no public address; --allow-private allows it where you trust the feed");
    }
}
