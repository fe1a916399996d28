package se.framsteg.assessment.radar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LettersTest {

    @Test
    void linesAreFewAndEven() {
        assertThat(Letters.wrap("Handläggarens tilltro till att personen får ett arbete", 15, 152)
                        .texts())
                .containsExactly("Handläggarens", "tilltro till att", "personen får", "ett arbete");
    }

    @Test
    void aCompoundIsDividedAfterTheLetterThatJoinsIt() {
        assertThat(Letters.wrap("Jobbsökningsbeteende", 13, 110))
                .isEqualTo(new Letters.Lines(List.of("Jobbsöknings-", "beteende"), false));
    }

    @Test
    void aSoftHyphenSaysWhereAWordMayBeDivided() {
        assertThat(Letters.wrap("Mål\u00ADmedveten\u00ADhet", 13, 100))
                .isEqualTo(new Letters.Lines(List.of("Målmedveten-", "het"), false));
    }

    @Test
    void aSlashEndsALineWithoutAHyphen() {
        assertThat(Letters.wrap("Vardagsliv/nätverk", 13, 100).texts()).containsExactly("Vardagsliv/", "nätverk");
    }

    @Test
    void aWordWithoutAJointIsSaidToBeTorn() {
        assertThat(Letters.wrap("Målmedvetenhet", 13, 80).torn()).isTrue();
    }
}
