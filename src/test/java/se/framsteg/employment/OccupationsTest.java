package se.framsteg.employment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import se.framsteg.employment.Occupations.Occupation;

class OccupationsTest {
    @Test
    void areTheGroupsOfThreeDigitsEachWithANameInBothLanguages() {
        assertThat(Occupations.all())
                .hasSize(148)
                .isSortedAccordingTo((a, b) -> a.code().compareTo(b.code()));
        assertThat(Occupations.all()).allSatisfy(one -> {
            assertThat(one.code()).matches("\\d{3}");
            assertThat(one.swedish()).isNotBlank();
            assertThat(one.english()).isNotBlank();
        });
        assertThat(Occupations.all()).extracting(Occupation::code).doesNotHaveDuplicates();
    }

    @Test
    void areFoundByCodeAndByWordsInEitherLanguage() {
        assertThat(Occupations.find("532").map(one -> one.name(Locale.of("sv"))))
                .contains("Undersköterskor");
        assertThat(Occupations.find("532").map(one -> one.name(Locale.ENGLISH))).contains("Assistant nurses");
        assertThat(Occupations.find("000")).isEmpty();
        assertThat(Occupations.search("LAGER")).extracting(Occupation::code).containsExactly("432");
        assertThat(Occupations.search("warehouse")).extracting(Occupation::code).containsExactly("432");
        assertThat(Occupations.search("51")).extracting(Occupation::code).contains("512", "513");
        assertThat(Occupations.search("  ")).hasSize(148);
    }
}
