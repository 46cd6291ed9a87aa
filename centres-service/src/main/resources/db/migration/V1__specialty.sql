-- The specialties of the quarterly grid (seed 000, ANNEXE II, "Annexe 1"), and the three that ANNEXE IV adds.
create table specialty (
    code     text primary key check (code ~ '^[A-Z][A-Z_]*$'),
    label_fr text not null,
    label_en text not null,
    position int  not null unique,
    source   text not null
);

insert into specialty (position, code, label_fr, label_en, source) values
    ( 1, 'MEDECINE_GENERALE', 'Médecine générale', 'General medicine', 'seed 000, ANNEXE II'),
    ( 2, 'ANGIOLOGIE', 'Angiologie', 'Angiology', 'seed 000, ANNEXE II'),
    ( 3, 'ALLERGOLOGIE', 'Allergologie', 'Allergology', 'seed 000, ANNEXE II'),
    ( 4, 'CARDIOLOGIE', 'Cardiologie', 'Cardiology', 'seed 000, ANNEXE II'),
    ( 5, 'DERMATOLOGIE', 'Dermatologie', 'Dermatology', 'seed 000, ANNEXE II'),
    ( 6, 'ENDOCRINOLOGIE', 'Endocrinologie', 'Endocrinology', 'seed 000, ANNEXE II'),
    ( 7, 'GASTRO_ENTEROLOGIE', 'Gastro-entérologie', 'Gastroenterology', 'seed 000, ANNEXE II'),
    ( 8, 'GYNECOLOGIE', 'Gynécologie', 'Gynaecology', 'seed 000, ANNEXE II'),
    ( 9, 'MEDECINE_DU_SPORT', 'Médecine du sport', 'Sports medicine', 'seed 000, ANNEXE II'),
    (10, 'NEUROLOGIE', 'Neurologie', 'Neurology', 'seed 000, ANNEXE II'),
    (11, 'OPHTALMOLOGIE', 'Ophtalmologie', 'Ophthalmology', 'seed 000, ANNEXE II'),
    (12, 'ORL', 'ORL', 'Ear, nose and throat', 'seed 000, ANNEXE II'),
    (13, 'PEDIATRIE', 'Pédiatrie', 'Paediatrics', 'seed 000, ANNEXE II'),
    (14, 'PNEUMOLOGIE', 'Pneumologie', 'Pulmonology', 'seed 000, ANNEXE II'),
    (15, 'PSYCHIATRIE', 'Psychiatrie', 'Psychiatry', 'seed 000, ANNEXE II'),
    (16, 'RHUMATOLOGIE', 'Rhumatologie', 'Rheumatology', 'seed 000, ANNEXE II'),
    (17, 'UROLOGIE', 'Urologie', 'Urology', 'seed 000, ANNEXE II'),
    (18, 'CONSULTATIONS_SANS_RENDEZ_VOUS', 'Consultations sans rendez-vous', 'Consultations without appointment', 'seed 000, ANNEXE II'),
    (19, 'KINESITHERAPIE', 'Kinésithérapie', 'Physiotherapy', 'seed 000, ANNEXE II'),
    (20, 'ORTHOPHONIE', 'Orthophonie', 'Speech therapy', 'seed 000, ANNEXE II'),
    (21, 'ORTHOPTIE', 'Orthoptie', 'Orthoptics', 'seed 000, ANNEXE II'),
    (22, 'SOINS_INFIRMIERS', 'Soins infirmiers', 'Nursing care', 'seed 000, ANNEXE II'),
    (23, 'PRELEVEMENTS', 'Prélèvements', 'Sampling', 'seed 000, ANNEXE II'),
    (24, 'LABORATOIRE', 'Laboratoire', 'Laboratory', 'seed 000, ANNEXE II'),
    (25, 'IMAGERIE', 'Imagerie', 'Imaging', 'seed 000, ANNEXE II'),
    (26, 'DENTAIRE', 'Dentaire', 'Dental care', 'seed 000, ANNEXE II'),
    (27, 'TABACOLOGIE', 'Tabacologie', 'Smoking cessation', 'seed 000, ANNEXE IV'),
    (28, 'PSYCHOLOGIE', 'Psychologie', 'Psychology', 'seed 000, ANNEXE IV'),
    (29, 'PHLEBOLOGIE', 'Phlébologie', 'Phlebology', 'seed 000, ANNEXE IV');
