using Crm.Persistence.Specification.Encryption;

namespace Crm.Persistence.PostgreSql.Tests.Encryption;

public sealed class KeyRotationTests(PostgreSqlFixture fixture) : KeyRotationSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
