using Crm.Persistence.Specification.Querying;

namespace Crm.Persistence.PostgreSql.Tests.Querying;

public sealed class GateTests(PostgreSqlFixture fixture) : GateSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
