package org.tocsin.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.tocsin.serve.InstancesResource;
import org.tocsin.serve.Limits;
import org.tocsin.serve.access.Access;
import org.tocsin.serve.access.BadTokenFile;
import org.tocsin.serve.access.TokenFile;
import org.tocsin.serve.access.Tokens;
import org.tocsin.serve.query.ClusterHoldings;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.Setting;

/** Who may use the API, as the configuration says. */
final class ApiGuard {
    private final PipelineConfig config;
    private final Access access;

    private ApiGuard(PipelineConfig config, Access access) {
        this.config = config;
        this.access = access;
    }

    /**
     * The guard of a configuration.
     *
     * @throws CommandFailure if the API would be open to a network without anybody having said so, or its tokens cannot be read
     */
    static ApiGuard of(PipelineConfig config) {
        String file = config.text(Setting.API_TOKENS_FILE);
        if (!file.isEmpty()) {
            try {
                return new ApiGuard(
                        config, new Access.ByToken(Tokens.of(new TokenFile(Path.of(file)), System::nanoTime)));
            } catch (BadTokenFile e) {
                throw new CommandFailure(e.getMessage() + " (" + Setting.API_TOKENS_FILE.key() + ")", e);
            }
        }
        String host = config.text(Setting.API_HOST);
        if (!isLoopback(host) && !config.text(Setting.API_OPEN_TO).equals(Setting.OPEN_TO_NETWORK)) {
            throw new CommandFailure("The API would be open to everybody who reaches " + host + " ("
                    + Setting.API_HOST.key()
                    + "). Make a token ('tocsin token create --scope read --name NAME --file FILE')"
                    + " and set " + Setting.API_TOKENS_FILE.key()
                    + " to its file; or, where something else keeps others out, set "
                    + Setting.API_OPEN_TO.key() + "=" + Setting.OPEN_TO_NETWORK);
        }
        return new ApiGuard(config, new Access.Open());
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new CommandFailure(
                    Setting.API_HOST.key() + " is '" + host + "', which is no address of this machine", e);
        }
    }

    /** How callers are told apart. */
    Access access() {
        return access;
    }

    /** How much each may ask. */
    Limits limits() {
        return new Limits(
                Math.toIntExact(config.number(Setting.API_REQUESTS)),
                Math.toIntExact(config.number(Setting.API_CONNECTIONS)));
    }

    /** The route of the other instances: once callers are told apart, instances without a secret are nobody. */
    InstancesResource instances(ClusterHoldings holdings) {
        String secret = config.text(Setting.API_INTERNAL_TOKEN);
        if (!secret.isEmpty()) {
            return InstancesResource.with(holdings, secret);
        }
        return access instanceof Access.Open ? InstancesResource.open(holdings) : InstancesResource.closed(holdings);
    }
}
