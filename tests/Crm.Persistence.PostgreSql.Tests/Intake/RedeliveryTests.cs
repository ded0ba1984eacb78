using Crm.Persistence.Specification.Intake;

namespace Crm.Persistence.PostgreSql.Tests.Intake;

public sealed class RedeliveryTests(PostgreSqlFixture fixture) : RedeliverySpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
