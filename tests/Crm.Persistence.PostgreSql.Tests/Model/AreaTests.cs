using Crm.Persistence.Specification.Model;

namespace Crm.Persistence.PostgreSql.Tests.Model;

public sealed class AreaTests(PostgreSqlFixture fixture) : AreaSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
