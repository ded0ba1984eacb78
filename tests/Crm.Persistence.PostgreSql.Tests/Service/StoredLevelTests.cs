using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.PostgreSql.Tests.Service;

public sealed class StoredLevelTests(PostgreSqlFixture fixture) : StoredLevelSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
