package fr.cadran.testing.house.bites.noactiverecord.visit.persistence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

class VisitRow extends PanacheEntityBase {}
