using Crm.Persistence.Specification.Encryption;

namespace Crm.Persistence.PostgreSql.Tests.Encryption;

public sealed class EncryptionTests(PostgreSqlFixture fixture) : EncryptionSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
