package se.framsteg.shared;

import java.util.Arrays;
import java.util.Optional;

/** The 21 regions (Gotland's duties lie with its municipality), with the county code that SCB gives each. */
public enum Region {
    STOCKHOLM("01", "Region Stockholm"),
    UPPSALA("03", "Region Uppsala"),
    SORMLAND("04", "Region Sörmland"),
    OSTERGOTLAND("05", "Region Östergötland"),
    JONKOPINGS_LAN("06", "Region Jönköpings län"),
    KRONOBERG("07", "Region Kronoberg"),
    KALMAR_LAN("08", "Region Kalmar län"),
    GOTLAND("09", "Region Gotland"),
    BLEKINGE("10", "Region Blekinge"),
    SKANE("12", "Region Skåne"),
    HALLAND("13", "Region Halland"),
    VASTRA_GOTALAND("14", "Västra Götalandsregionen"),
    VARMLAND("17", "Region Värmland"),
    OREBRO_LAN("18", "Region Örebro län"),
    VASTMANLAND("19", "Region Västmanland"),
    DALARNA("20", "Region Dalarna"),
    GAVLEBORG("21", "Region Gävleborg"),
    VASTERNORRLAND("22", "Region Västernorrland"),
    JAMTLAND_HARJEDALEN("23", "Region Jämtland Härjedalen"),
    VASTERBOTTEN("24", "Region Västerbotten"),
    NORRBOTTEN("25", "Region Norrbotten");

    private final String code;
    private final String title;

    Region(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** The county code, two digits: what is stored. */
    public String code() {
        return code;
    }

    /** The region's own name, in Swedish. */
    public String title() {
        return title;
    }

    /** The region with that county code, if there is one. */
    public static Optional<Region> ofCode(String code) {
        return Arrays.stream(values())
                .filter(region -> region.code.equals(code))
                .findFirst();
    }
}
