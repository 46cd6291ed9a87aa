package fr.cadran.centres.quarterlydata.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.cadran.centres.quarterlydata.domain.ContentDifference;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent;
import fr.cadran.centres.quarterlydata.domain.RandomContents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of a workbook in LibreOffice: saved again, saved as ODS in between, and filled in by
 * typing under French settings.
 */
class LibreOfficeTest {
  private static final String CENTRE = "930012345";
  private static final String QUARTER = "2013-Q3";
  private static final String CHECKED = "Trop de passages [NEGATIVE_NON_VENUE]";

  @TempDir static Path folder;

  @BeforeAll
  static void letTheOfficeWork() throws IOException, InterruptedException {
    assumeTrue(
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
            .anyMatch(place -> Files.isExecutable(Path.of(place, "soffice"))),
        "LibreOffice (soffice) is not installed: its files were not tried");
    Files.write(folder.resolve("full.xlsx"), workbook(RandomContents.full(), Map.of()));
    Files.write(
        folder.resolve("checked.xlsx"),
        workbook(RandomContents.full(), Map.of("/patients/passages", CHECKED)));
    Files.write(folder.resolve("template.xlsx"), workbook(QuarterlyContent.EMPTY, Map.of()));
    Path profile = folder.resolve("profile");
    Path user = Files.createDirectories(profile.resolve("user"));
    Files.writeString(user.resolve("registrymodifications.xcu"), FRENCH);
    // The first start fills the profile, and would put an empty macro in place of ours.
    run(profile, "--terminate_after_init");
    Files.writeString(user.resolve("basic/Standard/Module1.xba"), module(program()));
    run(profile, "macro:///Standard.Module1.Main");
  }

  private static void run(Path profile, String what) throws IOException, InterruptedException {
    Process office =
        new ProcessBuilder(
                "soffice",
                "-env:UserInstallation=" + profile.toUri(),
                "--headless",
                "--norestore",
                what)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
            .start();
    boolean ended = office.waitFor(120, TimeUnit.SECONDS);
    office.destroyForcibly();
    assertThat(ended).as("LibreOffice ended by itself").isTrue();
  }

  private static byte[] workbook(QuarterlyContent content, Map<String, String> checks) {
    return XlsxWriter.write(CENTRE, QUARTER, content, RandomContents.LABELS, checks);
  }

  private static byte[] saved(String name) throws IOException {
    return Files.readAllBytes(folder.resolve(name));
  }

  private static QuarterlyContent read(String name) throws IOException {
    return XlsxReader.read(
            saved(name), CENTRE, QUARTER, RandomContents.LABELS, FileRoundTripTest.JSON)
        .content();
  }

  @Test
  void what_it_opens_and_saves_is_the_same() throws IOException {
    for (String name : new String[] {"saved.xlsx", "by-ods.xlsx", "checked-saved.xlsx"}) {
      assertThat(ContentDifference.between(RandomContents.full(), read(name))).as(name).isEmpty();
    }
  }

  @Test
  void protection_lists_and_remarks_survive() throws IOException {
    byte[] file = saved("checked-saved.xlsx");

    assertThat(WorkbookParts.part(file, "xl/workbook.xml")).contains("workbookProtection");
    for (int sheet = 1; sheet <= 9; sheet++) {
      assertThat(WorkbookParts.part(file, "xl/worksheets/sheet" + sheet + ".xml"))
          .contains("sheetProtection");
    }
    assertThat(WorkbookParts.part(file, "xl/worksheets/sheet4.xml"))
        .contains("dataValidation", "Listes!$A$1:$A$5");
    assertThat(WorkbookParts.part(file, "xl/worksheets/sheet7.xml"))
        .contains("cumul depuis le 1er janvier,trimestre seul");
    assertThat(WorkbookParts.part(file, "xl/sharedStrings.xml")).contains(CHECKED);
    assertThat(WorkbookParts.all(file)).containsPattern("<comment ref=\"D6\"");
  }

