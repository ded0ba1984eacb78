using Crm.Persistence.Specification.Automation;

namespace Crm.Persistence.PostgreSql.Tests.Automation;

public sealed class RuleTests(PostgreSqlFixture fixture) : RuleSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
