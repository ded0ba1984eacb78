using Crm.Persistence.Specification.Partners;

namespace Crm.Persistence.PostgreSql.Tests.Partners;

public sealed class DealTests(PostgreSqlFixture fixture) : DealSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
