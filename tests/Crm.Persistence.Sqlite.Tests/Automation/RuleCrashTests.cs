using Crm.Persistence.Specification.Automation;

namespace Crm.Persistence.Sqlite.Tests.Automation;

public sealed class RuleCrashTests(SqliteFixture fixture) : RuleCrashSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
