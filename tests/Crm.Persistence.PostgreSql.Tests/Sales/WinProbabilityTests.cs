using Crm.Persistence.Specification.Sales;

namespace Crm.Persistence.PostgreSql.Tests.Sales;

public sealed class WinProbabilityTests(PostgreSqlFixture fixture) : WinProbabilitySpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
