package org.tocsin.cli.doctor;

import java.util.List;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.Setting;

/** Whether the API may start for those whom the configuration lets in. */
public final class AccessCheck implements Check {
    private final Rule rule;

    /** Decides whether the API may start. */
    @FunctionalInterface
    public interface Rule {
        /**
         * Returns where it may.
         *
         * @throws RuntimeException with the message for the user where it may not
         */
        void require(PipelineConfig config);
    }

    AccessCheck(Rule rule) {
        this.rule = rule;
    }

    @Override
    public String subject() {
        return "API access";
    }

    @Override
    public List<Finding> look(Site site) {
        try {
            rule.require(site.config());
        } catch (RuntimeException e) {
            return List.of(Finding.fail(
                    subject(),
                    String.valueOf(e.getMessage()),
                    "correct " + Setting.API_TOKENS_FILE.key() + ", " + Setting.API_HOST.key() + " or "
                            + Setting.API_OPEN_TO.key()));
        }
        String tokens = site.config().text(Setting.API_TOKENS_FILE);
        return List.of(Finding.ok(subject(), tokens.isEmpty() ? "open, without tokens" : "by the tokens of " + tokens));
    }
}
