package fr.cadran.testing.house.bites.nostandardstreams.visit.rest;

// The point of this class is to do what static analysis also refuses.
@SuppressWarnings({"SystemOut", "CatchAndPrintStackTrace"})
final class VisitPrinter {
  void print(String text) {
    System.out.println(text);
  }

  void print(IllegalStateException failure) {
    failure.printStackTrace();
  }
}
