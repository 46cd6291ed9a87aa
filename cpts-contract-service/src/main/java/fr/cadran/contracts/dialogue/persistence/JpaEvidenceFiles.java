package fr.cadran.contracts.dialogue.persistence;

import fr.cadran.contracts.dialogue.application.EvidenceFiles;
import fr.cadran.contracts.dialogue.domain.EvidenceFile;
import fr.cadran.contracts.dialogue.domain.EvidenceType;
import fr.cadran.kit.access.Caller;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Files of evidence by Hibernate; their bytes are read only when somebody asks for them. */
@ApplicationScoped
class JpaEvidenceFiles
    implements EvidenceFiles, PanacheRepositoryBase<EvidenceFileEntity, EvidenceFileEntity.Key> {
  private static final String WITHOUT_CONTENT =
      """
      select e.hash, e.label, e.contentType, e.size, e.uploadedAt from EvidenceFileEntity e
      where e.contract = :contract and e.number = :number
      order by e.uploadedAt, e.hash\
      """;

  @Override
  public Optional<EvidenceFile> find(UUID contract, int number, String hash) {
    return list(contract, number).stream().filter(file -> file.hash().equals(hash)).findFirst();
  }

  @Override
  public List<EvidenceFile> list(UUID contract, int number) {
    return getEntityManager()
        .createQuery(WITHOUT_CONTENT, Object[].class)
        .setParameter("contract", contract)
        .setParameter("number", number)
        .getResultStream()
        .map(JpaEvidenceFiles::toDomain)
        .toList();
  }

  @Override
  public Set<String> hashes(UUID contract, int number) {
    return list(contract, number).stream().map(EvidenceFile::hash).collect(Collectors.toSet());
  }

  @Override
  public Optional<byte[]> content(UUID contract, int number, String hash) {
    return findByIdOptional(new EvidenceFileEntity.Key(contract, number, hash))
        .map(row -> row.content);
  }

  @Override
  public void add(UUID contract, int number, EvidenceFile file, byte[] content, Caller uploader) {
    EvidenceFileEntity row = new EvidenceFileEntity();
    row.contract = contract;
    row.number = number;
    row.hash = file.hash();
    row.label = file.label();
    row.contentType = file.type().mediaType();
    row.size = file.size();
    row.content = content.clone();
    row.subject = uploader.subject();
    row.clientId = uploader.clientId();
    row.uploadedAt = file.uploadedAt();
    persistAndFlush(row);
  }

  private static EvidenceFile toDomain(Object[] row) {
    return new EvidenceFile(
        (String) row[0],
        (String) row[1],
        EvidenceType.ofMediaType((String) row[2]).orElseThrow(),
        (Integer) row[3],
        (Instant) row[4]);
  }
}