  @Test
  void what_is_typed_in_is_what_is_read() throws IOException {
    QuarterlyContent typed = read("typed.xlsx");
    QuarterlyContent expected =
        FileRoundTripTest.JSON.readValue(
            """
            {"openingHours": {"monday": {"morning": {"start": "08:30", "end": "12:30"}}},
             "multiDisciplineRooms": 2,
             "patients": {"answerRate": 0.9, "passages": 1500},
             "activity": [{"specialty": "MEDECINE_GENERALE", "acts": 1500, "revenue": 37500.50,
                           "vacations": [{"practitioner": "007", "perWeek": 6.5}]}],
             "humanResources": {"nonMedicalPayroll": 90000},
             "finance": {"purchases": {"basis": "QUARTER", "total": -12.34}}}
            """,
            QuarterlyContent.class);

    assertThat(ContentDifference.between(expected, typed)).isEmpty();
  }

  @Test
  void a_label_cannot_be_typed_over() throws IOException {
    assertThat(WorkbookParts.all(saved("typed.xlsx"))).doesNotContain("Tout autre chose");
  }

  private static String program() {
    return """
    Function Opened(name)
      Dim how(0) As New com.sun.star.beans.PropertyValue
      how(0).Name = "Hidden"
      how(0).Value = True
      Opened = StarDesktop.loadComponentFromURL("%1$s" & name, "_blank", 0, how())
    End Function

    Sub Store(document, name, filter)
      Dim how(0) As New com.sun.star.beans.PropertyValue
      how(0).Name = "FilterName"
      how(0).Value = filter
      document.storeToURL("%1$s" & name, how())
    End Sub

    Sub Enter(document, sheet, place, text)
      document.Sheets.getByName(sheet).getCellRangeByName(place).FormulaLocal = text
    End Sub

    Sub Main
      On Error Goto Over
      xlsx = "Calc MS Excel 2007 XML"
      document = Opened("full.xlsx")
      Store(document, "saved.xlsx", xlsx)
      Store(document, "full.ods", "calc8")
      document.close(True)
      document = Opened("full.ods")
      Store(document, "by-ods.xlsx", xlsx)
      document.close(True)
      document = Opened("checked.xlsx")
      Store(document, "checked-saved.xlsx", xlsx)
      document.close(True)
      document = Opened("template.xlsx")
      Enter(document, "1 Ouverture", "D2", "08:30")
      Enter(document, "1 Ouverture", "D3", "12:30")
      Enter(document, "1 Ouverture", "D30", "2")
      Enter(document, "2 Patients", "D2", "0,9")
      Enter(document, "2 Patients", "D6", "1500")
      Enter(document, "2 Patients", "B6", "Tout autre chose")
      Enter(document, "3 Activité", "A3", "Médecine générale")
      Enter(document, "3 Activité", "C3", "1500")
      Enter(document, "3 Activité", "D3", "37500,50")
      Enter(document, "3 Vacations", "A3", "Médecine générale")
      Enter(document, "3 Vacations", "B3", "007")
      Enter(document, "3 Vacations", "C3", "6,5")
      Enter(document, "4 Personnel", "D6", "90000")
      Enter(document, "5 Finances", "D4", "trimestre seul")
      Enter(document, "5 Finances", "D5", "-12,34")
      Store(document, "typed.xlsx", xlsx)
      document.close(True)
    Over:
      StarDesktop.terminate
    End Sub
    """
        .formatted(folder.toUri());
  }

  private static String module(String program) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
    <script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" \
    script:language="StarBasic">%s</script:module>
    """
        .formatted(program.lines().map(LibreOfficeTest::escaped).collect(Collectors.joining("\n")));
  }

  private static String escaped(String line) {
    return line.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static final String FRENCH =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <oor:items xmlns:oor="http://openoffice.org/2001/registry" \
      xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
       <item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" \
      oor:op="fuse"><value>fr-FR</value></prop></item>
      </oor:items>
      """;
}
