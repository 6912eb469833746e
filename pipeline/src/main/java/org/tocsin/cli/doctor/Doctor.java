package org.tocsin.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.AuthorizationException;

/** Runs checks in the order in which their failures lead to each other. */
public final class Doctor {
    private final List<List<Check>> sections;

    /**
     * A doctor with given checks.
     *
     * @param sections lists of checks; where the first of one fails, or one that carries others, those behind it are left out
     */
    Doctor(List<List<Check>> sections) {
        this.sections = sections;
    }

    /**
     * The doctor who looks at everything.
     *
     * @param access whether the API may start as it is configured; throws with the message for the user where not
     */
    public static Doctor general(AccessCheck.Rule access) {
        return new Doctor(List.of(
                List.of(new JavaCheck()),
                List.of(new MemoryCheck()),
                List.of(new CoderCheck()),
                List.of(new StateDirectoryCheck(), new StateLockCheck(), new DiskCheck()),
                List.of(new ApiPortCheck()),
                List.of(new AccessCheck(access), new TokensFileCheck(), new InternalTokenCheck()),
                List.of(
                        new BrokerCheck(),
                        new AdvertisedListenersCheck(),
                        new RightsCheck(),
                        new TopicsCheck(),
                        new ReplicationCheck(),
                        new TransactionsCheck(),
                        new StandbyCheck(),
                        new BrokerClockCheck()),
                List.of(new RegistryCheck(), new SchemasCheck(), new RegistryClockCheck())));
    }

    /** Looks at a site. */
    public List<Finding> look(Site site) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (List<Check> section : sections) {
            for (Check check : section) {
                List<Finding> found = found(check, site);
                findings.addAll(found);
                if ((check.equals(section.get(0)) || check.carriesOthers())
                        && found.stream().anyMatch(Finding::failed)) {
                    break;
                }
            }
        }
        return findings;
    }

    private static List<Finding> found(Check check, Site site) throws InterruptedException {
        try {
            return check.look(site);
        } catch (AuthorizationException e) {
            return List.of(Finding.warn(
                    check.subject(),
                    "could not be looked at, since Kafka refuses: " + e.getMessage(),
                    "let the user of this configuration describe topics, groups and the cluster, or look as an"
                            + " administrator (--config)"));
        } catch (RuntimeException e) {
            return List.of(Finding.fail(
                    check.subject(),
                    "could not be looked at: " + (e.getMessage() == null ? e : e.getMessage()),
                    "mend what the message names, then look again; with --verbose the log says more"));
        }
    }
}
