package se.framsteg.assessment.key;

import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How participants are let in.
 *
 * @param baseUrl the address of this installation as participants reach it, without a slash at the end; that of the
 *     caseworker's own request if none is set
 * @param answerKey about the keys
 */
@ConfigurationProperties("framsteg")
record AnswerSettings(
        Optional<String> baseUrl, @DefaultValue Keys answerKey) {
    /**
     * @param lives how long a key is valid, if the round is not closed before that
     * @param idle how long one can be away from the questions before having to come in again
     */
    record Keys(
            @DefaultValue("14d") Duration lives,
            @DefaultValue("2h") Duration idle) {}
}
