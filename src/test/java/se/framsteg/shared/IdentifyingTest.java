package se.framsteg.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.framsteg.demo.TestIdentityNumbers;

class IdentifyingTest {
    private static List<String> spellings(String twelve) {
        var ten = twelve.substring(2);
        return List.of(
                twelve,
                ten,
                twelve.substring(0, 8) + "-" + twelve.substring(8),
                ten.substring(0, 6) + "-" + ten.substring(6),
                ten.substring(0, 6) + "+" + ten.substring(6),
                ten.substring(0, 6) + " " + ten.substring(6),
                ten.substring(0, 6) + " - " + ten.substring(6),
                ten.substring(0, 6) + "\u2013" + ten.substring(6),
                ten.substring(0, 6) + "\u00a0" + ten.substring(6),
                String.join(
                        " ",
                        twelve.substring(0, 4),
                        twelve.substring(4, 6),
                        twelve.substring(6, 8),
                        twelve.substring(8)),
                String.join(
                        "-",
                        twelve.substring(0, 4),
                        twelve.substring(4, 6),
                        twelve.substring(6, 8),
                        twelve.substring(8)),
                String.join(" ", twelve.split("")),
                ten.substring(0, 6) + "\u200b" + ten.substring(6));
    }

    @Test
    void everyPublishedNumberIsFoundHoweverItIsWritten() {
        var published = TestIdentityNumbers.published();
        for (var numbers : List.of(published.women(), published.men())) {
            for (IdentityNumber number : numbers.subList(0, Math.min(200, numbers.size()))) {
                for (var spelling : spellings(number.value())) {
                    assertThat(Identifying.in("Det gäller " + spelling + ", hur gör vi?"))
                            .as(spelling)
                            .contains(Identifying.IDENTITY_NUMBER);
                }
            }
        }
    }

    @Test
    void aSamordningsnummerIsFoundToo() {
        for (var spelling : spellings("197010632391")) {
            assertThat(Identifying.in(spelling)).as(spelling).contains(Identifying.IDENTITY_NUMBER);
        }
    }

    @Test
    void oneWithAWrongCheckDigitPointsSomebodyOutAsWell() {
        var number = TestIdentityNumbers.published().women().getFirst().value();
        var wrong = number.substring(2, 11) + (number.charAt(11) == '9' ? '0' : (char) (number.charAt(11) + 1));
        assertThat(Identifying.in("Personen " + wrong)).contains(Identifying.IDENTITY_NUMBER);
        assertThat(Identifying.in(wrong.substring(0, 6) + "-" + wrong.substring(6)))
                .contains(Identifying.IDENTITY_NUMBER);
    }

    @Test
    void otherDigitsAreDigitsToo() {
        var number = TestIdentityNumbers.published().women().getFirst().value();
        var arabic = new StringBuilder();
        number.chars().forEach(digit -> arabic.append((char) (digit - '0' + '\u0660')));
        assertThat(Identifying.in(arabic.toString())).contains(Identifying.IDENTITY_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mejla petra@exempel.se",
                "petra.prov @ exempel.example",
                "PETRA+X@EXEMPEL.EXAMPLE",
            })
    void anEmailAddressIsFound(String text) {
        assertThat(Identifying.in(text)).containsExactly(Identifying.EMAIL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ring 070-174 06 05",
                "Ring 0701740605",
                "Ring +46 70 174 06 05",
                "Ring 0046701740605",
                "Ring 08-465 004 12",
                "Ring (0980) 319 20 12",
            })
    void aPhoneNumberIsFound(String text) {
        assertThat(Identifying.in(text)).containsExactly(Identifying.PHONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bor på Provgatan 5",
                "bor på provgatan 12 B, tredje våningen",
                "Norra vägen 14b",
                "S:t Olofs gränd 3, trappa upp",
                "Hon bor i Exempelköping, 123 45 Exempelköping",
                "Träffas på Provtorget 1.",
            })
    void aStreetAddressIsFound(String text) {
        assertThat(Identifying.in(text)).containsExactly(Identifying.ADDRESS);
    }

    @Test
    void aPhoneNumberIsFoundRightAfterADate() {
        assertThat(Identifying.in("Sedan 2024-01-15 070-174 06 05")).contains(Identifying.PHONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kvinna i 30-årsåldern, sjukskriven 2022–2024, vill arbeta 50 %.",
                "Mötet var 2024-01-15 2024-02-01 och 2024-03-01.",
                "Klockan 09.00-10.30 den 3 maj 2026, 8 timmar i veckan, 12 500 kronor.",
                "Lag (2003:1210) 7 § och SoL 2025:400 10:8–9",
                "1. Bostad 2. Ekonomi 3. Hälsa",
                "Har sökt 100 jobb på 12 månader, 1 234 567 kronor i skuld",
                "Snabel-a @ är inget",
                "På vägen 3 dagar i veckan, i skogen och på gatan",
                "Har gått Bergsvägen 2 kilometer, och Storgatan 2 gånger",
                "Planen 2 och plan 3 är klara, på jobbet i 12 veckor",
                "Vill börja på 25 procent, 125 00 kronor",
            })
    void ordinaryWordsAndNumbersAreNot(String text) {
        assertThat(Identifying.in(text)).isEmpty();
    }

    @Test
    void everythingThatIsThereIsToldAtOnce() {
        var number = TestIdentityNumbers.published().men().getFirst().display();
        assertThat(Identifying.in(number + ", petra@exempel.se eller 070-174 06 05 på Provgatan 5"))
                .containsExactlyInAnyOrder(
                        Identifying.IDENTITY_NUMBER, Identifying.EMAIL, Identifying.PHONE, Identifying.ADDRESS);
    }
}
