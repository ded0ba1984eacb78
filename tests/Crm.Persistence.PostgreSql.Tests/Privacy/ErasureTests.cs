using Crm.Persistence.Specification.Privacy;

namespace Crm.Persistence.PostgreSql.Tests.Privacy;

public sealed class ErasureTests(PostgreSqlFixture fixture) : ErasureSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
