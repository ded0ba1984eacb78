using Crm.Persistence.Specification.Automation;

namespace Crm.Persistence.Sqlite.Tests.Automation;

public sealed class RuleRaceTests(SqliteFixture fixture) : RuleRaceSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
