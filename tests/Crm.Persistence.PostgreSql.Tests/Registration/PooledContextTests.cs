using Crm.Persistence.Specification.Registration;

namespace Crm.Persistence.PostgreSql.Tests.Registration;

public sealed class PooledContextTests(PostgreSqlFixture fixture) : PooledContextSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
