package se.framsteg.print;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JoinedLettersTest {
    private final JoinedLetters letters = new JoinedLetters();

    @Test
    void lettersThatOnlyPersianHasJoinTheirNeighbours() {
        assertThat(letters.shapeText("کیف")).isEqualTo("\uFB90\uFBFF\uFED2");
        assertThat(letters.shapeText("پچژگ")).isEqualTo("\uFB58\uFB7D\uFB8B\uFB92");
    }

    @Test
    void aNonJoinerKeepsTheLettersOfAWordApart() {
        assertThat(letters.shapeText("می‌کنید")).isEqualTo("\uFEE3\uFBFD\u200C\uFB90\uFEE8\uFBFF\uFEAA");
    }

    @Test
    void lamAndAlefAreOneSign() {
        assertThat(letters.shapeText("لا")).isEqualTo("\uFEFB");
        assertThat(letters.shapeText("سلام")).isEqualTo("\uFEB3\uFEFC\uFEE1");
    }

    @Test
    void aMarkOverALetterDoesNotPartItFromTheNext() {
        assertThat(letters.shapeText("هٔب")).isEqualTo("\uFEEB\u0654\uFE90");
    }

    @Test
    void vowelSignsStayOnTheirLettersAndDoNotPartThem() {
        assertThat(letters.shapeText("تقريباً"))
                .isEqualTo(letters.shapeText("تقريبا").replace("\uFE8E", "\u064B\uFE8E"));
        assertThat(letters.shapeText("فكّر")).isEqualTo("\uFED3\uFEDC\u0651\uFEAE");
    }

    @Test
    void aVowelSignOnLamAndAlefIsSetBesideTheirOneSign() {
        assertThat(letters.shapeText("لًا")).isEqualTo("\uFEFB\uFE70");
        assertThat(letters.shapeText("أولاً")).isEqualTo(letters.shapeText("أولا") + "\uFE70");
        assertThat(letters.shapeText("لُا")).isEqualTo("\uFEFB\u064F");
    }

    @Test
    void aDoubledLetterIsMarkedOnceSoThatSignsDoNotRunTogether() {
        assertThat(letters.shapeText("شدَّة")).isEqualTo(letters.shapeText("شدّة"));
    }

    @Test
    void aStretchedLineJoinsOnBothSides() {
        assertThat(letters.shapeText("بـب")).isEqualTo("\uFE91\u0640\uFE90");
    }

    @Test
    void otherWritingIsLeftAsItIs() {
        assertThat(letters.shapeText("Framsteg, små steg, кроки 2026-0001"))
                .isEqualTo("Framsteg, små steg, кроки 2026-0001");
    }

    /** ICU knows all letters of Arabic, so there the two must agree. It has no form for the hamza, which never joins. */
    @Test
    void everyArabicTextOfOursComesOutAsByIcuBesidesVowelSigns() throws IOException {
        var icu = new ICUBidiReorderer();
        try (var files = Files.list(Path.of("src/main/resources/texts"))) {
            var arabic = files.filter(file -> file.toString().endsWith("_ar.properties"))
                    .toList();
            assertThat(arabic).isNotEmpty();
            for (var file : arabic) {
                var text = Files.readString(file, UTF_8).replaceAll("[\\u064B-\\u0652]", "");
                assertThat(letters.shapeText(text))
                        .as(file.toString())
                        .isEqualTo(icu.shapeText(text).replace('ء', '\uFE80'));
            }
        }
    }
}
