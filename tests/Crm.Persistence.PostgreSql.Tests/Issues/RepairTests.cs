using Crm.Persistence.Specification.Issues;

namespace Crm.Persistence.PostgreSql.Tests.Issues;

public sealed class RepairTests(PostgreSqlFixture fixture) : RepairSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
