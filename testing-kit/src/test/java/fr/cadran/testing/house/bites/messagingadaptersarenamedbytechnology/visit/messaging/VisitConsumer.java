package fr.cadran.testing.house.bites.messagingadaptersarenamedbytechnology.visit.messaging;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class VisitConsumer {}
