package org.tocsin.cli.doctor;

import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.KafkaException;
import org.tocsin.stream.Diagnosis;
import org.tocsin.stream.Rights;

/** Whether Kafka answers; where it does not, what stands at its address. */
final class BrokerCheck implements Check {
    private static final String BOOTSTRAP = CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG;
    private static final String PROTOCOL = CommonClientConfigs.SECURITY_PROTOCOL_CONFIG;
    private static final String WHERE = " (with -D or in the file of --config)";

    @Override
    public String subject() {
        return "broker";
    }

    @Override
    public List<Finding> look(Site site) throws InterruptedException {
        String servers;
        try {
            servers = site.config().bootstrapServers();
        } catch (IllegalArgumentException e) {
            return List.of(Finding.fail(subject(), String.valueOf(e.getMessage()), "set " + BOOTSTRAP + WHERE));
        }
        try {
            int brokers = Site.answer(site.admin().describeCluster().nodes()).size();
            return List.of(Finding.ok(
                    subject(),
                    servers + " answers; the cluster has " + brokers + (brokers == 1 ? " broker" : " brokers")));
        } catch (org.apache.kafka.common.errors.TimeoutException e) {
            return List.of(silent(site, servers));
        } catch (KafkaException e) {
            Diagnosis diagnosis = Diagnosis.of(e, site.config(), Rights.Role.PIPELINE)
                    .orElseGet(() -> new Diagnosis(
                            message(e), "start Kafka, or correct " + BOOTSTRAP + " and the security settings" + WHERE));
            return List.of(Finding.fail(subject(), diagnosis.fault(), diagnosis.remedy()));
        }
    }

    private Finding silent(Site site, String servers) throws InterruptedException {
        String set = site.config().raw(PROTOCOL);
        String protocol = set == null ? CommonClientConfigs.DEFAULT_SECURITY_PROTOCOL : set;
        boolean encrypts = protocol.toUpperCase(Locale.ROOT).endsWith("SSL");
        String first = servers.split(",", 2)[0].strip();
        return switch (PortProbe.of(first)) {
            case NOT_AN_ADDRESS ->
                Finding.fail(
                        subject(), "'" + first + "' is no address", "write " + BOOTSTRAP + " as host:port" + WHERE);
            case UNKNOWN_HOST ->
                Finding.fail(
                        subject(),
                        "no machine is known by the name of " + first,
                        "correct the name in " + BOOTSTRAP + WHERE + ", or the name service of this machine");
            case REFUSED ->
                Finding.fail(
                        subject(),
                        "nothing listens at " + first,
                        "start Kafka, or correct host and port in " + BOOTSTRAP + WHERE);
            case UNREACHABLE ->
                Finding.fail(
                        subject(),
                        first + " cannot be reached from here",
                        "look at firewalls and network policies between here and " + first);
            case WEB ->
                Finding.fail(
                        subject(),
                        "a web server answers at " + first + ", not a broker",
                        BOOTSTRAP + " must name a listener of Kafka; the registry's address belongs into"
                                + " schema.registry.url");
            case TLS -> tls(first, protocol, encrypts);
            case SILENT -> quiet(first, encrypts);
        };
    }

    private Finding tls(String address, String protocol, boolean encrypts) {
        return encrypts
                ? noBroker(address)
                : Finding.fail(
                        subject(),
                        address + " speaks TLS, but " + PROTOCOL + " is " + protocol,
                        "set " + PROTOCOL + " to SSL or SASL_SSL" + WHERE + ", or name the listener without TLS");
    }

    private Finding quiet(String address, boolean encrypts) {
        return encrypts
                ? Finding.fail(
                        subject(),
                        address + " speaks no TLS, but " + PROTOCOL + " asks for it",
                        "name the listener with TLS, or set " + PROTOCOL + " to PLAINTEXT or SASL_PLAINTEXT" + WHERE)
                : noBroker(address);
    }

    private Finding noBroker(String address) {
        return Finding.fail(
                subject(),
                address + " can be reached but does not answer as a broker",
                "look whether the broker is up and whether its listener there wants SASL (" + PROTOCOL + ")");
    }

    private static String message(KafkaException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return e.getMessage() == null || e.getMessage().equals(cause.getMessage())
                ? String.valueOf(cause.getMessage())
                : e.getMessage() + ": " + cause.getMessage();
    }
}
