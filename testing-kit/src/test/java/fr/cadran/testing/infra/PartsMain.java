package fr.cadran.testing.infra;

import java.io.IOException;

/** A stand-alone user of both parts, for the test that kills it. */
final class PartsMain {

  private PartsMain() {}

  public static void main(String[] args) throws IOException {
    Broker broker = Broker.start();
    Database database = Databases.create("orphan");
    System.out.println("ports " + broker.port() + " " + database.port());
    System.out.flush();
    // Waits to be killed, and ends by itself when the test that should do so is gone.
    while (System.in.read() >= 0) {}
  }
}
