using Crm.Persistence.Specification.Automation;

namespace Crm.Persistence.PostgreSql.Tests.Automation;

public sealed class RuleCrashTests(PostgreSqlFixture fixture) : RuleCrashSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
