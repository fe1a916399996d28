package se.framsteg.pathway.sheet;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.framsteg.pathway.method.Pathway;
import se.framsteg.pathway.method.Worksheet;
import se.framsteg.print.Printed;
import se.framsteg.print.Printer;
import se.framsteg.ui.Page;

/** Prints worksheets. Guards nothing: what is printed has been let out by a door. */
@Component
public class SheetPapers {
    private final Printer printer;

    SheetPapers(Printer printer) {
        this.printer = printer;
    }

    /** The worksheet as it stands now. */
    public Printed print(Sheet sheet, Page page) {
        return print(SheetPaper.of(sheet, page));
    }

    /** The worksheet with room to write on. */
    public Printed blank(Pathway pathway, Worksheet worksheet, Page page) {
        return print(SheetPaper.blank(pathway, worksheet, page));
    }

    private Printed print(SheetPaper paper) {
        return printer.print(paper.page().t("worksheet.paper.file"), "pathway/sheet/paper", Map.of("paper", paper));
    }
}
