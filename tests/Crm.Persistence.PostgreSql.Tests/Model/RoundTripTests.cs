using Crm.Persistence.Specification.Model;

namespace Crm.Persistence.PostgreSql.Tests.Model;

public sealed class RoundTripTests(PostgreSqlFixture fixture) : RoundTripSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
