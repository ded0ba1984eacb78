using Crm.Persistence.Specification.Issues;

namespace Crm.Persistence.Sqlite.Tests.Issues;

public sealed class OutboxIssueTests(SqliteFixture fixture) : OutboxIssues<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
