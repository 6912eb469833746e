package org.tocsin.arrival.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses may be asked. */
class ReachTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "168.63.129.16",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "2002:7f00:1::",
                "2002:a9fe:a9fe::",
                "2001::1",
                "2001:db8::1",
                "::7f00:1",
                "fec0::1"
            })
    void addressesThatAreNotPublicAreRefused(String address) throws Exception {
        assertThat(Reach.PUBLIC.allows(InetAddress.getByName(address))).isFalse();
        assertThat(Reach.ANY.allows(InetAddress.getByName(address))).isTrue();
        assertThatThrownBy(() -> Reach.PUBLIC.resolve(address))
                .isInstanceOf(ForbiddenAddress.class)
                .hasMessageContaining("--allow-private");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "1.1.1.1",
                "172.15.0.1",
                "172.32.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "192.0.1.1",
                "198.17.0.1",
                "198.20.0.1",
                "223.255.255.255",
                "2600::1",
                "2a00:1450:4001::1",
                "64:ff9b::808:808",
                "2002:808:808::1"
            })
    void publicAddressesAreAllowed(String address) throws Exception {
        assertThat(Reach.PUBLIC.allows(InetAddress.getByName(address))).isTrue();
        assertThat(Reach.PUBLIC.resolve(address)).hasSize(1);
    }

    /** Even where a client was told another address before: what is connected to is checked again. */
    @Test
    void theWayOutConnectsToNoForbiddenAddress() throws Exception {
        try (LocalOutlet outlet = LocalOutlet.start();
                Gate gate = Gate.open(Reach.PUBLIC)) {
            outlet.serve("/secret", "text/plain", "secret");
            HttpClient client = HttpClient.newBuilder()
                    .proxy(ProxySelector.of(gate.address()))
                    .build();

            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(outlet.uri("/secret")).build(), HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(answer.body()).isEmpty();
            assertThat(outlet.asked()).isEmpty();
        }
    }
}
