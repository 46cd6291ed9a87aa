package fr.cadran.indicators.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes a workbook; a sheet that is full is followed by another. */
final class XlsxTable {
  /** A sheet has at most 1,048,576 rows. */
  static final int ROWS_A_SHEET = 1_000_000;

  private static final int ROWS_A_FLUSH = 500;

  private XlsxTable() {}

  static void write(OutputStream out, RecordColumns columns, RowPages<?> pages) throws IOException {
    try (Workbook workbook = new Workbook(out, "Cadran", null)) {
      Sheets sheets = new Sheets(workbook, columns.names(), ROWS_A_SHEET);
      pages.forEach(row -> sheets.add(columns.values(row)));
      sheets.finish();
    }
  }

  /** The sheets of a workbook, one written at a time. */
  static final class Sheets {
    private final Workbook workbook;
    private final List<String> header;
    private final int rowsASheet;
    private int number;
    private int row;
    private Worksheet sheet;

    Sheets(Workbook workbook, List<String> header, int rowsASheet) {
      this.workbook = workbook;
      this.header = header;
      this.rowsASheet = rowsASheet;
      this.sheet = open();
    }

    private Worksheet open() {
      number++;
      row = 1;
      Worksheet opened = workbook.newWorksheet("Cadran " + number);
      opened.freezePane(0, 1);
      for (int column = 0; column < header.size(); column++) {
        opened.inlineString(0, column, header.get(column));
        opened.style(0, column).bold().set();
      }
      return opened;
    }

    void add(List<@Nullable Object> values) throws IOException {
      if (row > rowsASheet) {
        sheet.finish();
        sheet = open();
      }
      for (int column = 0; column < values.size(); column++) {
        switch (values.get(column)) {
          case null -> {
            // Unknown: an empty cell, never a zero.
          }
          case Number figure -> sheet.value(row, column, figure);
          case Boolean truth -> sheet.value(row, column, truth);
          case Object text -> sheet.inlineString(row, column, CellText.harmless(text.toString()));
        }
      }
      if (row % ROWS_A_FLUSH == 0) {
        sheet.flush();
      }
      row++;
    }

    void finish() throws IOException {
      sheet.finish();
    }
  }
}
