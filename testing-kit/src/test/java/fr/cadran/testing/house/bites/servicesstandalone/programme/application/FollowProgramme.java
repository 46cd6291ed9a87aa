package fr.cadran.testing.house.bites.servicesstandalone.programme.application;

record FollowProgramme(String centre) {}
