package fr.cadran.indicators.export;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.kit.paging.Page;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

class TableFormatTest {
  record Part(String name, BigDecimal share) {}

  record Deep(Part part) {}

  record Line(
      String text,
      BigDecimal number,
      boolean flag,
      Part part,
      List<Object> list,
      List<Deep> deep,
      Map<String, String> map) {}

  private static final List<Line> LINES =
      List.of(
          new Line(
              "=HYPERLINK(\"x\")",
              new BigDecimal("-0.10"),
              true,
              new Part("a,b", new BigDecimal("1E+3")),
              List.of("NEGATIVE", new Part("q", BigDecimal.ONE)),
              List.of(new Deep(new Part("left to the JSON", BigDecimal.ONE))),
              Map.of("left", "to the JSON")),
          new Line(null, null, false, null, List.of(), List.of(), Map.of()));

  private static final RowPages<Line> PAGES = TableFormatTest::page;

  /** One line a page. */
  private static Page<Line> page(String cursor) {
    return cursor == null
        ? new Page<>(List.of(LINES.get(0)), "more")
        : new Page<>(List.of(LINES.get(1)), null);
  }

  @Test
  void csv_has_every_page_and_no_formula() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvTable.write(out, new RecordColumns(Line.class), PAGES);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            text,number,flag,part.name,part.share,list\r
            "'=HYPERLINK(""x"")",-0.10,true,"a,b",1000,NEGATIVE; q 1\r
            ,,false,,,\r
            """);
  }

  @Test
  void xlsx_has_every_page_numbers_as_numbers_and_empty_cells_for_unknown() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    XlsxTable.write(out, new RecordColumns(Line.class), PAGES);
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      List<org.dhatim.fastexcel.reader.Row> rows = workbook.getFirstSheet().read();
      assertThat(rows).hasSize(3);
      assertThat(rows.get(0).getCellText(3)).isEqualTo("part.name");
      assertThat(rows.get(1).getCellText(0)).isEqualTo("'=HYPERLINK(\"x\")");
      assertThat(rows.get(1).getCellAsNumber(1)).contains(new BigDecimal("-0.10"));
      assertThat(rows.get(1).getCellAsBoolean(2)).contains(true);
      Cell unknown = rows.get(2).getOptionalCell(1).orElse(null);
      assertThat(unknown == null || unknown.getValue() == null).isTrue();
    }
  }

  @Test
  void a_full_sheet_is_followed_by_another() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Cadran", null)) {
      XlsxTable.Sheets sheets = new XlsxTable.Sheets(workbook, List.of("n"), 2);
      for (int i = 0; i < 5; i++) {
        sheets.add(new ArrayList<>(Arrays.asList((Object) i)));
      }
      sheets.finish();
    }
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      List<Integer> rows = new ArrayList<>();
      for (var sheet : workbook.getSheets().toList()) {
        rows.add(sheet.read().size());
      }
      assertThat(rows).containsExactly(3, 3, 2);
    }
  }

  @Test
  void texts_that_begin_like_formulas_are_neutralised_and_numbers_are_not() {
    for (String formula : List.of("=1", "+1", "-1", "@x", "\tx", "\rx")) {
      assertThat(CellText.of(formula)).isEqualTo("'" + formula);
    }
    assertThat(CellText.of("a=1")).isEqualTo("a=1");
    assertThat(CellText.of("")).isEmpty();
    assertThat(CellText.of(-1)).isEqualTo("-1");
    assertThat(CellText.of(null)).isEmpty();
  }
}
