using Crm.Persistence.Specification.Automation;

namespace Crm.Persistence.Sqlite.Tests.Automation;

public sealed class RuleTests(SqliteFixture fixture) : RuleSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
