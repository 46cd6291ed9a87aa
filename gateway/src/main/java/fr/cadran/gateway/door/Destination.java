package fr.cadran.gateway.door;

/** Where an admitted call is handed over. */
public interface Destination {
  /** Takes the call over, with its body still unread, and answers it in the end. */
  void take(Call call);
}
