package se.framsteg.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import se.framsteg.demo.TestIdentityNumbers;

class CaseSearchTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static CaseSearch of(String query) {
        return CaseSearch.of(query, TODAY);
    }

    @Test
    void aWholeIdentityNumberIsSearchedForAsStored() {
        var number = TestIdentityNumbers.published().women().getFirst();
        assertThat(of(" " + number.display() + " ")).isEqualTo(new CaseSearch.Identity(number.value()));
        assertThat(of(number.display().substring(2))).isEqualTo(new CaseSearch.Identity(number.value()));
    }

    @Test
    void aCaseNumberIsToldByItsForm() {
        assertThat(of("2026-0001")).isEqualTo(new CaseSearch.Number("2026-0001"));
    }

    @Test
    void partOfANameIsSearchedForInLowerCase() {
        assertThat(of("  Åsa   Prov ")).isEqualTo(new CaseSearch.Name("%åsa prov%", "ÅSAPROV"));
    }

    @Test
    void whatStandsForAnythingInSqlIsTakenAsWritten() {
        assertThat(of("a%b_c\\d")).isEqualTo(new CaseSearch.Name("%a\\%b\\_c\\\\d%", "A%B_C\\D"));
    }

    @Test
    void lessThanTwoLettersIsTooLittle() {
        assertThat(of("å")).isInstanceOf(CaseSearch.TooShort.class);
        assertThat(of("%_ å")).isInstanceOf(CaseSearch.TooShort.class);
        assertThat(of("x".repeat(201))).isInstanceOf(CaseSearch.TooShort.class);
    }

    @Test
    void nothingMeansEverything() {
        assertThat(of("  ")).isInstanceOf(CaseSearch.Everything.class);
    }

    @Test
    void whatWasSearchedForStaysOutOfLogs() {
        assertThat(of("Hemlig Person")).hasToString("search by name");
    }
}
