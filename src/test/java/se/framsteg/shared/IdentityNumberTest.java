package se.framsteg.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.framsteg.shared.IdentityNumber.CoordinationNumber;
import se.framsteg.shared.IdentityNumber.Kind;
import se.framsteg.shared.IdentityNumber.PersonalNumber;
import se.framsteg.shared.IdentityNumber.Problem;
import se.framsteg.shared.IdentityNumber.Reading;
import se.framsteg.shared.IdentityNumber.ReserveNumber;

/** Every valid number here is one that Skatteverket publishes for tests, or an example from a region's own format. */
class IdentityNumberTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "199001072397",
                "19900107-2397",
                "900107-2397",
                "9001072397",
                " 1990 01 07 - 2397 ",
                "900107\u00a02397",
                "900107–2397"
            })
    void everyFormPeopleWriteIsTheSameNumber(String written) {
        assertThat(read(written)).isEqualTo(new PersonalNumber("199001072397"));
    }

    @ParameterizedTest
    @CsvSource({
        "'',EMPTY",
        "'  ',EMPTY",
        "900107-239,TOO_SHORT",
        "19900107-239,TOO_SHORT",
        "19900107-23970,TOO_LONG",
        "900107-239A,NOT_DIGITS",
        "٩٠٠١٠٧-٢٣٩٧,NOT_DIGITS",
        "9001-072397,SEPARATOR",
        "900107--2397,SEPARATOR",
        "19900230-2397,NO_SUCH_DATE",
        "19901301-2397,NO_SUCH_DATE",
        "19900007-2397,NO_SUCH_DATE",
        "17900107-2397,NO_SUCH_DATE",
        "19900292-2397,NO_SUCH_DATE",
        "19900290-2397,NO_SUCH_DATE",
        "20260303-2397,IN_THE_FUTURE",
        "260303-2397,IN_THE_FUTURE",
        "20260363-2397,IN_THE_FUTURE",
        "19900107-0000,SERIAL",
        "19900107-2398,CHECK_DIGIT"
    })
    void whatIsWrongIsNamed(String written, Problem problem) {
        assertThat(IdentityNumber.read(written, TODAY)).isEqualTo(new Reading.Invalid(problem));
    }

    @ParameterizedTest
    @CsvSource({
        "000104-2399, 2026-03-02, 200001042399",
        "000104+2399, 2026-03-02, 190001042399",
        "000104-2399, 1999-12-31, 190001042399",
        "000104+2399, 2000-01-01, 190001042399",
        "000104-2399, 2000-01-03, IN_THE_FUTURE",
        "0001042399, 2000-01-04, 200001042399",
        "0001042399, 2000-01-03, 190001042399"
    })
    void theCenturyOfAShortFormFollowsFromTheSignAndTheDayItIsRead(String written, LocalDate today, String expected) {
        var reading = IdentityNumber.read(written, today);

        assertThat(
                        switch (reading) {
                            case Reading.Valid(var number) -> number.value();
                            case Reading.Invalid(var problem) -> problem.name();
                        })
                .isEqualTo(expected);
    }

    @Test
    void aPersonnummerShowsItsDateAndHidesItsEnd() {
        var number = read("199001072397");

        assertThat(number.kind()).isEqualTo(Kind.PERSONAL);
        assertThat(number.birthDate()).contains(LocalDate.of(1990, 1, 7));
        assertThat(number.display()).isEqualTo("19900107-2397");
        assertThat(number.masked()).isEqualTo("19900107-••••");
    }

    @Test
    void aSamordningsnummerHasSixtyAddedToTheDay() {
        var number = read("701063-2391");

        assertThat(number).isEqualTo(new CoordinationNumber("197010632391"));
        assertThat(number.kind()).isEqualTo(Kind.COORDINATION);
        assertThat(number.birthDate()).contains(LocalDate.of(1970, 10, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19640260-2392", "19790080-2393", "19800060-2394"})
    void aSamordningsnummerMayLackDayOrMonthAndThenHasNoBirthDate(String written) {
        assertThat(read(written).birthDate()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "VASTRA_GOTALAND, 19810829m071, 19810829M071, 19810829••••",
        "STOCKHOLM, 99 1981 000010, 991981000010, 99198100••••",
        "VARMLAND, 19810829-su3a, 19810829-SU3A, 19810829-••••"
    })
    void aReserveNumberKeepsItsRegionAndItsOwnCharacters(Region issuer, String written, String value, String masked) {
        var reading = IdentityNumber.readReserve(written, issuer);

        assertThat(reading).isEqualTo(new Reading.Valid(new ReserveNumber(issuer, value)));
        assertThat(new ReserveNumber(issuer, value).masked()).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "' ', EMPTY",
        "ABC12, RESERVE_FORMAT",
        "123456789012345678901, RESERVE_FORMAT",
        "ABC_123, RESERVE_FORMAT"
    })
    void whatIsWrongWithAReserveNumberIsNamed(String written, Problem problem) {
        assertThat(IdentityNumber.readReserve(written, Region.SKANE)).isEqualTo(new Reading.Invalid(problem));
    }

    @Test
    void theSameReserveNumberFromTwoRegionsIsTwoNumbers() {
        assertThat(new ReserveNumber(Region.SKANE, "ABC123")).isNotEqualTo(new ReserveNumber(Region.HALLAND, "ABC123"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"199001072398", "199001372397", "1990010723", "19900107239A", "19900167239A"})
    void whatIsNotANumberCannotBeMadeOneAndIsNotTold(String digits) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdentityNumber.ofStored(digits))
                .withMessageNotContaining(digits);
    }

    @Test
    void aNumberOfOneKindCannotPassForTheOther() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonalNumber("197010632391"));
        assertThatIllegalArgumentException().isThrownBy(() -> new CoordinationNumber("199001072397"));
    }

    @Test
    void whatIsLoggedNeverHoldsTheNumber() {
        assertThat(read("199001072397")).hasToString("PersonalNumber[hidden]");
        assertThat(read("197010632391")).hasToString("CoordinationNumber[hidden]");
        assertThat(new ReserveNumber(Region.SKANE, "ABC123")).hasToString("ReserveNumber[SKANE, hidden]");
        assertThat(new Reading.Valid(read("199001072397")).toString()).doesNotContainPattern("[0-9]");
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemHasAKeyOfItsOwn(Problem problem) {
        assertThat(problem.messageKey()).matches("identity-number\\.[a-z-]+");
    }

    @ParameterizedTest
    @EnumSource
    void aRegionIsFoundByTheCodeThatIsStored(Region region) {
        assertThat(Region.ofCode(region.code())).contains(region);
    }

    private static IdentityNumber read(String written) {
        assertThat(IdentityNumber.read(written, TODAY)).isInstanceOf(Reading.Valid.class);
        return ((Reading.Valid) IdentityNumber.read(written, TODAY)).number();
    }
}
