package org.tocsin.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.Node;

/** Whether the brokers can be reached where they tell clients to come to. */
final class AdvertisedListenersCheck implements Check {
    @Override
    public String subject() {
        return "advertised listeners";
    }

    @Override
    public List<Finding> look(Site site) throws InterruptedException {
        List<Finding> faults = new ArrayList<>();
        for (Node node : Site.answer(site.admin().describeCluster().nodes())) {
            String address = node.host() + ":" + node.port();
            PortProbe probe = PortProbe.of(address);
            if (probe == PortProbe.UNKNOWN_HOST || probe == PortProbe.REFUSED || probe == PortProbe.UNREACHABLE) {
                faults.add(Finding.fail(
                        subject(),
                        "broker " + node.id() + " tells its clients to come to " + address
                                + ", which cannot be reached from here",
                        "set advertised.listeners of the broker to an address that this machine reaches, or make "
                                + node.host() + " known here"));
            }
        }
        return faults.isEmpty() ? List.of(Finding.ok(subject(), "each broker is where it says")) : faults;
    }
}
