using Crm.Persistence.Specification.Automation;

namespace Crm.Persistence.PostgreSql.Tests.Automation;

public sealed class RuleRaceTests(PostgreSqlFixture fixture) : RuleRaceSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
